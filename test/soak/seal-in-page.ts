import { spaceIdOf } from '../../lib/fact/space.ts';
import { type DeviceKeys, isSigned, makeKeys, signText } from '../../lib/share/keys.ts';
import { newEpoch } from '../../lib/share/seal/epoch.ts';
import { openSecret, sealSecret } from '../../lib/share/seal/to-device.ts';
import { checkVectors } from '../builders/other-seal/check-vectors.ts';
import vectors from '../pages/share/vectors.json';
import { checkFrames } from './frame-course.ts';

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('seal-in-page', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('keys', { keyPath: 'space' });
  return asked(request);
}

/** What a browser must be able to do for sharing, tried in it. @returns what held; rejects at the first that did not. */
async function check(): Promise<string[]> {
  await checkVectors(vectors);
  await checkFrames({ frames: 500, seed: 5 });
  const made = await makeKeys();
  const space = spaceIdOf(made.author, 'nonce');
  const secret = await newEpoch(space, 1);
  const sealed = await sealSecret(space, secret, { author: made.author, box: made.boxPublic });
  const before = await opened();
  await asked(
    before
      .transaction('keys', 'readwrite')
      .objectStore('keys')
      .put({ ...made, space }),
  );
  before.close();
  const after = await opened();
  const keys: DeviceKeys = await asked(after.transaction('keys').objectStore('keys').get(space));
  after.close();
  if (!(await isSigned(made.author, 'text', await signText(keys, 'text')))) throw new Error('no signature');
  if (!(await openSecret(space, secret, keys, sealed))) throw new Error('not opened');
  for (const { privateKey } of [keys.sign, keys.box])
    if (
      await crypto.subtle.exportKey('pkcs8', privateKey).then(
        () => true,
        () => false,
      )
    )
      throw new Error('a private key came out');
  return ['vectors', 'frames that nobody may take', 'keys back from IndexedDB, not to be exported'];
}

Object.assign(globalThis, { checked: check() });

import { afterEach, describe, expect, it } from 'vitest';
import { checkVectors } from '@/test/builders/other-seal/check-vectors';
import vectors from '@/test/pages/share/vectors.json';
import { checkFrames } from '@/test/soak/frame-course';
import { spaceIdOf } from '../fact/space.ts';
import { type DeviceKeys, isSigned, makeKeys, signText } from './keys.ts';
import { newEpoch } from './seal/epoch.ts';
import { deflate, inflate } from './seal/inflate.ts';
import { openSecret, sealSecret } from './seal/to-device.ts';

const NAME = 'keys-test';
afterEach(() => asked(indexedDB.deleteDatabase(NAME)));

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('keys', { keyPath: 'space' });
  return asked(request);
}

describe('the keys of a device', () => {
  it('are kept by the database as they are, work when they come back, and never come out of the browser', async () => {
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
    expect(keys.author).toBe(made.author);
    const sig = await signText(keys, 'label\ntext');
    expect(await isSigned(made.author, 'label\ntext', sig)).toBe(true);
    expect(await openSecret(space, secret, keys, sealed)).toEqual(secret);
    for (const { privateKey } of [keys.sign, keys.box]) {
      expect(privateKey.extractable).toBe(false);
      for (const format of ['pkcs8', 'jwk', 'raw'] as const)
        await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow();
    }
  });
});

describe('in the browser that people use', () => {
  it('every derivation, frame and message is what the second implementation makes and reads', async () => {
    await checkVectors(vectors);
  });

  it('frames that nobody may take are refused, and a packed message that would swell is stopped', async () => {
    await checkFrames({ frames: 500, seed: 5 });
    const bomb = await deflate(new Uint8Array(32 * 1024 * 1024));
    expect(await inflate(bomb, 1_000)).toBeNull();
    expect((await inflate(bomb, 32 * 1024 * 1024))?.length).toBe(32 * 1024 * 1024);
  });
});

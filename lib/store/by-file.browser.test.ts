import { expect, it } from 'vitest';
import { bring, letIn, sharedCircle } from '@/test/builders/sharing';
import { makeContract } from '../contract/commands.ts';
import { newId } from '../platform/id.ts';
import { readSpaceFile, writeSpaceFile } from '../share/by-file.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { NotInCircleError } from './device-keys.ts';
import { openSecrets, startEpoch } from './epochs.ts';
import { stopSharingWith } from './let-out.ts';
import { keepSecret, shareStore } from './share-store.ts';

const write = (db: Database, space: string, memberId: string, text: string) =>
  append(db, [
    makeContract(
      { id: newId(), circleId: space, memberId, meetingId: null, text, isPrivate: false },
      memberId,
      1,
    ),
  ]);
const texts = async (db: Database) => (await db.contracts.toArray()).map((row) => row.text).sort();
const fileOf = async (db: Database, space: string): Promise<string> => {
  const text = await writeSpaceFile(shareStore(db), space);
  if (text === null) throw new Error('no file');
  return text;
};
/** Ada and Bo, who has the circle's key. */
async function two() {
  const ada = await sharedCircle();
  const bo = await letIn(ada.db, ada.space, 'm-bo');
  for (const { epoch, id, secret } of await ada.db.secrets.toArray())
    await keepSecret(bo.db, ada.space, { epoch, id, secret });
  return { ada, bo, space: ada.space };
}

it('carries what each wrote to the other, and adds nothing the second time', async () => {
  const { ada, bo, space } = await two();
  await write(ada.db, space, 'm-ada', 'Ada’s');
  await write(bo.db, space, 'm-bo', 'Bo’s');
  const fromAda = await fileOf(ada.db, space);
  expect(fromAda).not.toContain('Ada');
  expect(await readSpaceFile(shareStore(bo.db), space, `Here it is:\n> ${fromAda}`)).toMatchObject({
    ok: true,
    refused: 0,
  });
  await readSpaceFile(shareStore(ada.db), space, await fileOf(bo.db, space));
  for (const { db } of [ada, bo]) expect(await texts(db)).toEqual(['Ada’s', 'Bo’s']);
  expect(await readSpaceFile(shareStore(bo.db), space, fromAda)).toEqual({ ok: true, added: 0, refused: 0 });
});

it('leads a device that missed the new key on to it, and keeps out who has left', async () => {
  const { ada, bo, space } = await two();
  const chen = await letIn(ada.db, space, 'm-chen');
  for (const { epoch, id, secret } of await ada.db.secrets.toArray())
    await keepSecret(chen.db, space, { epoch, id, secret });
  await bring(ada.db, bo.db, space);
  // Bo has not heard that Chen is out when the file reaches him.
  await stopSharingWith(ada.db, space, 'm-chen');
  await write(ada.db, space, 'm-ada', 'After');
  const file = await fileOf(ada.db, space);
  expect(await readSpaceFile(shareStore(bo.db), space, file)).toMatchObject({ ok: true, refused: 0 });
  expect(await texts(bo.db)).toEqual(['After']);
  expect(await bo.db.secrets.count()).toBe(2);
  // Nor has Chen, who writes on.
  await write(chen.db, space, 'm-chen', 'Too late');
  await readSpaceFile(shareStore(chen.db), space, file);
  expect(await texts(chen.db)).toEqual([]);
  expect(await chen.db.secrets.count()).toBe(1);
  // What Chen wrote afterwards is sealed with the old key, and is taken from no file; now he is told.
  await expect(write(chen.db, space, 'm-chen', 'Once more')).rejects.toThrow(NotInCircleError);
  expect(await readSpaceFile(shareStore(ada.db), space, await fileOf(chen.db, space))).toMatchObject({
    ok: true,
    added: 0,
  });
  expect(await texts(ada.db)).toEqual(['After']);
});

it('says what is wrong with a text, and changes nothing', async () => {
  const { ada, bo, space } = await two();
  const other = await sharedCircle();
  const file = await fileOf(ada.db, space);
  const store = shareStore(bo.db);
  const before = await bo.db.facts.count();
  const middle = file.length >> 1;
  const changed = `${file.slice(0, middle)}${file[middle] === 'A' ? 'B' : 'A'}${file.slice(middle + 1)}`;
  for (const [text, reason] of [
    ['Dear all', 'none'],
    [file.slice(0, -40), 'cut'],
    [changed, 'damaged'],
    [await fileOf(other.db, other.space), 'otherCircle'],
  ] as const)
    expect(await readSpaceFile(store, space, text)).toEqual({ ok: false, reason });
  await bo.db.secrets.clear();
  await startEpoch(ada.db, space);
  expect(await openSecrets(bo.db, space)).toBe(0);
  expect(await bo.db.facts.count()).toBe(before);
});

import { afterEach, expect, test, vi } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { writePig } from '../me/pig.ts';
import { leaveBehind, recordLeft } from './left-behind.ts';
import { listPigs } from './only-mine.ts';

const pigs = async (db: Awaited<ReturnType<typeof freshDatabase>>['db']) =>
  (await listPigs(db)).map(({ text }) => text).sort();
const left = (db: Awaited<ReturnType<typeof freshDatabase>>['db']) =>
  db.meta.where('key').startsWith('left:').count();

afterEach(() => vi.restoreAllMocks());

test('what a page leaves behind is recorded once, whoever comes first', async () => {
  const { db } = await freshDatabase(1);
  leaveBehind(db, [writePig('p1', 'one', 1)]);
  leaveBehind(db, [writePig('p2', 'two', 1)]);
  leaveBehind(db, []);
  await vi.waitFor(async () => expect(await left(db)).toBe(2));
  await Promise.all([recordLeft(db), recordLeft(db), recordLeft(db)]);
  expect(await pigs(db)).toEqual(['one', 'two']);
  expect(await db.facts.count()).toBe(2);
  expect(await left(db)).toBe(0);
});

test('what cannot be recorded waits for the next time', async () => {
  const { db } = await freshDatabase(1);
  leaveBehind(db, [writePig('p1', 'one', 1)]);
  await vi.waitFor(async () => expect(await left(db)).toBe(1));
  vi.spyOn(db.facts, 'bulkPut').mockRejectedValueOnce(new DOMException('', 'UnknownError'));
  await recordLeft(db);
  expect(await left(db)).toBe(1);
  await recordLeft(db);
  expect(await pigs(db)).toEqual(['one']);
  expect(await left(db)).toBe(0);
});

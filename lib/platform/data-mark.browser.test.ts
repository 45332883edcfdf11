import { beforeEach, expect, it, vi } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { makeContract } from '../contract/commands.ts';
import { append } from '../store/append.ts';
import { isDataLost, markData } from './data-mark.ts';

const { stored } = vi.hoisted(() => ({ stored: new Map<string, unknown>() }));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
        remove: async (key: string) => void stored.delete(key),
      },
    },
  },
}));
beforeEach(() => stored.clear());

const written = async () => {
  const { db } = await freshDatabase();
  const contract = { id: 'one', circleId: 'b', memberId: 'm', meetingId: null, text: 'x', isPrivate: false };
  await append(db, [makeContract(contract, null, 1)]);
  return db;
};

it('says nothing on a computer where nothing was written yet, and marks nothing', async () => {
  const { db } = await freshDatabase();
  expect(await isDataLost(db)).toBe(false);
  expect(stored.size).toBe(0);
  expect(await isDataLost(db)).toBe(false);
});

it('sees that another database stands in the place of the one that was written in, until one has been told', async () => {
  const db = await written();
  expect(await isDataLost(db)).toBe(false);
  expect(await isDataLost(db)).toBe(false);
  const { db: empty } = await freshDatabase();
  expect(await isDataLost(empty)).toBe(true);
  // Also once something was written there.
  const other = await written();
  expect(await isDataLost(other)).toBe(true);
  await markData(other);
  expect(await isDataLost(other)).toBe(false);
  await markData(empty);
  expect(await isDataLost(empty)).toBe(false);
});

it('marks one database once, also when two pages open at once', async () => {
  const db = await written();
  expect(await Promise.all([isDataLost(db), isDataLost(db)])).toEqual([false, false]);
  expect(await isDataLost(db)).toBe(false);
});

import { expect, it, vi } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { makeContract } from '../contract/commands.ts';
import { append } from './append.ts';
import { freshAfterFailure, freshLog } from './fresh-log.ts';

const contract = (id: string) =>
  makeContract({ id, circleId: 'b', memberId: 'm', meetingId: null, text: 'x', isPrivate: false }, null, 1);

it('leaves nothing of the noise that makes the browser begin a new log', async () => {
  const { db } = await freshDatabase();
  await append(db, [contract('one')]);
  await Promise.all([freshLog(), append(db, [contract('two')])]);
  expect((await indexedDB.databases()).filter(({ name }) => name?.includes('scratch'))).toEqual([]);
  expect(await db.contracts.count()).toBe(2);
});

it('writes nothing behind half a record: after the browser gave the database up, a new log comes first', async () => {
  const { db } = await freshDatabase();
  const fresh = vi.fn<() => Promise<void>>();
  db.close();
  freshAfterFailure(db, fresh);
  await db.open();
  await append(db, [contract('one')]);
  expect(fresh).not.toHaveBeenCalled();

  // As Chromium does when a write failed for want of room.
  fresh.mockRejectedValue(new DOMException('no room', 'QuotaExceededError'));
  db.backendDB().dispatchEvent(new Event('close'));
  await expect(append(db, [contract('two')])).rejects.toThrow();
  await expect(append(db, [contract('two')])).rejects.toThrow();
  expect(fresh.mock.calls.length).toBeGreaterThan(1);

  fresh.mockReset();
  fresh.mockImplementation(async () => undefined);
  await append(db, [contract('two')]);
  expect(fresh).toHaveBeenCalledOnce();
  expect(await db.facts.count()).toBe(2);
});

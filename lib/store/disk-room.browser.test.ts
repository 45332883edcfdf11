import { afterEach, expect, it, vi } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { makeContract } from '../contract/commands.ts';
import { append } from './append.ts';
import { isDiskFull, needRoom, noNewLog } from './disk-room.ts';

const contract = (id: string) =>
  makeContract({ id, circleId: 'b', memberId: 'm', meetingId: null, text: 'x', isPrivate: false }, null, 1);

const leave = (bytes: number) =>
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 1_000, quota: 1_000 + bytes });

const full = new DOMException('no room', 'QuotaExceededError');

afterEach(async () => {
  vi.restoreAllMocks();
  await needRoom(async () => undefined);
});

it('writes nothing at all while the disk is full, reads on, and goes on by itself when there is room', async () => {
  const { db } = await freshDatabase();
  await append(db, [contract('one')]);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  leave(5_000_000);
  await expect(append(db, [contract('two')])).rejects.toThrow('less room');
  expect(put).not.toHaveBeenCalled();
  expect(await isDiskFull()).toBe(true);
  expect(await db.contracts.count()).toBe(1);
  vi.restoreAllMocks();
  const [fact] = await append(db, [contract('two')]);
  expect(fact?.seq).toBe(2);
  expect(await isDiskFull()).toBe(false);
});

it('refuses those who write without asking, such as the readers of calendars, until there is room', async () => {
  const { db } = await freshDatabase();
  leave(0);
  await expect(needRoom()).rejects.toThrow();
  await expect(db.meta.put({ key: 'x', value: 1 })).rejects.toMatchObject({ name: 'QuotaExceededError' });
  vi.restoreAllMocks();
  await needRoom(async () => undefined);
  await db.meta.put({ key: 'x', value: 1 });
});

it('begins a new log before the first write after a full disk, since some page may have left half a record', async () => {
  const mend = vi.fn<() => Promise<void>>(async () => undefined);
  await needRoom(mend);
  expect(mend).not.toHaveBeenCalled();
  leave(0);
  await expect(needRoom(mend)).rejects.toThrow();
  leave(1e9);
  mend.mockRejectedValueOnce(full);
  await expect(needRoom(mend)).rejects.toThrow();
  await needRoom(mend);
  await needRoom(mend);
  expect(mend).toHaveBeenCalledTimes(2);
});

it('does the same where the start of the browser found no room for a new log, and only then', async () => {
  const mend = vi.fn<() => Promise<void>>(async () => undefined);
  noNewLog(new DOMException('no file system here', 'SecurityError'));
  await needRoom(mend);
  expect(mend).not.toHaveBeenCalled();
  noNewLog(full);
  await needRoom(mend);
  expect(mend).toHaveBeenCalledOnce();
});

it('goes on writing where the browser does not tell how much room there is', async () => {
  vi.spyOn(navigator.storage, 'estimate').mockRejectedValue(new TypeError('not here'));
  await needRoom();
  expect(await isDiskFull()).toBe(false);
});

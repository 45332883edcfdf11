import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { makeContract } from '../contract/commands.ts';
import { append } from './append.ts';
import { isDiskFull, needRoom, noNewLog } from './disk-room.ts';
import { LEAST_BYTES } from './free-bytes.ts';

const contract = (id: string) =>
  makeContract({ id, circleId: 'b', memberId: 'm', meetingId: null, text: 'x', isPrivate: false }, null, 1);

const leave = (bytes: number) =>
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 1_000, quota: 1_000 + bytes });

const full = new DOMException('no room', 'QuotaExceededError');

/** Room enough, and so little more that the next write looks again. */
const leaveJustEnough = () => leave(LEAST_BYTES);

beforeEach(async () => {
  leaveJustEnough();
  await needRoom(async () => undefined);
});
afterEach(async () => {
  leaveJustEnough();
  await needRoom(async () => undefined);
  vi.restoreAllMocks();
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
  leaveJustEnough();
  const [fact] = await append(db, [contract('two')]);
  expect(fact?.seq).toBe(2);
  expect(await isDiskFull()).toBe(false);
});

it('refuses those who write without asking, such as the readers of calendars, until there is room', async () => {
  const { db } = await freshDatabase();
  leave(0);
  await expect(needRoom()).rejects.toThrow();
  await expect(db.meta.put({ key: 'x', value: 1 })).rejects.toMatchObject({ name: 'QuotaExceededError' });
  leaveJustEnough();
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

it('looks again only when the room there was may be gone, and at once after a write was cut', async () => {
  const looks = leave(LEAST_BYTES + 5e9).mockClear();
  await needRoom();
  await needRoom();
  expect(looks).toHaveBeenCalledOnce();
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1_100);
  await needRoom();
  expect(looks).toHaveBeenCalledTimes(2);
  await needRoom();
  expect(looks).toHaveBeenCalledTimes(2);
  noNewLog(full);
  await needRoom(async () => undefined);
  expect(looks).toHaveBeenCalledTimes(3);
});

import { afterEach, expect, it, vi } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { makeContract } from '../contract/commands.ts';
import { append } from './append.ts';
import { Database } from './database.ts';
import { needRoom } from './disk-room.ts';
import { openDatabase } from './open.ts';
import { openWithRoom } from './open-with-room.ts';

const contract = (id: string) =>
  makeContract({ id, circleId: 'b', memberId: 'm', meetingId: null, text: 'x', isPrivate: false }, null, 1);

const leave = (bytes: number) =>
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 1_000, quota: 1_000 + bytes });

afterEach(async () => {
  vi.restoreAllMocks();
  await needRoom(async () => undefined);
});

/** A database of one contract, closed again. */
async function stored(): Promise<string> {
  const { db } = await freshDatabase();
  await append(db, [contract('one')]);
  db.close();
  return db.name;
}

it('leaves the database alone while the disk is full and nobody knows whether its log is whole; opens it with room', async () => {
  const name = await stored();
  const opening = vi.spyOn(IDBFactory.prototype, 'open');
  leave(5_000_000);
  const db = new Database(name);
  // Whoever asks, also without openDatabase.
  await expect(db.contracts.count()).rejects.toThrow('room');
  expect(await openDatabase(db)).toBe('full');
  expect(opening).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  expect(await openDatabase(db)).toBeNull();
  expect(await db.contracts.count()).toBe(1);
});

const open = (isWhole: boolean, name: string) =>
  new Promise<string>((done) => {
    const request = openWithRoom(async () => isWhole).open(name);
    request.onerror = ({ target }) => done((target.error as DOMException).name);
    request.onsuccess = () => {
      request.result?.close();
      done('open');
    };
  });

it('opens it on a full disk where a new log was begun in this life of the browser and no write was cut since', async () => {
  const name = await stored();
  leave(0);
  expect(await open(true, name)).toBe('open');
  expect(await open(false, name)).toBe('QuotaExceededError');
});

it('does not open it again on a full disk after a write of this page was cut, before the browser says anything', async () => {
  const { db } = await freshDatabase();
  await append(db, [contract('one')]);
  db.backendDB().dispatchEvent(new Event('close'));
  db.close();
  leave(0);
  expect(await open(true, db.name)).toBe('QuotaExceededError');
  // With room the next opening begins a new log first, and that is over.
  vi.restoreAllMocks();
  await db.open();
  leave(0);
  expect(await open(true, db.name)).toBe('open');
});

it('opens it where the browser does not tell how much room there is', async () => {
  const name = await stored();
  vi.spyOn(navigator.storage, 'estimate').mockRejectedValue(new TypeError('not here'));
  expect(await open(false, name)).toBe('open');
});

import { giveKey } from '../../lib/platform/lock-key.ts';
import { Database } from '../../lib/store/database.ts';
import { sealAll } from '../../lib/store/lock/convert.ts';
import type { LockRecord } from '../../lib/store/lock/lock-record.ts';
import { openDatabase } from '../../lib/store/open.ts';

/** As the key of every sealed database of a test. */
export const TEST_KEY = new Uint8Array(32).fill(9);
/** Strength is not what is tried: a passphrase that nobody knows. */
export const TEST_LOCK: LockRecord = {
  version: 1,
  id: 'test',
  kdf: { name: 'pbkdf2-sha-256', rounds: 1, salt: 'AAAA' },
  byPassphrase: 'AAAA',
  byCode: null,
};

/** `VITE_SEALED=1 vitest run --project browser lib/store`: every test of the store, over a sealed one. */
export const isSealedRun = (): boolean => import.meta.env.VITE_SEALED === '1';

/** As a page that was unlocked, or (a worker) was given the key by one. */
export const holdTestKey = (): void => giveKey({ id: TEST_LOCK.id, key: TEST_KEY });

/** Seals a database and opens it again, unlocked. */
export async function sealDatabase(db: Database): Promise<Database> {
  db.close();
  const outcome = await sealAll(db.name, TEST_LOCK, TEST_KEY);
  if (outcome !== 'done') throw new Error(outcome);
  holdTestKey();
  const sealed = new Database(db.name, db.now);
  const failure = await openDatabase(sealed);
  if (failure) throw new Error(failure);
  return sealed;
}

/** Everything that the disk has of a database, as text: rows, keys, and bytes as letters where they are some. */
export async function onDisk(name: string): Promise<string> {
  const open = indexedDB.open(name);
  const db = await done(open);
  const parts: string[] = [];
  for (const store of db.objectStoreNames) {
    const all = db.transaction(store).objectStore(store);
    const rows = await done(all.getAll());
    const keys = await done(all.getAllKeys());
    const told = (_: string, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value;
    parts.push(JSON.stringify([store, rows, keys], told));
    for (const index of all.indexNames) {
      const cursor = db.transaction(store).objectStore(store).index(index).openKeyCursor();
      const found: unknown[] = [];
      await new Promise<void>((resolve) => {
        cursor.onsuccess = () => {
          if (!cursor.result) return resolve();
          found.push(cursor.result.key);
          cursor.result.continue();
        };
      });
      parts.push(JSON.stringify([index, found]));
    }
  }
  db.close();
  return parts.join('\n');
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

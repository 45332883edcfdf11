import type { Dexie } from 'dexie';
import { newId } from '../platform/id.ts';
import { freeBytes, LEAST_BYTES } from './free-bytes.ts';

/** A database of nothing, beside ours: all of an origin's are in one LevelDB. */
const SCRATCH = 'circlekeeper-scratch';
/** LevelDB begins a new log when it holds 4 MiB; records over 64 KiB would go into files of their own. */
const RECORD_BYTES = 60_000;
const RECORDS = 90;
const AT_ONCE = 30;
/** For the noise in the log and in the tables it is packed into. */
const ROOM_BYTES = 16 << 20;
/** Then it is given up, and tried again with the next write; ms. */
const LIMIT_MS = 8_000;

/**
 * Has the browser put all it holds in its log into a table, and begin a new log: writes 5.4 MB of noise and deletes it,
 * in about 80 ms. Chromium (156) writes on in the log it finds, also behind a record that a power cut, a kill or a full
 * disk left half written; two starts later it takes that for damage and deletes every database of ours
 * (google/leveldb 1180, electron 41877). A new log ends that. Rejects when there is no room.
 */
export async function freshLog(factory: IDBFactory = indexedDB): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DOMException('no new log in time', 'TimeoutError')), LIMIT_MS);
  try {
    await Promise.race([hasRoom().then(() => makeNoise(factory)), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Rejects where noise would not fit. Tried beside the database, with a file of the origin's own file system: a write that
 * does not fit into the log behind half a record is just what makes the browser throw all of it away.
 */
async function hasRoom(): Promise<void> {
  // Not to fill the disk up by trying.
  if ((await freeBytes()) < LEAST_BYTES)
    throw new DOMException('no room for a new log', 'QuotaExceededError');
  const root = await navigator.storage.getDirectory();
  const name = `${SCRATCH}-${newId()}`;
  try {
    const file = await (await root.getFileHandle(name, { create: true })).createWritable();
    await file.write(new Uint8Array(ROOM_BYTES));
    await file.close();
  } finally {
    await root.removeEntry(name).catch(() => undefined);
  }
}

async function makeNoise(factory: IDBFactory): Promise<void> {
  // What an earlier try left behind, and a name of its own: behind a database that the browser gave up requests may wait
  // for ever.
  for (const { name } of await factory.databases())
    if (name?.startsWith(SCRATCH)) factory.deleteDatabase(name);
  const name = `${SCRATCH}-${newId()}`;
  const opening = factory.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('noise');
  const db = await done(opening);
  try {
    for (let from = 0; from < RECORDS; from += AT_ONCE) {
      const writing = db.transaction('noise', 'readwrite', { durability: 'relaxed' });
      // Noise, since the browser packs what repeats.
      for (let i = from; i < from + AT_ONCE; i += 1)
        writing.objectStore('noise').put(crypto.getRandomValues(new Uint8Array(RECORD_BYTES)), i);
      await over(writing);
    }
  } catch (error) {
    db.close();
    factory.deleteDatabase(name);
    throw error;
  }
  db.close();
  await done(factory.deleteDatabase(name));
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const over = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

const listeners = new Set<() => void>();

/** Calls back when the browser closed a database of this context by itself, as it does when the disk is full. */
export const onTorn = (listener: () => void): void => void listeners.add(listener);

/** That a write of this context may have been cut, and no new log was begun since. */
let isTornNow = false;
export const isTornHere = (): boolean => isTornNow;

/** What Chromium says of a write that did not fit, before it closes the database. */
const CUT: ReadonlySet<string> = new Set(['QuotaExceededError', 'UnknownError']);

/**
 * After the browser closed the database by itself the log may end in half a record: nothing is written until a new one
 * was begun. While that fails (the disk is still full) the database does not open.
 */
export function freshAfterFailure(db: Dexie, fresh: () => Promise<void> = freshLog): void {
  let isTorn = false;
  db.on(
    'ready',
    async () => {
      if (isTorn) {
        await fresh();
        isTornNow = false;
      }
      isTorn = false;
      const opened = db.backendDB();
      opened.addEventListener('abort', ({ target }) => {
        if (CUT.has((target as IDBTransaction).error?.name ?? '')) isTornNow = true;
      });
      opened.addEventListener('close', () => {
        isTorn = true;
        isTornNow = true;
        for (const listener of listeners) listener();
      });
    },
    true,
  );
}

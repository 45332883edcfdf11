import { LOCK_ROW, type LockRecord } from './lock-record.ts';
import { rowSeal } from './seal-rows.ts';
import { sealer } from './sealer.ts';
import { BLINDED } from './visible.ts';

/** Rows that are read at once: few enough to be little, many enough to be quick. */
const AT_ONCE = 200;
/** How long other pages may take to let go of the database, ms. */
const LET_GO_MS = 15_000;

export interface Conversion {
  /** From 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
}

/** `busy`: another page did not let go of the database. `changed`: another page was first. Nothing was changed in both. */
export type Converted = 'done' | 'busy' | 'changed';

/**
 * Seals every row of a database that is closed here. All of it happens in the one transaction in which a browser raises a
 * database's version: until it ends no other page, worker or window has the database open, so nobody writes a plain row
 * beside it; and whatever stops it (the browser, the battery), either every row is sealed or none is. So there is no
 * half, and nothing to go on with.
 */
export async function sealAll(
  name: string,
  record: LockRecord,
  key: Uint8Array<ArrayBuffer>,
  way: Conversion = {},
): Promise<Converted> {
  const by = await sealer(key);
  return convert(name, way, (rows) => ({
    isExpected: (lock) => lock === undefined,
    change: (store) => {
      const seal = rowSeal(store, by);
      return (row) => (seal.seals(row) ? seal.toDisk(row) : null);
    },
    end: () => rows.put({ key: LOCK_ROW, value: JSON.stringify(record) }),
  }));
}

/** The way back, as {@link sealAll}. A row that does not open stops it, with everything as it was. */
export async function unsealAll(
  name: string,
  key: Uint8Array<ArrayBuffer>,
  way: Conversion = {},
): Promise<Converted> {
  const by = await sealer(key);
  return convert(name, way, (rows) => ({
    isExpected: (lock) => lock !== undefined,
    change: (store) => {
      const seal = rowSeal(store, by);
      return (row) => (seal.seals(row) ? seal.fromDisk(row) : null);
    },
    end: () => rows.delete(LOCK_ROW),
  }));
}

interface Change {
  isExpected(lock: unknown): boolean;
  /** What becomes of a row; null leaves it. */
  change(store: Parameters<typeof rowSeal>[0]): (row: unknown) => unknown;
  end(): void;
}

function convert(
  name: string,
  { onProgress }: Conversion,
  make: (meta: IDBObjectStore) => Change,
): Promise<Converted> {
  return new Promise((resolve, reject) => {
    const first = indexedDB.open(name);
    first.onerror = () => reject(first.error);
    first.onsuccess = () => {
      const { version } = first.result;
      first.result.close();
      let outcome: Converted = 'done';
      let late = false;
      const request = indexedDB.open(name, version + 1);
      const timer = setTimeout(() => {
        late = true;
        resolve('busy');
      }, LET_GO_MS);
      const fail = (error: unknown) => {
        clearTimeout(timer);
        if (outcome === 'done') reject(error);
        else resolve(outcome);
      };
      request.onerror = () => fail(request.error);
      request.onupgradeneeded = () => {
        clearTimeout(timer);
        const { transaction } = request;
        if (!transaction) return;
        if (late) return transaction.abort();
        const give = (up: Converted) => {
          outcome = up;
          transaction.abort();
        };
        let broken: unknown;
        transaction.onabort = () => fail(broken ?? transaction.error);
        run(transaction, make, onProgress, () => give('changed')).catch((error: unknown) => {
          broken = error;
          transaction.abort();
        });
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        settle(request.result).then(() => resolve('done'), reject);
      };
    };
  });
}

/** A change of version need not be on the disk when it is over; a strict transaction after it is, with all before it. */
function settle(db: IDBDatabase): Promise<void> {
  return new Promise((resolve) => {
    const transaction = db.transaction('meta', 'readwrite', { durability: 'strict' });
    const meta = transaction.objectStore('meta');
    const asked = meta.get('hlc');
    asked.onsuccess = () => {
      if (asked.result !== undefined) meta.put(asked.result);
    };
    const end = () => {
      db.close();
      resolve();
    };
    transaction.oncomplete = end;
    transaction.onabort = end;
  });
}

async function run(
  transaction: IDBTransaction,
  make: (meta: IDBObjectStore) => Change,
  onProgress: ((share: number) => void) | undefined,
  refuse: () => void,
): Promise<void> {
  const meta = transaction.objectStore('meta');
  const { isExpected, change, end } = make(meta);
  if (!isExpected(await answer(meta.get(LOCK_ROW)))) return refuse();
  const stores = [...transaction.objectStoreNames].map((store) => transaction.objectStore(store));
  let total = 0;
  for (const store of stores) total += await answer(store.count());
  let done = 0;
  for (const store of stores) {
    const { keyPath, name } = store;
    const indexes = [...store.indexNames].map((index) => ({ keyPath: store.index(index).keyPath }));
    const changed = change({ name, schema: { primaryKey: { keyPath }, indexes } });
    // The keys as they were: where they change with their rows, new ones come to lie between them.
    const keys = await answer(store.getAllKeys());
    const keysChange = [keyPath].flat().some((field) => BLINDED[name]?.[field ?? '']);
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const some = keys.slice(from, from + AT_ONCE);
      const rows = keysChange
        ? await Promise.all(some.map((key) => answer(store.get(key))))
        : await answer(store.getAll(IDBKeyRange.bound(some[0], some.at(-1))));
      for (const [i, row] of rows.entries()) {
        const key = some[i];
        const next = changed(row);
        if (key === undefined || next === null) continue;
        if (keysChange) store.delete(key);
        store.put(next);
      }
      done += some.length;
      onProgress?.(total === 0 ? 1 : done / total);
    }
  }
  end();
}

/** What the browser's own promises cannot: a transaction stays open over it, since it goes on in the answer's own turn. */
const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

import { freeBytes, LEAST_BYTES } from './free-bytes.ts';
import { isTornHere } from './fresh-log.ts';

/** What Dexie asks of an `indexedDB`. */
type Factory = Pick<IDBFactory, 'databases' | 'deleteDatabase' | 'cmp'> & {
  open(name: string, version?: number): Request;
};

/** Of a request, what Dexie asks for while it opens. */
interface Request {
  onsuccess: ((event: Event) => void) | null;
  onerror: ((event: Refused) => void) | null;
  onblocked: ((event: Event) => void) | null;
  onupgradeneeded: ((event: IDBVersionChangeEvent) => void) | null;
  readonly result: IDBDatabase | undefined;
  readonly transaction: IDBTransaction | null | undefined;
}

type Refused = Pick<Event, 'preventDefault' | 'stopPropagation'> & { target: { error: unknown } };

/**
 * Whether opening may do harm: Chromium (156) writes into its log as it opens, also behind a record that a full disk cut,
 * and after that the next start deletes every database. Where there is room a new log ends that; without it the only way
 * not to lose all is not to open. `isWhole`: a new log was begun in this life of the browser, and nothing cut since.
 */
async function isRisky(isWhole: () => Promise<boolean>): Promise<boolean> {
  try {
    if ((await freeBytes()) >= LEAST_BYTES) return false;
  } catch {
    // Nobody tells how much room there is.
    return false;
  }
  return isTornHere() || !(await isWhole());
}

/**
 * The browser's `indexedDB`, but that it opens nothing while opening may do harm: it refuses with a QuotaExceededError then,
 * and looks anew each time. @param isWhole resolves to whether the log is surely whole; must not reject.
 */
export const openWithRoom = (isWhole: () => Promise<boolean>): Factory => ({
  databases: () => indexedDB.databases(),
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  cmp: (one, other) => indexedDB.cmp(one, other),
  open(name, version) {
    let real: IDBOpenDBRequest | undefined;
    const request: Request = {
      onsuccess: null,
      onerror: null,
      onblocked: null,
      onupgradeneeded: null,
      get result() {
        return real?.result;
      },
      get transaction() {
        return real?.transaction;
      },
    };
    const refuse = (error: unknown) =>
      request.onerror?.({ target: { error }, preventDefault() {}, stopPropagation() {} });
    void isRisky(isWhole)
      .then((risky) => {
        if (risky) {
          refuse(new DOMException('too little room on the disk to open safely', 'QuotaExceededError'));
          return;
        }
        const asked = indexedDB.open(name, version);
        real = asked;
        asked.onsuccess = (event) => request.onsuccess?.(event);
        asked.onblocked = (event) => request.onblocked?.(event);
        asked.onupgradeneeded = (event) => request.onupgradeneeded?.(event);
        asked.onerror = (event) => {
          event.preventDefault();
          event.stopPropagation();
          refuse(asked.error);
        };
      })
      .catch(refuse);
    return request;
  },
});

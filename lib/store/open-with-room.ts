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
 * not to lose all is not to open. `wholeLog`: sees to it that a new log was begun in this life of the browser.
 */
async function isRisky(wholeLog: () => Promise<boolean>): Promise<boolean> {
  // Nobody may tell how much room there is.
  const room = freeBytes().catch(() => LEAST_BYTES);
  const [isWhole, bytes] = await Promise.all([wholeLog(), room]);
  return bytes < LEAST_BYTES && (isTornHere() || !isWhole);
}

/**
 * The browser's `indexedDB`, but that it opens nothing before a new log was begun, nor while opening may do harm: it refuses
 * with a QuotaExceededError then, and looks anew each time. @param wholeLog begins one where none was, and resolves to
 * whether the log is surely whole; must not reject.
 */
export const openWithRoom = (wholeLog: () => Promise<boolean>): Factory => ({
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
    void isRisky(wholeLog)
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

import type { Series } from '../event.ts';
import type { CalendarRow, EventBucket, StagedPage } from './calendar-row.ts';

/** Where the engine keeps one calendar. The database in the product, plain maps in tests that run by the thousand. */
export interface CalendarStore {
  read(calendarId: string): Promise<CalendarRow | undefined>;
  /** One transaction: all that `work` does is kept, or (when it throws or the worker is killed) nothing. */
  /** Series that are likely to be put before long; a store may get ready for them. Touches nothing that is kept. */
  foresee?(series: readonly Series[]): Promise<void>;
  change<T>(calendarId: string, work: (tx: CalendarTx) => Promise<T>): Promise<T>;
}

/**
 * One calendar inside a transaction. Nothing but its own promises may be awaited between its calls. Those of writes
 * resolve once the write is on its way: the transaction ends when all are through, and as a whole.
 */
export interface CalendarTx {
  row(): Promise<CalendarRow | undefined>;
  setRow(row: CalendarRow): Promise<void>;
  /** Pages of a full reading under way, in order. */
  pages(): Promise<StagedPage[]>;
  stage(page: StagedPage): Promise<void>;
  clearPages(): Promise<void>;
  allBuckets(): Promise<EventBucket[]>;
  buckets(numbers: readonly number[]): Promise<EventBucket[]>;
  /** The buckets that name any of these series among their `keys`. */
  bucketsOfKeys(keys: readonly string[]): Promise<EventBucket[]>;
  /** Buckets without events are deleted. */
  putBuckets(buckets: readonly EventBucket[]): Promise<void>;
  /** Puts series in the place of what was stored under their keys, and forgets those of `gone`. */
  putSeries(changed: readonly Series[], gone: readonly string[]): Promise<void>;
}

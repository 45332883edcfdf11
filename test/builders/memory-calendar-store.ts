import type { Series } from '../../lib/calendar/event.ts';
import {
  bucketOf,
  bucketOfKey,
  EventSet,
  indexKey,
  keyOfRoot,
  NO_EVENTS,
  rootOf,
} from '../../lib/calendar/sync/buckets.ts';
import {
  type CalendarRow,
  type EventBucket,
  eventsIn,
  type StagedPage,
} from '../../lib/calendar/sync/calendar-row.ts';
import type { CalendarStore, CalendarTx } from '../../lib/calendar/sync/calendar-store.ts';

interface State {
  row: CalendarRow | undefined;
  pages: Map<number, StagedPage>;
  buckets: Map<number, EventBucket>;
  series: Map<string, Series>;
}

/** A store whose state a test can look at, and that it can kill. */
export interface CourseStore extends CalendarStore {
  /** Called around each transaction; what it throws is what a killed worker is. */
  onChange: (when: 'before' | 'inside' | 'after') => void;
  /** Throws when something is there twice, in the wrong place or left over. */
  assertSound(): void | Promise<void>;
  series(): Map<string, Series> | Promise<Map<string, Series>>;
}

/** One calendar in plain maps, with the database's manners: a transaction is kept whole or not at all, rows are copies. */
export class MemoryCalendarStore implements CourseStore {
  state: State;
  onChange: CourseStore['onChange'] = () => undefined;

  constructor(row: CalendarRow) {
    this.state = { row, pages: new Map(), buckets: new Map(), series: new Map() };
  }

  async read(): Promise<CalendarRow | undefined> {
    return structuredClone(this.state.row);
  }

  /** The transaction under way; as in a database the next one waits for it. */
  #last: Promise<unknown> = Promise.resolve();

  change<T>(_: string, work: (tx: CalendarTx) => Promise<T>): Promise<T> {
    const next = this.#last.then(() => this.#change(work));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #change<T>(work: (tx: CalendarTx) => Promise<T>): Promise<T> {
    this.onChange('before');
    const draft = structuredClone(this.state);
    const result = await work(transaction(draft));
    this.onChange('inside');
    this.state = draft;
    this.onChange('after');
    return result;
  }

  series(): Map<string, Series> {
    return this.state.series;
  }

  assertSound(): void {
    const { row, pages, buckets } = this.state;
    assertSound({ row, pages: [...pages.values()], buckets: [...buckets.values()] });
  }
}

/** What must hold whatever happened: each event once, in its bucket, under its key, and no page left over. */
export function assertSound(state: {
  row: CalendarRow | undefined;
  pages: readonly StagedPage[];
  buckets: readonly EventBucket[];
}): void {
  const seen = new Set<string>();
  for (const { bucket, calendarId, json, keys } of state.buckets) {
    const events = eventsIn({ json });
    const { roots } = new EventSet(events);
    const wanted = [...roots].flatMap(([root, own]) => {
      const key = keyOfRoot(root, own);
      return bucketOfKey(key) === bucketOf(root) ? [] : [indexKey(calendarId, key)];
    });
    if (events.length === 0) throw new Error('an empty bucket');
    if ([...new Set(wanted)].sort().join() !== [...keys].sort().join()) {
      throw new Error(`bucket ${bucket} has keys ${keys.join()} for ${wanted.join()}`);
    }
    for (const event of events) {
      if (seen.has(event.id)) throw new Error(`${event.id} is there twice`);
      seen.add(event.id);
      if (bucketOf(rootOf(event)) !== bucket) throw new Error(`${event.id} in bucket ${bucket}`);
    }
  }
  if (state.row?.cursor?.kind === 'changes' && state.pages.length > 0) throw new Error('pages left over');
  if ((state.row?.staged ?? 0) !== state.pages.length) throw new Error('pages miscounted');
}

function transaction(state: State): CalendarTx {
  return {
    row: async () => structuredClone(state.row),
    async setRow(row) {
      state.row = structuredClone(row);
    },
    pages: async () => [...state.pages.values()].sort((a, b) => a.page - b.page),
    async stage(page) {
      state.pages.set(page.page, structuredClone(page));
    },
    async clearPages() {
      state.pages.clear();
    },
    allBuckets: async () => structuredClone([...state.buckets.values()]),
    buckets: async (numbers) => structuredClone(numbers.flatMap((number) => state.buckets.get(number) ?? [])),
    bucketsOfKeys: async (keys) =>
      structuredClone(
        [...state.buckets.values()].filter((bucket) =>
          bucket.keys.some((key) => keys.includes(key.slice(key.indexOf('\n') + 1))),
        ),
      ),
    async putBuckets(buckets) {
      for (const bucket of buckets) {
        if (bucket.json === NO_EVENTS) state.buckets.delete(bucket.bucket);
        else state.buckets.set(bucket.bucket, structuredClone(bucket));
      }
    },
    async putSeries(changed, gone) {
      for (const key of gone) state.series.delete(key);
      for (const series of changed) state.series.set(series.key, structuredClone(series));
    },
  };
}

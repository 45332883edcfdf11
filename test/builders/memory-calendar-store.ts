import type { Series } from '../../lib/calendar/event.ts';
import { bucketOf, keyOfRoot, rootOf, toRoots } from '../../lib/calendar/sync/buckets.ts';
import type { CalendarRow, EventBucket, StagedPage } from '../../lib/calendar/sync/calendar-row.ts';
import type { CalendarStore, CalendarTx } from '../../lib/calendar/sync/calendar-store.ts';
import type { RemoteEvent } from '../../lib/calendar/sync/provider.ts';

interface State {
  row: CalendarRow | undefined;
  pages: Map<number, StagedPage>;
  buckets: Map<number, EventBucket>;
  series: Map<string, Series>;
}

/** One calendar in plain maps, with the database's manners: a transaction is kept whole or not at all, rows are copies. */
export class MemoryCalendarStore implements CalendarStore {
  state: State;
  /** Called around each transaction; what it throws is what a killed worker is. */
  onChange: (when: 'before' | 'inside' | 'after') => void = () => undefined;

  constructor(row: CalendarRow) {
    this.state = { row, pages: new Map(), buckets: new Map(), series: new Map() };
  }

  async read(): Promise<CalendarRow | undefined> {
    return structuredClone(this.state.row);
  }

  async change<T>(_: string, work: (tx: CalendarTx) => Promise<T>): Promise<T> {
    this.onChange('before');
    const draft = structuredClone(this.state);
    const result = await work(transaction(draft));
    this.onChange('inside');
    this.state = draft;
    this.onChange('after');
    return result;
  }

  /** Every event known, by id. */
  events(): Map<string, RemoteEvent> {
    const all = [...this.state.buckets.values()].flatMap((bucket) => bucket.events);
    return new Map(all.map((event) => [event.id, event]));
  }

  /** What must hold whatever happened: each event once, in its bucket, under its key, and no page left over. */
  assertSound(): void {
    let count = 0;
    for (const [number, bucket] of this.state.buckets) {
      const roots = toRoots([bucket]);
      const keys = [...roots].map(
        ([root, events]) => `${bucket.calendarId}\n${keyOfRoot(root, events.values())}`,
      );
      if (bucket.events.length === 0) throw new Error('an empty bucket');
      if (JSON.stringify([...new Set(keys)].sort()) !== JSON.stringify([...bucket.keys].sort())) {
        throw new Error(`bucket ${number} has keys ${bucket.keys.join()} for ${keys.join()}`);
      }
      for (const event of bucket.events) {
        count++;
        if (bucketOf(rootOf(event)) !== number) throw new Error(`${event.id} in bucket ${number}`);
      }
    }
    if (count !== this.events().size) throw new Error('an event is there twice');
    if (this.state.row?.cursor?.kind === 'changes' && this.state.pages.size > 0)
      throw new Error('pages left over');
    if ((this.state.row?.staged ?? 0) !== this.state.pages.size) throw new Error('pages miscounted');
  }
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
        if (bucket.events.length === 0) state.buckets.delete(bucket.bucket);
        else state.buckets.set(bucket.bucket, structuredClone(bucket));
      }
    },
    async putSeries(changed, gone) {
      for (const key of gone) state.series.delete(key);
      for (const series of changed) state.series.set(series.key, structuredClone(series));
    },
  };
}

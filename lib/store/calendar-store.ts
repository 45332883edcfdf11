import { indexKey, NO_EVENTS } from '../calendar/sync/buckets.ts';
import type { CalendarStore, CalendarTx } from '../calendar/sync/calendar-store.ts';
import { type Database, READING_TABLES } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { knownCircles } from './known-circles.ts';
import { rowsOf } from './rows-of.ts';
import { seriesPutter, type Write } from './series-putter.ts';
import { spotAhead } from './sort-series.ts';

/** Calendars of accounts in the database, for one reading. */
export function calendarStore(db: Database): CalendarStore {
  let circles: ReturnType<typeof knownCircles> | undefined;
  return {
    read: (calendarId) => db.calendars.get(calendarId),
    change: (calendarId, work) =>
      db.transaction('rw', READING_TABLES, async (tx) => {
        const writes: PromiseLike<unknown>[] = [];
        const write: Write = (one) => {
          // One that fails before it is waited for is said below.
          one.then(undefined, () => undefined);
          writes.push(one);
        };
        try {
          return await work(transaction(inTransaction(tx, READING_TABLES), calendarId, write));
        } finally {
          await Promise.all(writes);
        }
      }),
    async foresee(series) {
      circles ??= knownCircles(db);
      spotAhead(await circles, series);
    },
  };
}

function transaction(
  db: Pick<Database, (typeof READING_TABLES)[number]>,
  calendarId: string,
  write: Write,
): CalendarTx {
  const ofCalendar = (number: number): [string, number] => [calendarId, number];
  return {
    row: () => db.calendars.get(calendarId),
    async setRow(row) {
      write(db.calendars.put(row));
      // The list of sources says when each was read, whatever kind it is.
      write(
        db.sources.update(calendarId, {
          readAt: row.syncedAt,
          triedAt: row.triedAt ?? undefined,
          events: row.events,
        }),
      );
    },
    pages: () => db.pages.where('calendarId').equals(calendarId).sortBy('page'),
    async stage(page) {
      write(db.pages.put(page));
    },
    async clearPages() {
      write(db.pages.where('[calendarId+page]').between([calendarId], [calendarId, []]).delete());
    },
    allBuckets: () => db.events.where('calendarId').equals(calendarId).toArray(),
    async buckets(numbers) {
      const found = await db.events.bulkGet(numbers.map(ofCalendar));
      return found.filter((one) => one !== undefined);
    },
    bucketsOfKeys: (keys) =>
      rowsOf(
        db.events,
        'keys',
        keys.map((key) => indexKey(calendarId, key)),
      ),
    async putBuckets(buckets) {
      const empty = buckets.filter((one) => one.json === NO_EVENTS);
      const full = buckets.filter((one) => one.json !== NO_EVENTS);
      if (empty.length > 0) write(db.events.bulkDelete(empty.map((one) => ofCalendar(one.bucket))));
      if (full.length > 0) write(db.events.bulkPut(full));
    },
    putSeries: seriesPutter(db, calendarId, write),
  };
}

import { indexKey, NO_EVENTS } from '../calendar/sync/buckets.ts';
import type { CalendarStore, CalendarTx } from '../calendar/sync/calendar-store.ts';
import { putSeries, spotAhead } from './calendar.ts';
import { type Database, READING_TABLES } from './database.ts';
import { inTransaction } from './in-transaction.ts';

/** Calendars of accounts in the database. */
export const calendarStore = (db: Database): CalendarStore => ({
  read: (calendarId) => db.calendars.get(calendarId),
  change: (calendarId, work) =>
    db.transaction('rw', READING_TABLES, (tx) =>
      work(transaction(inTransaction(tx, READING_TABLES), calendarId)),
    ),
  foresee: (series) => spotAhead(db, series),
});

function transaction(db: Pick<Database, (typeof READING_TABLES)[number]>, calendarId: string): CalendarTx {
  const ofCalendar = (number: number): [string, number] => [calendarId, number];
  return {
    row: () => db.calendars.get(calendarId),
    async setRow(row) {
      await db.calendars.put(row);
      // The list of sources says when each was read, whatever kind it is.
      await db.sources.update(calendarId, {
        readAt: row.syncedAt,
        triedAt: row.triedAt ?? undefined,
        events: row.events,
      });
    },
    pages: () => db.pages.where('calendarId').equals(calendarId).sortBy('page'),
    async stage(page) {
      await db.pages.put(page);
    },
    async clearPages() {
      await db.pages.where('[calendarId+page]').between([calendarId], [calendarId, []]).delete();
    },
    allBuckets: () => db.events.where('calendarId').equals(calendarId).toArray(),
    async buckets(numbers) {
      const found = await db.events.bulkGet(numbers.map(ofCalendar));
      return found.filter((one) => one !== undefined);
    },
    bucketsOfKeys: (keys) =>
      db.events
        .where('keys')
        .anyOf(keys.map((key) => indexKey(calendarId, key)))
        .distinct()
        .toArray(),
    async putBuckets(buckets) {
      const empty = buckets.filter((one) => one.json === NO_EVENTS);
      const full = buckets.filter((one) => one.json !== NO_EVENTS);
      if (empty.length > 0) await db.events.bulkDelete(empty.map((one) => ofCalendar(one.bucket)));
      if (full.length > 0) await db.events.bulkPut(full);
    },
    putSeries: (changed, gone) => putSeries(db, calendarId, changed, gone),
  };
}

import { indexKey } from '../calendar/sync/buckets.ts';
import type { CalendarStore, CalendarTx } from '../calendar/sync/calendar-store.ts';
import { putSeries, seriesTables } from './calendar.ts';
import type { Database } from './database.ts';

/** Calendars of accounts in the database. */
export function calendarStore(db: Database): CalendarStore {
  const tables = [...new Set([db.calendars, db.events, db.pages, db.sources, ...seriesTables(db)])];
  return {
    read: (calendarId) => db.calendars.get(calendarId),
    change: (calendarId, work) => db.transaction('rw', tables, () => work(transaction(db, calendarId))),
  };
}

function transaction(db: Database, calendarId: string): CalendarTx {
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
      await db.pages.where('calendarId').equals(calendarId).delete();
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
      const empty = buckets.filter((one) => one.events.length === 0);
      await db.events.bulkDelete(empty.map((one) => ofCalendar(one.bucket)));
      await db.events.bulkPut(buckets.filter((one) => one.events.length > 0));
    },
    putSeries: (changed, gone) => putSeries(db, calendarId, changed, gone),
  };
}

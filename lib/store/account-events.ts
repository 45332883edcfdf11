import { bucketOfKey, indexKey, keyOfRoot, rootOf } from '../calendar/sync/buckets.ts';
import { type CalendarRow, type EventBucket, eventsIn } from '../calendar/sync/calendar-row.ts';
import type { RemoteEvent } from '../calendar/sync/provider.ts';
import type { Database } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** The buckets of some calendars that may hold events of some series; others' events are in them too. */
export async function bucketsOfSeries(
  db: Database,
  calendarIds: readonly string[],
  keys: readonly string[],
): Promise<EventBucket[]> {
  if (calendarIds.length === 0 || keys.length === 0) return [];
  const numbers = [...new Set(keys.map(bucketOfKey))];
  const [near, named] = await Promise.all([
    db.events.bulkGet(calendarIds.flatMap((id) => numbers.map((number): [string, number] => [id, number]))),
    rowsOf(
      db.events,
      'keys',
      calendarIds.flatMap((id) => keys.map((key) => indexKey(id, key))),
    ),
  ]);
  const all = [...near.filter((one) => one !== undefined), ...named];
  return [...new Map(all.map((one) => [`${one.calendarId} ${one.bucket}`, one])).values()];
}

/** A series as one calendar of an account has it, event by event. */
export interface SeriesEvents {
  calendar: CalendarRow;
  events: readonly RemoteEvent[];
}

/** The events of a series in each ticked calendar that has it: what a client needs ids of to read and write. */
export async function eventsOfSeries(db: Database, key: string): Promise<SeriesEvents[]> {
  const calendars = (await db.calendars.toArray()).filter((one) => one.ticked);
  const buckets = await bucketsOfSeries(
    db,
    calendars.map((one) => one.id),
    [key],
  );
  return calendars.flatMap((calendar) => {
    const own = buckets.filter((one) => one.calendarId === calendar.id).flatMap(eventsIn);
    const roots = [...Map.groupBy(own, rootOf)].filter(([root, events]) => keyOfRoot(root, events) === key);
    return roots.length > 0 ? [{ calendar, events: roots.flatMap(([, events]) => events) }] : [];
  });
}

import type { Series } from '../calendar/event.ts';
import { eventsIn } from '../calendar/sync/calendar-row.ts';
import { Reading } from '../calendar/sync/reading.ts';
import type { Database } from './database.ts';

/**
 * The series of accounts' calendars (of all, or of one), made from their events as the last reading would make them.
 * They are not stored as well: to write ten thousand takes longer than to make them, and few are ever asked for.
 */
export async function seriesOfCalendars(
  { calendars, events }: Pick<Database, 'calendars' | 'events'>,
  calendarId?: string,
): Promise<Series[]> {
  const [rows, buckets] = await Promise.all(
    calendarId === undefined
      ? [calendars.toArray(), events.toArray()]
      : [
          calendars.where('id').equals(calendarId).toArray(),
          events.where('calendarId').equals(calendarId).toArray(),
        ],
  );
  const byCalendar = Map.groupBy(buckets, (bucket) => bucket.calendarId);
  return rows.flatMap(({ id, madeFor, listed }) => {
    const own = byCalendar.get(id);
    if (!madeFor || !own) return [];
    const reading = new Reading({ sourceId: id, window: madeFor, dates: listed ? 'listed' : 'by-rule' });
    reading.add({ events: own.flatMap(eventsIn), removed: [] });
    return reading.all();
  });
}

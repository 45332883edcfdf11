import { halfDeclined } from '../calendar/three-slots.ts';
import type { CircleRow } from '../circle/circle.ts';
import { eventsOfSeries } from './account-events.ts';
import type { Database } from './database.ts';
import { rowsOf } from './rows-of.ts';

/**
 * Whether half of those who were asked have declined the date that began at `originalStart` by the rule: by that date's
 * own answers where a calendar gives them, otherwise by those to the series. Without a date the series is asked.
 */
export async function isDeclined(
  db: Database,
  circle: Pick<CircleRow, 'seriesKeys'>,
  originalStart: number | undefined,
): Promise<boolean> {
  const [copies, found] = await Promise.all([
    rowsOf(db.series, 'key', circle.seriesKeys),
    Promise.all(circle.seriesKeys.map((key) => eventsOfSeries(db, key))),
  ]);
  const dates = found
    .flat()
    .flatMap(({ calendar, events }) =>
      events
        .filter((one) => one.kind === 'instance' && one.originalStart === originalStart && !one.cancelled)
        .map((date) => ({ calendarId: calendar.id, date })),
    )
    .filter(({ date }) => date.guests.length > 0);
  const own = new Set(dates.map(({ calendarId }) => calendarId));
  return (
    dates.some(({ date }) => halfDeclined(date)) ||
    copies.some((copy) => !own.has(copy.sourceId) && halfDeclined(copy))
  );
}

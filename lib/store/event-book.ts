import { keyOfRoot, rootOf } from '../calendar/sync/buckets.ts';
import { eventsIn } from '../calendar/sync/calendar-row.ts';
import type { EventBook } from '../calendar-page/event-book.ts';
import { type EventIds, eventIds } from '../calendar-page/event-ids.ts';
import type { CardShow, PageEvent } from '../platform/messages.ts';
import { bucketsOfSeries } from './account-events.ts';
import { bestFirst } from './copies.ts';
import type { Database, SeriesRow } from './database.ts';
import { isShut } from './open.ts';
import { rowsOf } from './rows-of.ts';

/** What is known here of an event that a calendar's page shows. Instants are UTC ms. */
export interface FoundEvent {
  show: CardShow;
  /** The circle whose event it is. */
  circleId: string | null;
  /** The series as a calendar that was read here has it. */
  series: SeriesRow | null;
  /** Start of this date by the rule; names its meeting. Null where the page does not say which date it is. */
  originalStart: number | null;
  /** When it is, after any move. */
  date: { start: number; lengthMs: number; cancelled: boolean } | null;
}

const UNKNOWN: FoundEvent = {
  show: 'nothing',
  circleId: null,
  series: null,
  originalStart: null,
  date: null,
};

/**
 * Looks up what an event of a page is here: a circle's (by what the member decided, or a circle that names the series),
 * one that looks like a circle and was not decided on, or nothing. What only may be one is not asked about in the page.
 */
export async function findEvent(db: Database, event: PageEvent): Promise<FoundEvent> {
  const ids = eventIds(event);
  const { keys, originalStart } = await namesOf(db, ids);
  if (keys.length === 0) return UNKNOWN;
  const [copies, sources, linked, decisions] = await Promise.all([
    rowsOf(db.series, 'key', keys),
    db.sources.toArray(),
    rowsOf(db.circles, 'seriesKeys', keys),
    db.decisions.bulkGet([...keys]),
  ]);
  const rows = bestFirst(copies, sources);
  const series = rows[0] ?? null;
  const decision = decisions.find((one) => one !== undefined);
  const decided = decision?.circleId ? await db.circles.get(decision.circleId) : undefined;
  const circle = decided ?? linked.find((one) => !one.archived);
  const date = dateOf(rows, originalStart);
  const found = { series, originalStart: originalStart ?? date?.originalStart ?? null, date };
  if (circle) return { ...found, circleId: circle.id, show: circle.archived ? 'nothing' : 'circle' };
  const isOffer = !decision && series?.verdict === 'circle' && series.status !== 'cancelled';
  return { ...found, circleId: null, show: isOffer ? 'offer' : 'nothing' };
}

interface Names {
  keys: readonly string[];
  originalStart: number | null;
}

/**
 * The keys to look for, and which date it is. Rows of accounts say so best; of those only the ones are read whose series
 * was spotted, decided on, or belongs to a circle, since for no other is there a card.
 */
async function namesOf(db: Database, { remote, keys, originalStart }: EventIds): Promise<Names> {
  const [calendars, series, circles] = await Promise.all([
    db.calendars.toCollection().primaryKeys(),
    db.series.orderBy('key').uniqueKeys(),
    db.circles.toArray(),
  ]);
  const wanted = new Set([...series.map(String), ...circles.flatMap((circle) => circle.seriesKeys)]);
  // Behind an async function that asks the database nothing, Dexie loses sight of a live query for good.
  const isAsked = calendars.length > 0 && wanted.size > 0;
  const buckets = isAsked ? await bucketsOfSeries(db, calendars, [...wanted]) : [];
  const events = buckets.flatMap(eventsIn);
  for (const id of remote) {
    const event = events.find((one) => one.id === id);
    if (!event) continue;
    const root = rootOf(event);
    const key = keyOfRoot(
      root,
      events.filter((one) => rootOf(one) === root),
    );
    const isDate = event.kind !== 'master';
    return {
      keys: [key],
      originalStart: originalStart ?? (isDate ? (event.originalStart ?? event.start) : null),
    };
  }
  return { keys, originalStart };
}

/** The date that began at `originalStart`; for an event without dates of its own its only one. */
function dateOf(rows: readonly SeriesRow[], originalStart: number | null) {
  const dates = rows.flatMap((row) => row.occurrences);
  if (originalStart !== null) return dates.find((date) => date.originalStart === originalStart) ?? null;
  return dates.length === 1 ? (dates[0] ?? null) : null;
}

/** What the calendar page's background asks, answered from the database. */
export const eventBook = (db: Database): EventBook => ({
  show: async (event) => ((await isShut(db)) ? 'nothing' : (await findEvent(db, event)).show),
});

import type { calendar_v3 } from '@googleapis/calendar';
import { exceptionsOf, hasDate, instanceData, instanceId } from './edit.ts';
import { originalStarts } from './expand.ts';
import { isOrganizer } from './guests.ts';
import type { Data, Stored, When } from './types.ts';
import { etagOf, thinEvent, type Viewing, viewEvent } from './view.ts';
import { instant, sameWhen } from './when.ts';

/** What a list asks for. */
export interface Query {
  /** UTC ms, both exclusive as the reference says: `end > from`, `start < to`. */
  from: number | undefined;
  to: number | undefined;
  /** Where an expansion without `to` ends. */
  horizon: number;
  single: boolean;
  showDeleted: boolean | undefined;
  /** A sync token's revision: only what changed after it. */
  since: number | null;
  updatedMin: number | undefined;
  viewing: Viewing;
  keeps(data: Data, stored: Stored): boolean;
}

/** One row of a list; the answer is made when it is on the page. */
export interface Row {
  start: number;
  updated: number;
  view(): calendar_v3.Schema$Event;
}

/** The rows that one stored event gives to a list: none, itself, or the dates of a series. */
export function rowsOf(stored: Stored, query: Query): Row[] {
  if (query.since !== null && stored.revision <= query.since) return [];
  if (query.updatedMin !== undefined && stored.updated < query.updatedMin) return [];
  const deleted = query.since !== null || query.updatedMin !== undefined || query.showDeleted === true;
  const master = stored.exception ? stored.calendar.events.get(stored.exception.masterId) : undefined;
  const orphaned = master?.data.status === 'cancelled';
  if (stored.data.status === 'cancelled' || orphaned) {
    if (stored.exception && !query.single && !orphaned) return [thin(stored, query)];
    if (!deleted) return [];
    if (query.single && stored.data.recurrence) return datesOf(stored, query, true);
    return [
      query.showDeleted && isOrganizer(stored) && !stored.exception
        ? full(stored, query)
        : thin(stored, query),
    ];
  }
  if (!stored.data.recurrence || stored.exception) {
    if (
      !query.keeps(stored.data, stored) ||
      !(touches(stored, stored.data, query) || movedOut(stored, query))
    )
      return [];
    return [full(stored, query)];
  }
  if (query.single) return datesOf(stored, query, false);
  return query.keeps(stored.data, stored) && anyDate(stored, query) ? [full(stored, query)] : [];
}

const full = (stored: Stored, query: Query): Row => ({
  start: instant(stored.data.start, stored.calendar.zone),
  updated: stored.updated,
  view: () => viewEvent(stored, query.viewing),
});

const thin = (stored: Stored, query: Query): Row => ({
  start: instant(stored.data.start, stored.calendar.zone),
  updated: stored.updated,
  view: () => thinEvent(stored, etagOf(stored), query.viewing.zone),
});

function touches(stored: Stored, data: Data, query: Query): boolean {
  // What changed is told wherever it lies: a sync token takes no window.
  if (query.since !== null) return true;
  const start = instant(data.start, stored.calendar.zone);
  const end = instant(data.end, stored.calendar.zone);
  return (query.from === undefined || end > query.from) && (query.to === undefined || start < query.to);
}

/** Listed masters come with all that changed in the window, also what was moved out of it. */
function movedOut(stored: Stored, query: Query): boolean {
  if (query.single || !stored.exception) return false;
  const start = instant(stored.exception.original, stored.calendar.zone);
  return (query.from === undefined || start >= query.from) && (query.to === undefined || start < query.to);
}

function starts(
  stored: Stored,
  query: Query,
  series: { start: When; recurrence?: readonly string[] | undefined },
): When[] {
  const first = instant(series.start, stored.calendar.zone);
  return originalStarts(series, query.from ?? first, query.to ?? query.horizon);
}

function anyDate(stored: Stored, query: Query): boolean {
  if (query.since !== null || (query.from === undefined && query.to === undefined)) return true;
  if (exceptionsOf(stored).some((one) => one.data.status !== 'cancelled' && touches(one, one.data, query)))
    return true;
  return starts(stored, query, stored.data).some((start) =>
    touches(stored, instanceData(stored, start), query),
  );
}

/** The dates of a series that are as the rule says; `gone`: the series was deleted, so all of them are. */
function datesOf(stored: Stored, query: Query, gone: boolean): Row[] {
  const changed = exceptionsOf(stored);
  const isChanged = (start: When) =>
    changed.some(({ exception }) => exception && sameWhen(exception.original, start));
  const rows: Row[] = [];
  for (const original of starts(stored, query, stored.data)) {
    if (!gone && isChanged(original)) continue;
    const data = instanceData(stored, original);
    if (!touches(stored, data, query) || !query.keeps(data, stored)) continue;
    rows.push(gone ? goneDate(stored, original, query) : date(stored, original, query));
  }
  if (query.since === null || gone) return rows;
  const { since } = query;
  for (const past of stored.past.filter(({ until }) => until >= since)) {
    for (const original of starts(stored, query, past)) {
      if (!hasDate(stored.data, original) && !isChanged(original))
        rows.push(goneDate(stored, original, query));
    }
  }
  return rows;
}

/** One date of a series as a row. */
export function date(stored: Stored, original: When, query: Pick<Query, 'viewing'>): Row {
  const id = instanceId(stored.id, original, false);
  return {
    start: instant(original, stored.calendar.zone),
    updated: stored.updated,
    view: () => viewEvent(stored, query.viewing, { id, data: instanceData(stored, original), original }),
  };
}

function goneDate(stored: Stored, original: When, query: Query): Row {
  const id = instanceId(stored.id, original, false);
  return {
    start: instant(original, stored.calendar.zone),
    updated: stored.updated,
    view: () =>
      thinEvent({ id, exception: { masterId: stored.id, original } }, etagOf(stored), query.viewing.zone),
  };
}

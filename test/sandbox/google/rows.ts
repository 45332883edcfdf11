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
  return [...formerId(stored, query), ...ownRows(stored, query)];
}

function ownRows(stored: Stored, query: Query): Row[] {
  const deleted = query.since !== null || query.updatedMin !== undefined || query.showDeleted === true;
  const master = stored.exception ? stored.calendar.events.get(stored.exception.masterId) : undefined;
  // The dates of a deleted series are told of as well: a split may have brought them over from another.
  if (master?.data.status === 'cancelled') return deleted ? [thin(stored, query)] : [];
  if (stored.data.status === 'cancelled') {
    if (stored.exception) return deleted || !query.single ? [thin(stored, query)] : [];
    if (!deleted) return [];
    if (query.single && stored.data.recurrence) return datesOf(stored, query, true);
    return [query.showDeleted && isOrganizer(stored) ? full(stored, query) : thin(stored, query)];
  }
  if (!stored.data.recurrence || stored.exception) {
    const within = touches(stored, stored.data, query) || movedOut(stored, query);
    return within && query.keeps(stored.data, stored) ? [full(stored, query)] : [];
  }
  if (query.single) return datesOf(stored, query, false);
  return query.keeps(stored.data, stored) && anyDate(stored, query) ? [full(stored, query)] : [];
}

/** In a split series a date that becomes an exception gets another id: the one it had is gone. */
function formerId(stored: Stored, query: Query): Row[] {
  if (!stored.exception || query.since === null || !query.single) return [];
  const { masterId, original } = stored.exception;
  const id = instanceId(masterId, original, false);
  return id === stored.id ? [] : [goneDate(stored, id, masterId, original, query)];
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
    if (gone || isChanged(original)) continue;
    const data = instanceData(stored, original);
    if (touches(stored, data, query) && query.keeps(data, stored)) rows.push(date(stored, original, query));
  }
  const before = query.since === null ? [] : stored.past.filter(({ until }) => until >= (query.since ?? 0));
  const told = new Set<string>();
  for (const series of gone ? [stored.data, ...before] : before) {
    for (const original of starts(stored, query, series)) {
      const id = instanceId(stored.id, original, false);
      if (told.has(id) || stored.calendar.events.has(id) || (!gone && hasDate(stored.data, original)))
        continue;
      told.add(id);
      rows.push(goneDate(stored, id, stored.id, original, query));
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

function goneDate(stored: Stored, id: string, masterId: string, original: When, query: Query): Row {
  return {
    start: instant(original, stored.calendar.zone),
    updated: stored.updated,
    view: () => thinEvent({ id, exception: { masterId, original } }, etagOf(stored), query.viewing.zone),
  };
}

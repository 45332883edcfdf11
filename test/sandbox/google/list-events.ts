import type { calendar_v3 } from '@googleapis/calendar';
import { ianaZone } from '../../../lib/calendar/ics/zone.ts';
import { badRequest } from './errors.ts';
import { type Params, wordOf } from './params.ts';
import { hasProperties } from './properties.ts';
import { type Query, type Row, rowsOf } from './rows.ts';
import { pageToken, readPageToken, readSyncToken, syncToken } from './tokens.ts';
import type { CalendarState, Data, Role, Stored } from './types.ts';
import type { Viewing } from './view.ts';
import type { World } from './world.ts';

type Events = calendar_v3.Schema$Events;

/** Not together with a sync token (reference of events.list). */
const EXCLUDED = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
] as const;
/** With these a list is no full picture, and ends without a token. A window is allowed (guide "Synchronize resources"). */
const NO_TOKEN = EXCLUDED.filter((name) => name !== 'timeMin' && name !== 'timeMax');
/** An endless series is expanded this far. */
export const HORIZON = 730 * 86_400_000;

/** How the reader of a calendar wants its events written. */
export function viewingOf(calendar: CalendarState, role: Role, params: Params): Viewing {
  const zone = params.text('timeZone') ?? calendar.zone;
  if (!ianaZone(zone))
    throw badRequest('invalidParameter', `Invalid value '${zone}' for timeZone`, 'timeZone');
  const max = params.text('maxAttendees');
  return { zone, role, maxAttendees: max === undefined ? null : Number(max) };
}

/** events.list. */
export function listEvents(world: World, calendar: CalendarState, role: Role, params: Params): Events {
  const token = params.text('syncToken');
  const page = params.text('pageToken');
  const orderBy = wordOf(params, 'orderBy', ['startTime', 'updated']);
  const single = params.flag('singleEvents') ?? false;
  if (token !== undefined) refuseRestrictions(params);
  if (orderBy === 'startTime' && !single)
    throw badRequest(
      'badRequest',
      'The requested ordering is not available for the particular query.',
      'orderBy',
    );
  const syncQuery = queryKey(params, ['pageToken', 'syncToken', ...EXCLUDED]);
  const since = token === undefined ? null : readSyncToken(token, calendar, syncQuery).revision;
  const query = readQuery(world, calendar, role, params, single, since);
  const pageQuery = queryKey(params, ['pageToken']);
  const from = page === undefined ? null : readPageToken(page, calendar, pageQuery);
  const max = params.count('maxResults', 250, 2500);
  const revision = from?.revision ?? calendar.revision;
  const { rows, next } = orderBy
    ? sorted(calendar, query, orderBy, from?.skip ?? 0, max)
    : walked(calendar, query, from ?? { order: 0, skip: 0 }, max);
  return {
    kind: 'calendar#events',
    etag: `"p${calendar.revision}.${calendar.age}"`,
    summary: calendar.summary,
    updated: new Date(lastUpdate(calendar)).toISOString(),
    timeZone: query.viewing.zone,
    accessRole: role,
    defaultReminders: [{ method: 'popup', minutes: 30 }],
    ...(next
      ? { nextPageToken: pageToken({ calendar: calendar.id, query: pageQuery, revision, ...next }) }
      : NO_TOKEN.some((name) => params.texts(name).length > 0)
        ? {}
        : {
            nextSyncToken: syncToken({
              calendar: calendar.id,
              query: syncQuery,
              revision,
              age: calendar.age,
            }),
          }),
    items: rows.map((row) => row.view()),
  };
}

function refuseRestrictions(params: Params): void {
  const used = EXCLUDED.find((name) => params.texts(name).length > 0);
  if (used || params.flag('showDeleted') === false)
    throw badRequest(
      'syncTokenWithRequestRestrictions',
      'Sync token cannot be used with other request restrictions.',
      'syncToken',
    );
}

function readQuery(
  world: World,
  calendar: CalendarState,
  role: Role,
  params: Params,
  single: boolean,
  since: number | null,
): Query {
  const from = params.time('timeMin');
  const to = params.time('timeMax');
  if (from !== undefined && to !== undefined && to <= from)
    throw badRequest('timeRangeEmpty', 'The specified time range is empty.', 'timeMax');
  const words = params.text('q')?.toLowerCase();
  const uid = params.text('iCalUID');
  const own = params.texts('privateExtendedProperty');
  const shared = params.texts('sharedExtendedProperty');
  const types = params.texts('eventTypes');
  return {
    from,
    to,
    horizon: world.now() + HORIZON,
    single,
    showDeleted: params.flag('showDeleted'),
    since,
    updatedMin: params.time('updatedMin'),
    viewing: viewingOf(calendar, role, params),
    keeps: (data, stored) =>
      (uid === undefined || stored.iCalUID === uid) &&
      (types.length === 0 || types.includes('default')) &&
      hasProperties(data.private, own, 'privateExtendedProperty') &&
      hasProperties(data.shared, shared, 'sharedExtendedProperty') &&
      (words === undefined || textOf(data, stored).includes(words)),
  };
}

function textOf(data: Data, stored: Stored): string {
  const people = [stored.organizer, ...data.attendees].flatMap(({ email, displayName }) => [
    email,
    displayName,
  ]);
  return [data.summary, data.description, data.location, ...people].join('\n').toLowerCase();
}

export function queryKey(params: Params, without: readonly string[]): string {
  const kept = params.list.filter(([name]) => !without.includes(name));
  return JSON.stringify(kept.map(([name, value]) => `${name}=${value}`).sort());
}

export const lastUpdate = (calendar: CalendarState) => {
  let last = 0;
  for (const { updated } of calendar.events.values()) last = Math.max(last, updated);
  return last;
};

interface Found {
  rows: Row[];
  next: { order: number; skip: number } | null;
}

/** In the stable order. The place is kept by the event, not by counting, so nothing is missed when events go meanwhile. */
function walked(
  calendar: CalendarState,
  query: Query,
  from: { order: number; skip: number },
  max: number,
): Found {
  const rows: Row[] = [];
  for (const stored of calendar.events.values()) {
    if (stored.order < from.order) continue;
    const own = rowsOf(stored, query);
    const skip = stored.order === from.order ? from.skip : 0;
    for (const [index, row] of own.entries()) {
      if (index < skip) continue;
      if (rows.length === max) return { rows, next: { order: stored.order, skip: index } };
      rows.push(row);
    }
  }
  return { rows, next: null };
}

function sorted(
  calendar: CalendarState,
  query: Query,
  by: 'startTime' | 'updated',
  skip: number,
  max: number,
): Found {
  const all = [...calendar.events.values()].flatMap((stored) => rowsOf(stored, query));
  all.sort(by === 'updated' ? (a, b) => a.updated - b.updated : (a, b) => a.start - b.start);
  const end = skip + max;
  return { rows: all.slice(skip, end), next: all.length > end ? { order: 0, skip: end } : null };
}

import type { calendar_v3 } from '@googleapis/calendar';
import { exceptionsOf } from './edit.ts';
import { originalStarts } from './expand.ts';
import { HORIZON, lastUpdate, queryKey, viewingOf } from './list-events.ts';
import type { Params } from './params.ts';
import { date, type Row } from './rows.ts';
import { pageToken, readPageToken } from './tokens.ts';
import type { Role, Stored } from './types.ts';
import { etagOf, thinEvent, viewEvent } from './view.ts';
import { instant, sameWhen } from './when.ts';
import type { World } from './world.ts';

type Events = calendar_v3.Schema$Events;

/** events.instances: the dates of one series, changed ones in their place, by start. */
export function listInstances(world: World, master: Stored, role: Role, params: Params): Events {
  const { calendar } = master;
  const viewing = viewingOf(calendar, role, params);
  const from = params.time('timeMin');
  const to = params.time('timeMax');
  const wanted = params.text('originalStart');
  const query = queryKey(params, ['pageToken']);
  const page = params.text('pageToken');
  const skip = page === undefined ? 0 : readPageToken(page, calendar, `${master.id}${query}`).skip;
  const max = params.count('maxResults', 250, 2500);
  const changed = exceptionsOf(master);
  const rows: Row[] = [];
  const first = instant(master.data.start, calendar.zone);
  for (const start of master.data.recurrence
    ? originalStarts(master.data, from ?? first, to ?? world.now() + HORIZON)
    : []) {
    if (changed.some(({ exception }) => exception && sameWhen(exception.original, start))) continue;
    rows.push(date(master, start, { viewing }));
  }
  for (const one of changed) {
    const gone = one.data.status === 'cancelled';
    if (gone && !params.flag('showDeleted')) continue;
    rows.push({
      start: instant(one.data.start, calendar.zone),
      updated: one.updated,
      view: () => (gone ? thinEvent(one, etagOf(one), viewing.zone) : viewEvent(one, viewing)),
    });
  }
  const length = instant(master.data.end, calendar.zone) - first;
  const kept = rows
    .filter(({ start }) => (from === undefined || start + length > from) && (to === undefined || start < to))
    .filter((row) => wanted === undefined || isOriginal(row.view(), wanted))
    .sort((a, b) => a.start - b.start);
  const end = skip + max;
  return {
    kind: 'calendar#events',
    etag: `"p${calendar.revision}.${calendar.age}"`,
    summary: calendar.summary,
    updated: new Date(lastUpdate(calendar)).toISOString(),
    timeZone: viewing.zone,
    accessRole: role,
    defaultReminders: [{ method: 'popup', minutes: 30 }],
    ...(kept.length > end
      ? {
          nextPageToken: pageToken({
            calendar: calendar.id,
            query: `${master.id}${query}`,
            order: 0,
            skip: end,
            revision: calendar.revision,
          }),
        }
      : {}),
    items: kept.slice(skip, end).map((row) => row.view()),
  };
}

function isOriginal(event: calendar_v3.Schema$Event, wanted: string): boolean {
  const { date: day, dateTime } = event.originalStartTime ?? {};
  return day ? day === wanted : Date.parse(dateTime ?? '') === Date.parse(wanted);
}

import { deltaPage } from './delta.ts';
import type { Preferences } from './event-view.ts';
import { checkMatch, createEvent, deleteEvent, pointedAt, sendEvent, updateEvent } from './events.ts';
import { answerExtensions } from './extensions.ts';
import { denied, type GraphAnswer, type GraphRequest, notAllowed, ROOT } from './graph-request.ts';
import { list, readWindow } from './lists.ts';
import { datesIn, isInWindow } from './mailbox.ts';
import { calendars, me, sendCalendar } from './me.ts';
import { badRequest, notFound } from './problem.ts';
import { checkQuery, readPreferences, select } from './query.ts';
import { getSchedule } from './schedule.ts';
import { CALENDAR } from './shapes.ts';
import type { Item, StoredCalendar, World } from './state.ts';

const noSegment = (name: string) => badRequest(`Resource not found for the segment '${name}'.`);

/** Graph's answer to one request of a member; throws a `GraphProblem` for all that is not right. */
export function answerGraph(world: World, request: GraphRequest): GraphAnswer {
  const [who, ...rest] = request.parts;
  if (who !== 'me') throw noSegment(who ?? '');
  if (rest.length === 0) return me(request);
  const schedule = rest.join('/') === 'calendar/getSchedule';
  const write = request.method !== 'GET' && !schedule;
  if (!request.scopes.has('Calendars.ReadWrite') && (write || !request.scopes.has('Calendars.Read')))
    throw denied();
  const prefer = readPreferences(request.header('prefer'));
  const { mailbox } = request.account;
  if (schedule) {
    if (request.method !== 'POST') throw notAllowed();
    return getSchedule(world, request, prefer.timeZone);
  }
  const primary = [...mailbox.calendars.values()].find((one) => one.isDefault);
  switch (rest[0]) {
    case 'calendars': {
      if (rest.length === 1) return calendars(request);
      const calendar = mailbox.calendars.get(rest[1] ?? '');
      if (!calendar) throw notFound();
      return inCalendar(world, request, calendar, rest.slice(2), prefer, false);
    }
    case 'calendar':
      if (!primary) throw notFound();
      return inCalendar(world, request, primary, rest.slice(1), prefer, false);
    case 'calendarView':
    case 'events':
      if (!primary) throw notFound();
      return inCalendar(world, request, primary, rest, prefer, rest[0] === 'events' && rest.length > 1);
    default:
      throw noSegment(rest[0] ?? '');
  }
}

/** Everything below a calendar. `byId`: an event addressed without its calendar may lie in any. */
function inCalendar(
  world: World,
  request: GraphRequest,
  calendar: StoredCalendar,
  rest: readonly string[],
  prefer: Preferences,
  byId: boolean,
): GraphAnswer {
  const { account, method, query } = request;
  const { mailbox } = account;
  const [what, id] = rest;
  if (what === undefined) {
    if (method !== 'GET') throw notAllowed();
    checkQuery(query, 'one');
    return { status: 200, body: select(sendCalendar(calendar, account), query, CALENDAR, 'calendar') };
  }
  if (what === 'calendarView') {
    if (method !== 'GET') throw notAllowed();
    const window = () => readWindow(query);
    if (id === 'delta' && rest.length === 2) {
      const page = deltaPage(world, mailbox, calendar.id, query, window, prefer);
      return {
        status: 200,
        body: {
          '@odata.context': `${ROOT}/$metadata#Collection(event)`,
          [page.link.name]: `${ROOT}${request.path}?${page.link.query}`,
          value: page.value,
        },
      };
    }
    if (rest.length > 1) throw noSegment(id ?? '');
    const { from, to } = window();
    const found = [...mailbox.items.values()]
      .filter((item) => item.calendarId === calendar.id && isInWindow(item, from, to))
      .flatMap((item): (readonly [Item, number | null])[] =>
        item.recurrence ? datesIn(item, from, to).map((date) => [item, date] as const) : [[item, null]],
      );
    return { status: 200, body: list(request, found, prefer) };
  }
  if (what !== 'events') throw noSegment(what);
  if (id === undefined) {
    if (method === 'POST') {
      if (!calendar.canEdit) throw denied();
      const made = createEvent(world, account, calendar, request.body);
      return { status: 201, body: sendEvent(made, null, new Map(), prefer) };
    }
    if (method !== 'GET') throw notAllowed();
    const found = [...mailbox.items.values()]
      .filter((item) => item.calendarId === calendar.id)
      .map((item) => [item, null] as const);
    return { status: 200, body: list(request, found, prefer) };
  }
  const pointed = pointedAt(mailbox, id);
  if (!byId && pointed.item.calendarId !== calendar.id) throw notFound();
  const own = mailbox.calendars.get(pointed.item.calendarId);
  if (method !== 'GET' && !own?.canEdit) throw denied();
  const { item, original } = pointed;
  if (rest[2] === 'extensions')
    return answerExtensions(world, account, pointed, {
      method,
      id: rest.slice(3).join('/'),
      body: request.body,
      ifMatch: request.header('if-match'),
    });
  if (rest[2] === 'instances') {
    if (method !== 'GET' || rest.length > 3) throw notAllowed();
    if (!item.recurrence || original !== null) throw badRequest('The event is not the master of a series.');
    const { from, to } = readWindow(query);
    return {
      status: 200,
      body: list(
        request,
        datesIn(item, from, to).map((date) => [item, date] as const),
        prefer,
      ),
    };
  }
  if (rest.length > 2) throw noSegment(rest[2] ?? '');
  switch (method) {
    case 'GET':
      checkQuery(query, 'one');
      return { status: 200, body: sendEvent(item, original, query, prefer) };
    case 'PATCH': {
      checkMatch(item, request.header('if-match'));
      const made = updateEvent(world, account, pointed, request.body, false);
      return { status: 200, body: sendEvent(made, original, new Map(), prefer) };
    }
    case 'DELETE':
      checkMatch(item, request.header('if-match'));
      deleteEvent(world, account, pointed);
      return { status: 204, body: null };
    default:
      throw notAllowed();
  }
}

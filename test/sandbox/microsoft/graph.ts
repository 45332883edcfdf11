import type { Calendar, User } from '@microsoft/microsoft-graph-types';
import { deltaPage } from './delta.ts';
import { type Annotations, extensionsOf, fullEvent, type Preferences } from './event-view.ts';
import { checkMatch, createEvent, deleteEvent, pointedAt, sendEvent, updateEvent } from './events.ts';
import { answerExtensions } from './extensions.ts';
import { datesIn, isInWindow } from './mailbox.ts';
import { badRequest, GraphProblem, notFound } from './problem.ts';
import { checkQuery, readFilter, readOrder, readPreferences, select } from './query.ts';
import { CALENDAR, EVENT, USER } from './shapes.ts';
import { type Account, type Item, opaque, type StoredCalendar, type World } from './state.ts';
import { readInstant } from './zones.ts';

export interface GraphRequest {
  method: string;
  /** After `/v1.0`, parts decoded. */
  parts: readonly string[];
  /** The path as it was asked for, for links. */
  path: string;
  query: ReadonlyMap<string, string>;
  header(name: string): string | null;
  body: Readonly<Record<string, unknown>>;
  account: Account;
  scopes: ReadonlySet<string>;
}

export interface GraphAnswer {
  status: number;
  body: object | null;
}

const ROOT = 'https://graph.microsoft.com/v1.0';
const denied = () =>
  new GraphProblem(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
const noSegment = (name: string) => badRequest(`Resource not found for the segment '${name}'.`);
const notAllowed = () => new GraphProblem(405, 'ErrorInvalidRequest', 'The OData request is not supported.');

/** Graph's answer to one request of a member; throws a `GraphProblem` for all that is not right. */
export function answerGraph(world: World, request: GraphRequest): GraphAnswer {
  const [who, ...rest] = request.parts;
  if (who !== 'me') throw noSegment(who ?? '');
  if (rest.length === 0) return me(request);
  const write = request.method !== 'GET';
  if (!request.scopes.has('Calendars.ReadWrite') && (write || !request.scopes.has('Calendars.Read')))
    throw denied();
  const prefer = readPreferences(request.header('prefer'));
  const { mailbox } = request.account;
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

function me({ method, account, query, scopes }: GraphRequest): GraphAnswer {
  if (method !== 'GET') throw notAllowed();
  if (!scopes.has('User.Read'))
    throw new GraphProblem(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    );
  checkQuery(query, 'one');
  const [givenName, ...surname] = account.name.split(' ');
  const user: User & Annotations = {
    '@odata.context': `${ROOT}/$metadata#users/$entity`,
    businessPhones: [],
    displayName: account.name,
    givenName: givenName ?? null,
    id: account.oid,
    jobTitle: null,
    mail: account.email,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: surname.join(' ') || null,
    userPrincipalName: account.email,
  };
  return { status: 200, body: select(user, query, USER, 'user') };
}

function sendCalendar(calendar: StoredCalendar, account: Account): Calendar {
  const work = account.tenant.kind === 'work';
  return {
    id: calendar.id,
    name: calendar.name,
    color: 'auto',
    hexColor: calendar.hexColor,
    isDefaultCalendar: calendar.isDefault,
    changeKey: opaque(`${calendar.id} ${calendar.name}`, 28),
    canShare: calendar.canEdit,
    canViewPrivateItems: true,
    canEdit: calendar.canEdit,
    allowedOnlineMeetingProviders: work ? ['teamsForBusiness'] : [],
    defaultOnlineMeetingProvider: work ? 'teamsForBusiness' : 'unknown',
    isTallyingResponses: calendar.isDefault,
    isRemovable: !calendar.isDefault,
    owner: calendar.owner,
  };
}

function calendars(request: GraphRequest): GraphAnswer {
  if (request.method !== 'GET') throw notAllowed();
  checkQuery(request.query, 'list');
  const all = [...request.account.mailbox.calendars.values()].map((one) =>
    select(sendCalendar(one, request.account), request.query, CALENDAR, 'calendar'),
  );
  return { status: 200, body: paged(request, all, 10) };
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

/** `startDateTime` and `endDateTime`, whatever their case. */
function readWindow(query: ReadonlyMap<string, string>): { from: number; to: number } {
  const find = (name: string) =>
    [...query].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
  const from = readInstant(find('startDateTime'), 'StartDateTime');
  const to = readInstant(find('endDateTime'), 'EndDateTime');
  if (to < from)
    throw new GraphProblem(400, 'ErrorInvalidParameter', 'The end of the window is before its start.');
  if (to - from > 1825 * 86_400_000)
    throw new GraphProblem(
      400,
      'ErrorCalendarViewRangeTooBig',
      'The specified date range is greater than 1825 days.',
    );
  return { from, to };
}

function list(
  request: GraphRequest,
  found: readonly (readonly [Item, number | null])[],
  prefer: Preferences,
): object {
  const { query } = request;
  checkQuery(query, 'list');
  const passes = readFilter(query.get('$filter'));
  const order = readOrder(query.get('$orderby'));
  let chosen = found;
  if (query.has('$filter') || order) {
    const shown = found
      .map(([item, date]) => ({ item, date, event: fullEvent(item, date, prefer) }))
      .filter(({ item, date, event }) => passes(event, new Set(extensionsOf(item, date).keys())));
    if (order) shown.sort((a, b) => order(a.event, b.event));
    chosen = shown.map(({ item, date }) => [item, date] as const);
  }
  select({}, query, EVENT, 'event');
  return paged(request, chosen, prefer.pageSize ?? 10, ([item, date]) =>
    sendEvent(item, date, query, prefer),
  );
}

/** One page of a list by `$top` and `$skip`, the link to the next one with the same question. */
function paged<T>(
  { query, path }: GraphRequest,
  all: readonly T[],
  size: number,
  show: (one: T) => unknown = (one) => one,
): object {
  const number = (name: string, otherwise: number) => {
    const text = query.get(name);
    if (text === undefined) return otherwise;
    if (!/^\d+$/.test(text) || (name === '$top' && (Number(text) < 1 || Number(text) > 1000)))
      throw badRequest(`The value of '${name}' is not valid.`);
    return Number(text);
  };
  const top = number('$top', size);
  const skip = number('$skip', 0);
  const next = new URLSearchParams([...query]);
  next.set('$skip', String(skip + top));
  return {
    '@odata.context': `${ROOT}/$metadata#${path.slice(1)}`,
    value: all.slice(skip, skip + top).map(show),
    ...(skip + top < all.length ? { '@odata.nextLink': `${ROOT}${path}?${next}` } : {}),
  };
}

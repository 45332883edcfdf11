import type { calendar_v3 } from '@googleapis/calendar';
import { looksLikeHtml } from '../ics/plain-text.ts';
import type {
  CalendarClient,
  PageResult,
  Problem,
  RemoteCalendar,
  RemoteEvent,
  WritableEvent,
} from '../sync/provider.ts';
import { ask, type GoogleWorld } from './ask.ts';
import { EVENT_FIELDS, MARK, mayWrite, readEvent, readMark } from './read-event.ts';
import { fieldOf, isRecord, listOf, textOf } from './read-value.ts';
import { readTime } from './time.ts';

const PAGE_FIELDS = `nextPageToken,nextSyncToken,accessRole,items(${EVENT_FIELDS})`;
const LIST_FIELDS = 'nextPageToken,items(id,summary,summaryOverride,primary,accessRole,backgroundColor)';
const ONE_FIELDS =
  'id,etag,status,description,start,originalStartTime,locked,guestsCanModify,organizer(self),extendedProperties(private)';
/** Spaces that make an answer nice to read are a third of it. */
const SMALL = { prettyPrint: false } as const;
/** More calendars than anybody has; a list that goes on for ever ends here. */
const LIST_PAGES = 40;
const WRITERS: ReadonlySet<unknown> = new Set(['writer', 'owner']);
const UNREADABLE = { ok: false, reason: 'server', code: 'unreadable' } as const satisfies Problem;

/** Google Calendar through Google's own client. Series come by their rule. */
export function googleClient(world: GoogleWorld): CalendarClient {
  const zone = world.zone ?? Temporal.Now.timeZoneId();
  return {
    dates: 'by-rule',

    async calendars(signal) {
      const calendars: RemoteCalendar[] = [];
      let pageToken = '';
      for (let page = 0; page < LIST_PAGES; page++) {
        const params = {
          ...SMALL,
          fields: LIST_FIELDS,
          maxResults: 250,
          // Of others only when somebody is busy can be read, which finds no circle.
          minAccessRole: 'reader',
          ...(pageToken ? { pageToken } : {}),
        };
        const answer = await ask(world, (api) => api.calendarList.list(params), signal);
        if (!answer.ok) return answer.problem;
        if (!isRecord(answer.data)) return UNREADABLE;
        calendars.push(...listOf(answer.data.items).flatMap(readCalendar));
        pageToken = textOf(answer.data.nextPageToken, 4096);
        if (pageToken === '') break;
      }
      return { ok: true, calendars };
    },

    async page(calendarId, cursor, signal) {
      // A token holds only while all else that is asked stays the same; what says when is not allowed beside it.
      const params: calendar_v3.Params$Resource$Events$List = {
        ...SMALL,
        calendarId,
        fields: PAGE_FIELDS,
        maxResults: 2500,
        singleEvents: false,
        eventTypes: ['default', 'fromGmail'],
        ...(cursor.kind === 'full'
          ? { timeMin: new Date(cursor.from).toISOString() }
          : { syncToken: cursor.token }),
        ...(cursor.page === null ? {} : { pageToken: cursor.page }),
      };
      const answer = await ask(world, (api) => api.events.list(params), signal);
      if (answer.ok) return readPage(answer.data, zone);
      const isFresh = cursor.kind === 'full' && cursor.page === null;
      // 400: a token that Google no longer makes sense of. From the beginning there is none that could be at fault.
      const isGone = answer.status === 410 || answer.status === 400;
      return isGone && !isFresh ? { ok: false, reason: 'gone' } : answer.problem;
    },

    async read(calendarId, eventId) {
      const params = { ...SMALL, calendarId, eventId, fields: ONE_FIELDS };
      const answer = await ask(world, (api) => api.events.get(params));
      if (!answer.ok) return isMissing(answer.status) ? { ok: false, reason: 'missing' } : answer.problem;
      if (fieldOf(answer.data, 'status') === 'cancelled') return { ok: false, reason: 'missing' };
      const event = readWritable(answer.data, zone);
      return event ? { ok: true, event } : UNREADABLE;
    },

    async write(calendarId, eventId, { body, mark }, etag) {
      // Null takes a property away, which Google's types do not know; all that is not named stays as it is.
      const requestBody = {
        description: body.content,
        extendedProperties: { private: { [MARK]: mark } },
      } as calendar_v3.Schema$Event;
      const params = { ...SMALL, calendarId, eventId, sendUpdates: 'none', fields: 'etag', requestBody };
      const answer = await ask(world, (api) => api.events.patch(params, { headers: { 'if-match': etag } }));
      if (answer.ok) return { ok: true, etag: textOf(fieldOf(answer.data, 'etag'), 1024) };
      if (answer.status === 412) return { ok: false, reason: 'conflict' };
      if (isMissing(answer.status)) return { ok: false, reason: 'missing' };
      const isReadOnly = answer.status === 403 && answer.problem.reason === 'server';
      return isReadOnly ? { ok: false, reason: 'read-only' } : answer.problem;
    },

    async nextInstance(calendarId, masterId, from) {
      const params = {
        ...SMALL,
        calendarId,
        eventId: masterId,
        // By the end of a date; one that is running comes along and is left out below.
        timeMin: new Date(from).toISOString(),
        maxResults: 50,
        fields: `items(${ONE_FIELDS})`,
      };
      const answer = await ask(world, (api) => api.events.instances(params));
      if (!answer.ok) return isMissing(answer.status) ? { ok: true, event: null } : answer.problem;
      const dates = listOf(fieldOf(answer.data, 'items'))
        .filter((item) => fieldOf(item, 'status') !== 'cancelled')
        .flatMap((item) => readWritable(item, zone) ?? [])
        .filter((event) => event.start >= from)
        .sort((a, b) => a.start - b.start);
      return { ok: true, event: dates[0] ?? null };
    },
  };
}

const isMissing = (status: number): boolean => status === 404 || status === 410;

function readCalendar(item: unknown): RemoteCalendar[] {
  const id = textOf(fieldOf(item, 'id'), 1024);
  if (id === '') return [];
  const color = textOf(fieldOf(item, 'backgroundColor'), 7).toLowerCase();
  return [
    {
      id,
      name: textOf(fieldOf(item, 'summaryOverride'), 200) || textOf(fieldOf(item, 'summary'), 200) || id,
      primary: fieldOf(item, 'primary') === true,
      writable: WRITERS.has(fieldOf(item, 'accessRole')),
      color: /^#[\da-f]{6}$/.test(color) ? color : null,
    },
  ];
}

function readPage(data: unknown, zone: string): PageResult {
  if (!isRecord(data)) return UNREADABLE;
  const page = textOf(data.nextPageToken, 16_384);
  const token = textOf(data.nextSyncToken, 16_384);
  if (page === '' && token === '') return UNREADABLE;
  const calendar = { writable: WRITERS.has(data.accessRole), zone };
  let made: ReturnType<typeof readItems> | undefined;
  const read = () => (made ??= readItems(listOf(data.items), calendar));
  return {
    ok: true,
    // Read when they are looked at: the next page can be on its way by then.
    get events() {
      return read().events;
    },
    get removed() {
      return read().removed;
    },
    next: page === '' ? { token } : { page },
  };
}

function readItems(items: readonly unknown[], calendar: { writable: boolean; zone: string }) {
  const events: RemoteEvent[] = [];
  const removed: string[] = [];
  for (const item of items) {
    const read = readEvent(item, calendar);
    if (read === null) continue;
    if ('event' in read) events.push(read.event);
    else removed.push(read.removed);
  }
  // Of a deleted series Google may go on to say that each of its dates is cancelled: they went with it.
  const gone = new Set(removed);
  const isGone = (one: RemoteEvent) => one.cancelled && gone.has(one.masterId ?? '');
  removed.push(...events.filter(isGone).map(({ id }) => id));
  return { events: events.filter((one) => !isGone(one)), removed };
}

/** Null for what is no event. The text is handed over whole: what is written back must not lose its end. */
function readWritable(item: unknown, zone: string): WritableEvent | null {
  const id = textOf(fieldOf(item, 'id'), 1024);
  const start = readTime(fieldOf(item, 'start'), zone);
  if (id === '' || !start) return null;
  const content = textOf(fieldOf(item, 'description'), Number.POSITIVE_INFINITY);
  return {
    id,
    etag: textOf(fieldOf(item, 'etag'), 1024),
    body: { type: looksLikeHtml(content) ? 'html' : 'text', content },
    mark: readMark(item),
    mayWrite: mayWrite(item),
    originalStart: readTime(fieldOf(item, 'originalStartTime'), zone)?.at ?? null,
    start: start.at,
  };
}

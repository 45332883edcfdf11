import type { calendar_v3 } from '@googleapis/calendar';
import { calendarEtag, listCalendars } from './calendar-list.ts';
import { type ApiError, badRequest, insufficientScope, notFound, unauthorized } from './errors.ts';
import { parseFields, selectFields } from './fields.ts';
import { freeBusy } from './free-busy.ts';
import { listEvents } from './list-events.ts';
import { listInstances } from './list-instances.ts';
import { type Params, readParams } from './params.ts';
import { shapeProblems } from './schema.ts';
import { METHOD_SCOPES, type Method } from './scopes.ts';
import type { World } from './world.ts';
import {
  changeEvent,
  deleteEvent,
  type EventCall,
  findEvent,
  getEvent,
  insertEvent,
} from './write-events.ts';

const BASE = '/calendar/v3/';

interface Route {
  method: Method;
  schema: string;
  calendarId?: string;
  eventId?: string;
}

/** The method that a request calls, or null. */
function route(verb: string, path: string): Route | null {
  const parts = path.slice(BASE.length).split('/').map(decodeURIComponent);
  const [first, id, third, eventId, fifth] = parts;
  if (verb === 'GET' && parts.length === 3 && first === 'users' && id === 'me' && third === 'calendarList')
    return { method: 'calendarList.list', schema: 'CalendarList' };
  if (verb === 'POST' && parts.length === 1 && first === 'freeBusy')
    return { method: 'freebusy.query', schema: 'FreeBusyResponse' };
  if (first !== 'calendars' || !id) return null;
  if (verb === 'GET' && parts.length === 2)
    return { method: 'calendars.get', schema: 'Calendar', calendarId: id };
  if (third !== 'events') return null;
  const calendarId = id;
  if (parts.length === 3) {
    if (verb === 'GET') return { method: 'events.list', schema: 'Events', calendarId };
    return verb === 'POST' ? { method: 'events.insert', schema: 'Event', calendarId } : null;
  }
  if (!eventId) return null;
  if (parts.length === 5)
    return verb === 'GET' && fifth === 'instances'
      ? { method: 'events.instances', schema: 'Events', calendarId, eventId }
      : null;
  if (parts.length !== 4) return null;
  const methods = {
    GET: 'events.get',
    PUT: 'events.update',
    PATCH: 'events.patch',
    DELETE: 'events.delete',
  } as const;
  const method = Object.entries(methods).find(([name]) => name === verb)?.[1];
  return method ? { method, schema: 'Event', calendarId, eventId } : null;
}

/** Answers one request to www.googleapis.com/calendar/v3. Throws an ApiError for what is not to be had. */
export async function answerCalendar(world: World, request: Request, url: URL): Promise<Response> {
  const called = route(request.method, url.pathname);
  if (!called) throw notFound();
  const email = authorize(world, request, called.method);
  const name = called.method
    .replace(/^\w/, (letter) => letter.toUpperCase())
    .replace('CalendarList', 'Calendarlist');
  const params = readParams(
    name.replace(/\.(\w)/, (_all, letter: string) => `.${letter.toUpperCase()}`),
    url.searchParams,
  );
  const fields = params.text('fields');
  const selection = fields === undefined ? null : parseFields(fields, called.schema);
  const body = await readText(request);
  const answer = perform(world, called, email, params, body, request.headers.get('if-match'));
  if (answer === null) return new Response(null, { status: 204 });
  if (world.options.checkShapes) {
    const problem = shapeProblems(called.schema, answer)[0];
    if (problem !== undefined) throw new Error(`the stand-in sends what Google does not: ${problem}`);
  }
  const etag = ('etag' in answer ? answer.etag : null) ?? '';
  if (request.method === 'GET' && matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers: { etag } });
  const sent = selection ? selectFields(answer, selection) : answer;
  const pretty = params.text('prettyPrint') !== 'false';
  return new Response(JSON.stringify(sent, null, pretty ? 1 : 0), {
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      etag,
      'cache-control': 'private, max-age=0, must-revalidate, no-transform',
    },
  });
}

const matches = (header: string | null, etag: string) =>
  header !== null && etag !== '' && header.split(',').some((tag) => tag.trim() === etag);

function authorize(world: World, request: Request, method: Method): string {
  const header = request.headers.get('authorization');
  if (!header) throw unauthorized(false);
  const token = world.tokens.get(/^Bearer (\S+)$/.exec(header)?.[1] ?? '');
  if (!token || token.expiresAt <= world.now()) throw unauthorized(true);
  const allowed = METHOD_SCOPES[method].map((scope) => `https://www.googleapis.com/auth/${scope}`);
  if (!allowed.some((scope) => token.scopes.has(scope))) {
    const [resource = '', verb = ''] = method.split('.');
    const upper = (text: string) => text.replace(/^\w/, (letter) => letter.toUpperCase());
    throw insufficientScope(`${upper(resource)}.${upper(verb)}`, allowed);
  }
  return token.email;
}

async function readText(request: Request): Promise<string> {
  const text = await request.text();
  if (text === '' && (request.method === 'GET' || request.method === 'DELETE')) return '';
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw badRequest('parseError', 'This API does not support parsing form-encoded input.');
  return text;
}

type Answer =
  | calendar_v3.Schema$Event
  | calendar_v3.Schema$Events
  | calendar_v3.Schema$Calendar
  | calendar_v3.Schema$CalendarList
  | calendar_v3.Schema$FreeBusyResponse;

function perform(
  world: World,
  { method, calendarId = '', eventId = '' }: Route,
  email: string,
  params: Params,
  body: string,
  ifMatch: string | null,
): Answer | null {
  if (method === 'calendarList.list') return listCalendars(world, email, params);
  if (method === 'freebusy.query') return freeBusy(world, email, body);
  const calendar = world.calendars.get(calendarId === 'primary' ? email : calendarId);
  const role = calendar?.roles.get(email);
  if (!calendar || !role) throw notFound();
  const call: EventCall = { world, calendar, role, params, body, ifMatch };
  switch (method) {
    case 'calendars.get':
      return {
        kind: 'calendar#calendar',
        etag: calendarEtag(calendar),
        id: calendar.id,
        summary: calendar.summary,
        timeZone: calendar.zone,
        conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
      } satisfies calendar_v3.Schema$Calendar;
    case 'events.list':
      return listEvents(world, calendar, role, params);
    case 'events.instances':
      return listInstances(world, findEvent(calendar, eventId).stored, role, params);
    case 'events.get':
      return getEvent(call, eventId);
    case 'events.insert':
      return insertEvent(call);
    case 'events.update':
      return changeEvent(call, eventId, true);
    case 'events.patch':
      return changeEvent(call, eventId, false);
    case 'events.delete':
      deleteEvent(call, eventId);
      return null;
    default:
      return method satisfies never;
  }
}

/** An ApiError as Google sends it. */
export function errorResponse(error: ApiError): Response {
  return new Response(JSON.stringify(error.body, null, 1), {
    status: error.status,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...error.headers },
  });
}

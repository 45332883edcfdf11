import { answerCalendar, errorResponse } from './calendar-api.ts';
import { type Control, controlOf } from './control.ts';
import { ApiError } from './errors.ts';
import { answerOf, type Fault } from './faults.ts';
import { answerAccounts } from './oauth.ts';
import { answerTokens, userInfo } from './token-endpoint.ts';
import { emptyWorld, type StandInOptions, type World } from './world.ts';

/** The hosts that are stood in for; mount `handle` under each. */
export const GOOGLE_HOSTS = [
  'accounts.google.com',
  'oauth2.googleapis.com',
  'openidconnect.googleapis.com',
  'www.googleapis.com',
] as const;

export interface GoogleStandIn {
  /** Answers one request; throws where the real one would break the socket. */
  handle(request: Request): Promise<Response>;
  hosts: readonly string[];
  control: Control;
}

/** Google's sign-in and Calendar, in memory, after their public references; strict where the real ones are lenient. */
export function googleStandIn(options: StandInOptions): GoogleStandIn {
  const world = emptyWorld(options);
  return { hosts: GOOGLE_HOSTS, control: controlOf(world), handle: (request) => handle(world, request) };
}

async function handle(world: World, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const log = (status: number | 'broken', bytes: number) =>
    world.log.push({
      at: world.now(),
      method: request.method,
      host: url.hostname,
      path: url.pathname,
      params: url.hostname === 'www.googleapis.com' ? [...url.searchParams] : [],
      status,
      bytes,
    });
  const fault =
    request.method === 'OPTIONS' ? null : world.faults.take(`${request.method} ${url.host}${url.pathname}`);
  const broken = () => {
    log('broken', 0);
    return new Error('the socket broke');
  };
  if (fault?.kind === 'broken') throw broken();
  if (fault?.kind === 'slow') await world.options.sleep(fault.ms ?? 1000);
  const answer = await answered(world, request, url, fault);
  if (fault?.kind === 'lost') throw broken();
  const body = answer.body === null ? null : await answer.arrayBuffer();
  log(answer.status, body?.byteLength ?? 0);
  const origin = request.headers.get('origin');
  const headers = new Headers(answer.headers);
  headers.set('date', new Date(world.now()).toUTCString());
  if (origin && url.hostname !== 'accounts.google.com') {
    headers.set('access-control-allow-origin', origin);
    headers.set('vary', 'Origin');
  }
  return new Response(body, { status: answer.status, headers });
}

async function answered(world: World, request: Request, url: URL, fault: Fault | null): Promise<Response> {
  if (request.method === 'OPTIONS')
    return new Response(null, {
      status: 200,
      headers: {
        'access-control-allow-methods': 'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT',
        'access-control-allow-headers':
          'authorization, content-type, if-match, if-none-match, x-goog-api-client',
      },
    });
  try {
    if (fault && (fault.kind ?? 'status') === 'status') throw answerOf(fault);
    switch (url.hostname) {
      case 'accounts.google.com':
        return await answerAccounts(world, request, url);
      case 'oauth2.googleapis.com':
        return await answerTokens(world, request, url);
      case 'openidconnect.googleapis.com':
        return url.pathname === '/v1/userinfo'
          ? userInfo(world, request)
          : new Response(null, { status: 404 });
      default:
        if (url.pathname === '/oauth2/v3/userinfo') return userInfo(world, request);
        if (url.pathname.startsWith('/calendar/v3/')) return await answerCalendar(world, request, url);
        return new Response('Not Found', { status: 404 });
    }
  } catch (error) {
    if (error instanceof ApiError) return errorResponse(error);
    world.problems.push(`${request.method} ${url.pathname}: ${String(error)}`);
    throw error;
  }
}

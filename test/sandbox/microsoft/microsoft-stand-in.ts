import { type Control, makeControl } from './control.ts';
import { authorize, type Client, type Entra } from './entra.ts';
import { token } from './entra-token.ts';
import { Faults } from './faults.ts';
import { answerService, type Log, type Service } from './service.ts';
import type { Behaviour, Limits, World } from './state.ts';
import { Tokens } from './tokens.ts';

export interface MicrosoftOptions {
  /** UTC ms. */
  now: () => number;
  clients: readonly Client[];
  /** How long an access token serves, ms; an hour by default. */
  accessLife?: number;
  limits?: Partial<Limits>;
  behaviour?: Partial<Behaviour>;
}

export interface MicrosoftStandIn {
  /** Answers a request to one of the hosts. Rejects when the socket is to break. */
  handle(request: Request): Promise<Response>;
  hosts: readonly ['login.microsoftonline.com', 'graph.microsoft.com'];
  control: Control;
}

/** Entra's sign-in and Graph's calendars, over a state in memory. Nothing in it depends on chance or on the clock. */
export function microsoftStandIn(options: MicrosoftOptions): MicrosoftStandIn {
  let running = 0;
  const world: World = {
    now: options.now,
    accounts: new Map(),
    mails: [],
    limits: {
      concurrent: 4,
      requests: 10_000,
      perMs: 600_000,
      retryAfterSeconds: 2,
      extensionBytes: 2048,
      propertyNames: 100,
      syncStates: 500,
      ...options.limits,
    },
    behaviour: {
      rewriteHtml: true,
      safeLinks: false,
      deletedDates: 'told',
      masters: 'always',
      ...options.behaviour,
    },
    next: () => ++running,
  };
  const tokens = new Tokens(world, options.accessLife ?? 3_600_000);
  const entra: Entra = {
    world,
    tokens,
    clients: new Map(options.clients.map((client) => [client.id.toLowerCase(), client])),
    sessions: new Set(),
  };
  const log: Log = { requests: [], highestConcurrency: 0 };
  const traffic = {
    running: new Map<string, number>(),
    since: new Map<string, { from: number; count: number }>(),
  };
  const service: Service = { world, tokens, faults: new Faults(), log, traffic, slowMs: null };

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (request.method === 'OPTIONS') return preflight(request);
    if (url.hostname === 'graph.microsoft.com') return answerService(service, request);
    return signIn(service, entra, url, request);
  }
  return {
    handle,
    hosts: ['login.microsoftonline.com', 'graph.microsoft.com'],
    control: makeControl(service, entra, handle),
  };
}

/** The host login.microsoftonline.com, with the same failures on demand and in the same log. */
async function signIn(service: Service, entra: Entra, url: URL, request: Request): Promise<Response> {
  const found = /^\/([^/]+)\/oauth2\/v2\.0\/(authorize|token)$/.exec(url.pathname);
  const line = `${request.method} ${url.hostname}${url.pathname}`;
  const fault = service.faults.take(line);
  const answer = async (): Promise<Response> => {
    if (fault && !fault.carriedOut)
      return Response.json({ error: 'temporarily_unavailable' }, refusal(fault));
    if (found?.[2] === 'authorize' && request.method === 'GET')
      return authorize(entra, decodeURIComponent(found[1] ?? ''), url.searchParams);
    if (found?.[2] === 'token' && request.method === 'POST')
      return token(entra, decodeURIComponent(found[1] ?? ''), request);
    return new Response('Not here', { status: 404 });
  };
  const made = await answer();
  const sent = fault?.carriedOut && fault.status !== 'drop' ? Response.json({}, refusal(fault)) : made;
  service.log.requests.push({
    host: url.hostname,
    method: request.method,
    path: url.pathname,
    params: {},
    prefer: null,
    status: fault?.status === 'drop' ? 'drop' : sent.status,
    bytes: 0,
    account: null,
    at: service.world.now(),
  });
  if (fault?.status === 'drop') throw new TypeError('The socket broke.');
  return sent;
}

/** Both hosts serve pages of any origin: single-page apps call them straight from the browser. */
function preflight(request: Request): Response {
  const asked = request.headers.get('access-control-request-headers');
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
      ...(asked === null ? {} : { 'access-control-allow-headers': asked }),
    },
  });
}

function refusal(fault: { status: number | 'drop'; retryAfter?: number }): ResponseInit {
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return { status: fault.status === 'drop' ? 500 : fault.status, headers };
}

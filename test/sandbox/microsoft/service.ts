import { answerBatch } from './batch.ts';
import type { Faults } from './faults.ts';
import { type Fault, usualProblem } from './faults.ts';
import { answerGraph } from './graph.ts';
import type { GraphAnswer } from './graph-request.ts';
import { GraphProblem } from './problem.ts';
import { readBody } from './request-body.ts';
import { guid, type World } from './state.ts';
import type { Grant, Tokens } from './tokens.ts';

/** One request as the log keeps it. No header and no body: what is secret stays out. */
export interface LoggedRequest {
  host: string;
  method: string;
  path: string;
  params: Readonly<Record<string, string>>;
  prefer: string | null;
  status: number | 'drop';
  /** Of the answer's body. */
  bytes: number;
  /** Whose mailbox; null when nobody was signed in. */
  account: string | null;
  at: number;
}

export interface Log {
  requests: LoggedRequest[];
  /** The most requests to one mailbox at once so far. */
  highestConcurrency: number;
}

interface Traffic {
  running: Map<string, number>;
  since: Map<string, { from: number; count: number }>;
}

export interface Service {
  world: World;
  tokens: Tokens;
  faults: Faults;
  log: Log;
  traffic: Traffic;
  /** How long an answer takes, ms; null: as fast as it goes. */
  slowMs: number | null;
}

// Taken before a test can put a clock of its own in their place.
const later = setImmediate;
const wait = setTimeout;

/** The host graph.microsoft.com: sockets that break, limits, sign-in, then the answer. Throws for a broken socket. */
export async function answerService(service: Service, request: Request): Promise<Response> {
  const { world, log, traffic } = service;
  const url = new URL(request.url);
  const method = request.method.toUpperCase();
  const requestId = guid(`request ${world.next()}`);
  const grant = bearer(service, request);
  const mailbox = grant instanceof GraphProblem ? null : grant.account.email;
  const running = mailbox === null ? 0 : (traffic.running.get(mailbox) ?? 0) + 1;
  if (mailbox !== null) traffic.running.set(mailbox, running);
  log.highestConcurrency = Math.max(log.highestConcurrency, running);
  const entry: LoggedRequest = {
    host: url.hostname,
    method,
    path: decodeURIComponent(url.pathname),
    params: Object.fromEntries(url.searchParams),
    prefer: request.headers.get('prefer'),
    status: 'drop',
    bytes: 0,
    account: mailbox,
    at: world.now(),
  };
  log.requests.push(entry);
  try {
    const text = method === 'GET' ? '' : await request.text();
    await new Promise<void>((resolve) => later(resolve));
    if (service.slowMs !== null) await new Promise((resolve) => wait(resolve, service.slowMs ?? 0));
    if (request.signal.aborted) throw request.signal.reason;
    const fault = service.faults.take(
      `${method} ${url.hostname}${decodeURIComponent(url.pathname + url.search)}`,
    );
    const answer = attempt(
      service,
      () => {
        if (fault && !fault.carriedOut) throw problemOf(fault);
        if (grant instanceof GraphProblem) throw grant;
        limit(service, mailbox ?? '', running);
        return dispatch(service, request, url, method, text, grant);
      },
      requestId,
    );
    if (fault?.status === 'drop') throw new TypeError('The socket broke.');
    const sent = fault?.carriedOut
      ? attempt(
          service,
          () => {
            throw problemOf(fault);
          },
          requestId,
        )
      : answer;
    const body = sent.body === null ? null : JSON.stringify(sent.body);
    entry.status = sent.status;
    entry.bytes = body === null ? 0 : new TextEncoder().encode(body).length;
    return new Response(body, { status: sent.status, headers: headersOf(sent, request, requestId) });
  } finally {
    if (mailbox !== null) traffic.running.set(mailbox, (traffic.running.get(mailbox) ?? 1) - 1);
  }
}

type Sent = GraphAnswer & { headers: Readonly<Record<string, string>> };

function attempt(service: Service, work: () => GraphAnswer, requestId: string): Sent {
  try {
    return { ...work(), headers: {} };
  } catch (error) {
    if (!(error instanceof GraphProblem)) throw error;
    return { status: error.status, body: error.body(requestId, service.world.now()), headers: error.headers };
  }
}

function headersOf(sent: Sent, request: Request, requestId: string): Record<string, string> {
  return {
    ...(sent.body === null
      ? {}
      : { 'content-type': 'application/json;odata.metadata=minimal;charset=utf-8' }),
    'cache-control': 'private',
    'request-id': requestId,
    'client-request-id': request.headers.get('client-request-id') ?? requestId,
    ...(request.headers.has('origin')
      ? {
          'access-control-allow-origin': '*',
          'access-control-expose-headers':
            'ETag, Location, Preference-Applied, request-id, client-request-id, WWW-Authenticate, Retry-After',
        }
      : {}),
    ...sent.headers,
  };
}

function problemOf(fault: Fault): GraphProblem {
  const { code, message } = usualProblem(fault);
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return new GraphProblem(fault.status === 'drop' ? 500 : fault.status, code, message, headers);
}

/** Whose token a request carries, or why it does not count. */
function bearer({ tokens, world }: Service, request: Request): Grant | GraphProblem {
  const refuse = (message: string) =>
    new GraphProblem(401, 'InvalidAuthenticationToken', message, {
      'www-authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    });
  const given = request.headers.get('authorization');
  if (given === null) return refuse('Access token is empty.');
  const found = tokens.access.get(/^Bearer (\S+)$/.exec(given)?.[1] ?? '');
  if (!found) return refuse('IDX14100: JWT is not well formed.');
  if (found.revoked)
    return refuse('Continuous access evaluation resulted in challenge with result: InteractionRequired.');
  if (world.now() >= found.expiresAt) return refuse('Lifetime validation failed, the token is expired.');
  return found;
}

/** What is too much: at once, or in a while. */
function limit({ world, traffic }: Service, mailbox: string, running: number): void {
  const { limits } = world;
  const headers = { 'retry-after': String(limits.retryAfterSeconds) };
  if (running > limits.concurrent)
    throw new GraphProblem(
      429,
      'ApplicationThrottled',
      'Application is over its MailboxConcurrency limit.',
      headers,
    );
  const before = traffic.since.get(mailbox);
  const since = before && world.now() - before.from < limits.perMs ? before : { from: world.now(), count: 0 };
  since.count++;
  traffic.since.set(mailbox, since);
  if (since.count > limits.requests)
    throw new GraphProblem(
      429,
      'ApplicationThrottled',
      'Application is over its RequestLimit limit.',
      headers,
    );
}

function dispatch(
  service: Service,
  request: Request,
  url: URL,
  method: string,
  text: string,
  grant: Grant,
): GraphAnswer {
  const body = readBody(method, request.headers.get('content-type'), text);
  if (url.pathname === '/v1.0/$batch') return answerBatch(method, body, (one) => single(service, grant, one));
  return single(service, grant, {
    method,
    url: `${url.pathname.replace(/^\/v1\.0/, '')}${url.search}`,
    known: url.pathname.startsWith('/v1.0/'),
    header: (name) => request.headers.get(name),
    body,
  });
}

export interface SingleRequest {
  method: string;
  /** After `/v1.0`. */
  url: string;
  known: boolean;
  header(name: string): string | null;
  body: Readonly<Record<string, unknown>>;
}

function single(
  { world }: Service,
  grant: Grant,
  one: SingleRequest,
): GraphAnswer & { headers: Readonly<Record<string, string>> } {
  if (!one.known) throw new GraphProblem(400, 'BadRequest', 'Invalid version.');
  const url = new URL(`https://graph.microsoft.com${one.url}`);
  const query = new Map(url.searchParams);
  try {
    return {
      ...answerGraph(world, {
        method: one.method,
        parts: url.pathname.split('/').slice(1).map(decodeURIComponent),
        path: url.pathname,
        query,
        header: one.header,
        body: one.body,
        account: grant.account,
        scopes: grant.scopes,
      }),
      headers: {},
    };
  } catch (error) {
    if (!(error instanceof GraphProblem) || error.status !== 410) throw error;
    // Where a lost state starts anew; the sync round itself knows only the window.
    const location = `https://graph.microsoft.com/v1.0${url.pathname}?${error.headers.location}`;
    throw new GraphProblem(410, error.code, error.message, { location });
  }
}

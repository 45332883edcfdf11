import { calendar, type calendar_v3 } from '@googleapis/calendar';
import { OAuth2Client } from 'google-auth-library';
import { NoToken, type TokenSource } from '../sync/provider.ts';
import { isPassing, type Refusal, refusalOf, retryAfterMs } from './refusal.ts';

/** What Google's client needs of the world. */
export interface GoogleWorld {
  fetch: typeof fetch;
  tokens: TokenSource;
  /** UTC ms. */
  now(): number;
  /** IANA zone of the member, for whole days; the computer's when left out. */
  zone?: string;
  /** Waits `ms`, or less when the signal says stop. Tests give one that does not wait. */
  wait?(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 to below 1. */
  random?(): number;
}

type Call = (api: calendar_v3.Calendar) => Promise<{ data: unknown }>;
type Patience = NonNullable<calendar_v3.Options['retryConfig']>;

/** A worker that waits longer may be put to sleep; more comes back as `busy`, for an alarm to wait. */
const LONGEST_WAIT_MS = 20_000;
const ANSWER_MS = 60_000;
const TRIES = 4;
const FIRST_WAIT_MS = 1000;

/**
 * Makes one call of Google's client: a moment's trouble is waited for (with Retry-After, up to 20 s in all), a token
 * that is no longer taken is renewed once. What stands in the way comes back as a value. Throws the signal's reason
 * when it says stop, and for bugs.
 */
export async function ask(
  world: GoogleWorld,
  call: Call,
  signal?: AbortSignal,
): Promise<{ ok: true; data: unknown } | Refusal> {
  const answer = await tryWith({ renewed: false }, world, call, signal);
  return answer.ok || answer.status !== 401 ? answer : tryWith({ renewed: true }, world, call, signal);
}

async function tryWith(
  which: { renewed: boolean },
  world: GoogleWorld,
  call: Call,
  signal: AbortSignal | undefined,
): Promise<{ ok: true; data: unknown } | Refusal> {
  let token: string;
  try {
    token = await world.tokens.token(which);
  } catch (error) {
    if (error instanceof NoToken) return { ok: false, status: 0, code: '', problem: error.problem };
    throw error;
  }
  signal?.throwIfAborted();
  return callOnce(world, token, call, signal);
}

async function callOnce(
  world: GoogleWorld,
  token: string,
  call: Call,
  signal: AbortSignal | undefined,
): Promise<{ ok: true; data: unknown } | Refusal> {
  // Its own words about itself would go along in headers otherwise, and every answer through its log.
  const auth = new OAuth2Client({ useAuthRequestParameters: false });
  auth.setCredentials({ access_token: token });
  try {
    const api = calendar({
      version: 'v3',
      auth,
      fetchImplementation: plainFetch(world.fetch),
      responseType: 'json',
      timeout: ANSWER_MS,
      retryConfig: patience(world, signal),
      ...(signal ? { signal } : {}),
    });
    const { data } = await call(api);
    return { ok: true, data };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof Error) || !('response' in error)) throw error;
    if (error.response instanceof Response) return refusalOf(error.response, world.now(), random(world));
    // The client wraps everything that goes wrong on the way. A request that is put together wrongly comes bare.
    return { ok: false, status: 0, code: '', problem: { ok: false, reason: 'offline' } };
  }
}

const random = (world: GoogleWorld): number => (world.random ?? Math.random)();

/** Hands on what a request is made of, and nothing that a browser or a proxy would add. */
function plainFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init = {}) => {
    const headers = new Headers(init.headers);
    // Meant for servers; a browser sets its own.
    for (const name of ['accept-encoding', 'user-agent', 'x-goog-api-client']) headers.delete(name);
    return fetch(input, {
      headers,
      method: init.method ?? 'GET',
      body: init.body ?? null,
      signal: init.signal ?? null,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  };
}

/** When and how long to wait before the same is asked again. One for each call: it counts. */
function patience(world: GoogleWorld, signal: AbortSignal | undefined): Patience {
  let tries = 1;
  let waited = 0;
  let next = 0;
  return {
    shouldRetry({ response }) {
      if (signal?.aborted || !(response instanceof Response) || !isPassing(response)) return false;
      const said = retryAfterMs(response, world.now());
      const ownMs = FIRST_WAIT_MS * 2 ** (tries - 1);
      next = said === null ? ownMs * (0.5 + random(world)) : said + random(world) * 500;
      return ++tries <= TRIES && waited + next <= LONGEST_WAIT_MS;
    },
    async retryBackoff() {
      waited += next;
      await (world.wait ?? pause)(next, signal);
    },
  };
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}

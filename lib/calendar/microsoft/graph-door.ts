import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { GraphClientError } from '@microsoft/microsoft-graph-client';
import { NoToken, type Problem, type TokenSource } from '../sync/provider.ts';
import type { Gate } from './gate.ts';
import { isGraphLink } from './graph-link.ts';
import { objectOf, textOf } from './json.ts';
import { retryAt } from './retry-after.ts';

/** Why Graph gave no answer, or which it gave instead. Of the client's own kind, since it lets those through as they are. */
export class GraphRefusal extends GraphClientError {
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(`Graph: ${problem.reason} ${problem.code ?? ''}`);
    // The client's error sets its own prototype.
    Object.setPrototypeOf(this, GraphRefusal.prototype);
    this.status = status;
    this.problem = problem;
  }
}

export interface Door {
  fetch: typeof fetch;
  tokens: TokenSource;
  /** UTC ms. */
  now(): number;
  /** Resolves after `ms`, or sooner when `signal` says to stop. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  gate: Gate;
}

/** A wait beyond this belongs to an alarm: a worker that sleeps longer may be killed. */
const LONGEST_WAIT_MS = 20_000;
const TRIES = 4;
/** Longest wait for one answer, in ms. */
const ANSWER_MS = 60_000;

/**
 * The one way out to Graph, as the only middleware of Microsoft's client: at most four at once, a token with each
 * request, one renewal after a 401, short waits where Graph asks for them. In place of the client's own handlers:
 * its retries sleep for up to three minutes, append a second token on a second try, and know no clock but the
 * computer's; its telemetry sends a new id with every request.
 */
export class GraphDoor implements Middleware {
  readonly #door: Door;

  constructor(door: Door) {
    this.#door = door;
  }

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    if (!isGraphLink(url)) throw new Error('a request that is not for Graph');
    context.response = await this.#ask(url, context.options ?? {});
  }

  async #ask(url: string, options: RequestInit): Promise<Response> {
    const { now, wait, gate } = this.#door;
    const stop = options.signal ?? undefined;
    const giveUp = now() + LONGEST_WAIT_MS;
    let renewed = false;
    for (let tries = 1; ; tries++) {
      if (stop?.aborted) throw refusal(0, 'cancelled', 'aborted');
      const token = await this.#token(renewed);
      // Only the request itself takes a place: neither a renewal nor a wait keeps others out.
      const response = await gate.pass(() => this.#send(url, options, token));
      if (response.ok) return response;
      if (response.status === 401 && !renewed) {
        renewed = true;
        continue;
      }
      const said = retryAt(response.headers, now());
      const at = said ?? now() + 1000 * 2 ** (tries - 1);
      if (!mayRetry(response.status, options.method) || tries >= TRIES || at > giveUp) {
        throw await refusalOf(response, said, now());
      }
      await wait(at - now(), stop);
    }
  }

  async #send(url: string, options: RequestInit, token: string): Promise<Response> {
    const headers = new Headers(options.headers);
    headers.set('authorization', `Bearer ${token}`);
    const late = AbortSignal.timeout(ANSWER_MS);
    // Called by itself: as a method of the door the browser's own would refuse to work.
    const { fetch } = this.#door;
    try {
      return await fetch(url, {
        ...options,
        headers,
        signal: options.signal ? AbortSignal.any([options.signal, late]) : late,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
    } catch {
      throw options.signal?.aborted ? refusal(0, 'cancelled', 'aborted') : refusal(0, 'offline');
    }
  }

  async #token(renewed: boolean): Promise<string> {
    try {
      return await this.#door.tokens.token({ renewed });
    } catch (error) {
      if (error instanceof NoToken) throw new GraphRefusal(0, error.problem);
      throw error;
    }
  }
}

/** A gateway's time-out says nothing of whether it was done, so only reading is tried again. */
function mayRetry(status: number, method: string | undefined): boolean {
  return status === 429 || status === 503 || (status === 504 && (method ?? 'GET') === 'GET');
}

async function refusalOf(response: Response, said: number | null, now: number): Promise<GraphRefusal> {
  const code = (await errorCode(response)) ?? `HTTP ${response.status}`;
  return refusal(response.status, reasonOf(response.status, said), code, said ?? now + 60_000);
}

function reasonOf(status: number, said: number | null): Problem['reason'] {
  if (status === 429) return 'busy';
  if (status === 401) return 'revoked';
  if (status === 403) return 'refused';
  return said === null ? 'server' : 'busy';
}

/** Graph's own code, such as `ErrorItemNotFound`; never the sentence beside it, which may name people. */
async function errorCode(response: Response): Promise<string | null> {
  try {
    const code = textOf(objectOf(objectOf(await response.json()).error).code);
    return /^[\w.]{1,80}$/.test(code) ? code : null;
  } catch {
    return null;
  }
}

function refusal(status: number, reason: Problem['reason'], code?: string, at?: number): GraphRefusal {
  return new GraphRefusal(status, {
    ok: false,
    reason,
    ...(code === undefined ? {} : { code }),
    ...(reason === 'busy' && at !== undefined ? { retryAt: at } : {}),
  });
}

import type { CallLink, Guest, Person } from '../event.ts';

/**
 * What both calendar services look like to the rest of the product. `lib/calendar/google` and
 * `lib/calendar/microsoft` each give a `SignIn` and a `CalendarClient`; `lib/calendar/sync` knows nothing of either.
 */
export const PROVIDERS = ['google', 'microsoft'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** Reading the calendar is asked for first; writing only when the member switches enrichment on. */
export type Access = 'read' | 'write';

/** Why a sign-in, a renewal or a request did not go through: each needs something else to be done by the member. */
export const ACCOUNT_PROBLEMS = [
  /** The member closed the sign-in window, or it was never answered. */
  'cancelled',
  /** The member said no on the service's page, or left out the right that was asked for. */
  'refused',
  /** The organisation lets no one, or not this app, in; an administrator has to approve it. */
  'blocked',
  /** The browser has no leave to reach the service. */
  'not-allowed',
  /** No client id, or one the service does not know (or not with our redirect address). */
  'no-client',
  /** Signed out or time is up, and it could not be renewed without the member. */
  'expired',
  /** The service takes the token no longer: leave was withdrawn, or the password changed. */
  'revoked',
  /** Somebody else signed in than the account that was to be renewed. */
  'other-account',
  'offline',
  /** Too many requests; `retryAt` says when to go on. */
  'busy',
  /** The service answered with an error of its own, or with what cannot be read. */
  'server',
] as const;
export type AccountProblem = (typeof ACCOUNT_PROBLEMS)[number];

export interface Problem {
  ok: false;
  reason: AccountProblem;
  /** UTC ms, when the service said how long to wait. */
  retryAt?: number;
  /** The service's own code, such as `AADSTS65001`, for those who help; never a token, an address or a name. */
  code?: string;
}

/** Secrets. They stay in the table of tokens of this device: never in a page, a log, an export, a message or a fact. */
export interface Tokens {
  accessToken: string;
  /** UTC ms. */
  expiresAt: number;
  /** Microsoft only. */
  refreshToken: string | null;
  /** What was granted, which may be less than what was asked for. */
  access: Access;
}

/** Who signed in. `id` is the service's own for this person and never changes; `email` may. */
export interface AccountIdentity {
  id: string;
  email: string;
  name: string;
}

/** What a sign-in needs of the world; `lib/platform` gives the real one, tests give theirs. */
export interface SignInWorld {
  fetch: typeof fetch;
  /** UTC ms. */
  now(): number;
  /** `https://<id>.chromiumapp.org/`, or what Firefox gives. */
  redirectUrl: string;
  /** The address the service led back to; null when the window was closed or nothing came back silently. */
  openWindow(url: string, options: { interactive: boolean }): Promise<string | null>;
}

export interface SignInOptions {
  clientId: string;
  access: Access;
  /** Offers this address first, and for a renewal insists on it. */
  loginHint?: string;
}

export interface SignIn {
  /** Opens the service's window. The state parameter is checked; what comes back with another one is `cancelled`. */
  connect(
    world: SignInWorld,
    options: SignInOptions,
  ): Promise<{ ok: true; tokens: Tokens; identity: AccountIdentity } | Problem>;
  /** Without any window that a person sees. `expired` when the member has to sign in again. */
  renew(
    world: SignInWorld,
    options: SignInOptions & { tokens: Tokens; identity: AccountIdentity },
  ): Promise<{ ok: true; tokens: Tokens } | Problem>;
  /** Tells the service to forget the leave where it can (Google); resolves also when it could not be told. */
  revoke(world: SignInWorld, tokens: Tokens): Promise<void>;
}

/** A calendar of an account. */
export interface RemoteCalendar {
  id: string;
  name: string;
  primary: boolean;
  /** Whether the member may change events in it. */
  writable: boolean;
  /** `#rrggbb` where the service says one. */
  color: string | null;
}

/**
 * One event as the service has it now, in our shape: a single event, the master of a series, or one date of a series
 * that differs or (Microsoft) that is listed. Instants are UTC ms.
 */
export interface RemoteEvent {
  /** The service's id; the key within its calendar. */
  id: string;
  kind: 'single' | 'master' | 'instance';
  /** Instances: the master's id. */
  masterId: string | null;
  /** The iCalendar UID as the service gives it; before `seriesKey`. */
  uid: string;
  /** Instances: start by the rule, before any move. */
  originalStart: number | null;
  etag: string;
  cancelled: boolean;
  title: string;
  /** Plain text, at most 4,000 characters. */
  description: string;
  location: string;
  /** IANA. */
  zone: string;
  start: number;
  lengthMs: number;
  allDay: boolean;
  status: 'confirmed' | 'tentative' | 'cancelled';
  myResponse: Guest['response'] | null;
  /** Shown as free: it takes none of the member's time. Left out where it does. */
  free?: boolean;
  /** RRULE, RDATE and EXDATE lines (RFC 5545). Microsoft's pattern is written as RRULE, for cadence and for showing. */
  rule: readonly string[];
  organizer: Person | null;
  /** Whether the member is the organiser, or a guest who may change the event. */
  mayWrite: boolean;
  guests: readonly Guest[];
  call: CallLink | null;
  /** The circle that our machine-readable mark names, or null. */
  circleMark: string | null;
}

/** Where a reading of a calendar stands. It is stored after each page, so that a killed worker goes on from there. */
export type Cursor =
  /** From the beginning, for dates in the window. `page`: null for the first. */
  | { kind: 'full'; from: number; to: number; page: string | null }
  /** What changed since `token` was given. */
  | { kind: 'changes'; token: string; page: string | null };

export type PageResult =
  | {
      ok: true;
      /** May be made when first looked at, and `removed` with them: ask for the next page before. */
      events: readonly RemoteEvent[];
      /**
       * Ids of events that are gone, taken out before `events` are put in; many may never have been known. A gone
       * master takes its instances along. A master named in both is replaced with all its dates: Microsoft lists a
       * changed series anew and says nothing of the dates it lost.
       */
      removed: readonly string[];
      /** The next page, or after the last one the token for the next changes. */
      next: { page: string } | { token: string };
    }
  /** The token is no longer known (410): read the calendar from the beginning; decisions of the member stay. */
  | { ok: false; reason: 'gone' }
  | Problem;

export interface CalendarClient {
  /** How dates of a series come: by its rule (Google) or each one listed (Microsoft). */
  readonly dates: 'by-rule' | 'listed';
  calendars(signal?: AbortSignal): Promise<{ ok: true; calendars: readonly RemoteCalendar[] } | Problem>;
  /** One page, one request (retries of a moment aside; a long wait comes back as `busy` with `retryAt`). */
  page(calendarId: string, cursor: Cursor, signal?: AbortSignal): Promise<PageResult>;
  /** One event with what writing needs. `description` is the service's own text, markup and all. */
  read(
    calendarId: string,
    eventId: string,
  ): Promise<{ ok: true; event: WritableEvent } | { ok: false; reason: 'missing' } | Problem>;
  /**
   * Writes text and mark of one event, if it is still as `etag` says. No mail to guests where the service lets us
   * choose. `conflict`: somebody changed it meanwhile: read again and merge.
   */
  write(
    calendarId: string,
    eventId: string,
    change: { body: EventBody; mark: string | null },
    etag: string,
  ): Promise<
    { ok: true; etag: string } | { ok: false; reason: 'conflict' | 'missing' | 'read-only' } | Problem
  >;
  /** The date of a series that is next at or after `from` (UTC ms), by the service's own reckoning. */
  nextInstance(
    calendarId: string,
    masterId: string,
    from: number,
  ): Promise<{ ok: true; event: WritableEvent | null } | Problem>;
}

/** An event's text as the service keeps it. Google's is text that may hold simple HTML. */
export interface EventBody {
  type: 'text' | 'html';
  content: string;
}

export interface WritableEvent {
  id: string;
  etag: string;
  body: EventBody;
  mark: string | null;
  mayWrite: boolean;
  originalStart: number | null;
  start: number;
}

/** A client that asks for a token before each request; `renewed` after a 401 ahead of time, at most once a request. */
export interface TokenSource {
  token(options?: { renewed: boolean }): Promise<string>;
}

/** What a `TokenSource` throws when there is no token to be had; clients turn it into a `Problem`. */
export class NoToken extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`no token: ${problem.reason}`);
    this.problem = problem;
  }
}

import type { Faults } from './faults.ts';
import { faults } from './faults.ts';
import { seededRandom } from './random.ts';
import type { Account, CalendarState, Client, LoggedRequest, Mail, Role, Token } from './types.ts';

/** Everything the stand-in knows, in memory. */
export interface World {
  /** UTC ms. */
  now(): number;
  accounts: Map<string, Account>;
  clients: Map<string, Client>;
  calendars: Map<string, CalendarState>;
  tokens: Map<string, Token>;
  refreshTokens: Map<string, Omit<Token, 'expiresAt'>>;
  codes: Map<string, Code>;
  faults: Faults;
  log: LoggedRequest[];
  mails: Mail[];
  /** What went wrong inside the stand-in itself: a test that is done looks that there is nothing. */
  problems: string[];
  options: Required<StandInOptions>;
  /** Ids in a fixed order: base32hex, as Google's. */
  nextId(): string;
}

/** A code on its way to the token endpoint. */
export interface Code {
  email: string;
  clientId: string;
  redirectUri: string;
  scopes: readonly string[];
  challenge: { value: string; method: string } | null;
  offline: boolean;
}

export interface StandInOptions {
  /** UTC ms; the time that stamps and expiries are made of. */
  now: () => number;
  /** Waits for a slow answer; tests without a socket give one that does not wait. */
  sleep?: (ms: number) => Promise<void>;
  /** Descriptions are rewritten as Google's editor does (default), or kept to the letter. */
  rewriteHtml?: boolean;
  /** Every answer is held against Google's published types (default); off only for measuring speed. */
  checkShapes?: boolean;
  /** Where made-up ids and tokens start; the same seed gives the same ids. */
  seed?: number;
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** An empty world: no accounts, no clients. */
export function emptyWorld(options: StandInOptions): World {
  const full = {
    sleep: pause,
    rewriteHtml: true,
    checkShapes: true,
    seed: 1,
    ...options,
  };
  const random = seededRandom(full.seed);
  return {
    now: full.now,
    accounts: new Map(),
    clients: new Map(),
    calendars: new Map(),
    tokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    faults: faults(),
    log: [],
    mails: [],
    problems: [],
    options: full,
    nextId: () => Array.from({ length: 26 }, () => Math.floor(random() * 32).toString(32)).join(''),
  };
}

/** Adds a person with an empty primary calendar, signed in in the browser. */
export function addAccount(
  world: World,
  given: { email: string; name?: string; sub?: string; zone?: string; signedIn?: boolean },
): Account {
  const email = given.email.toLowerCase();
  const account: Account = {
    sub: given.sub ?? `1${String(100_000_000_000 + world.accounts.size)}`,
    email,
    name: given.name ?? email,
    signedIn: given.signedIn ?? true,
    blocked: null,
    grants: new Map(),
  };
  world.accounts.set(email, account);
  addCalendar(world, {
    owner: email,
    id: email,
    summary: email,
    primary: true,
    ...(given.zone ? { zone: given.zone } : {}),
  });
  return account;
}

/** Adds a calendar to its owner's list. */
export function addCalendar(
  world: World,
  given: {
    owner: string;
    id?: string;
    summary: string;
    zone?: string;
    color?: string;
    primary?: boolean;
    hidden?: boolean;
  },
): CalendarState {
  const calendar: CalendarState = {
    id: given.id ?? `c_${world.nextId()}@group.calendar.google.com`,
    summary: given.summary,
    zone: given.zone ?? 'Europe/Berlin',
    color: given.color ?? '#9fe1e7',
    owner: given.owner.toLowerCase(),
    primary: given.primary ?? false,
    roles: new Map([[given.owner.toLowerCase(), 'owner' as Role]]),
    hidden: given.hidden ?? false,
    events: new Map(),
    exceptions: new Map(),
    age: 0,
    revision: 1,
  };
  world.calendars.set(calendar.id, calendar);
  return calendar;
}

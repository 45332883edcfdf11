import { makeAccounts } from './control-accounts.ts';
import { type EventControl, makeEvents } from './control-events.ts';
import type { Entra } from './entra.ts';
import type { Fault, Faults, RandomFaults } from './faults.ts';
import type { Log, Service } from './service.ts';
import type { Account, Behaviour, Limits, Mail, StoredCalendar } from './state.ts';

export interface NewAccount {
  email: string;
  name?: string;
  /** `work` belongs to an organisation of its own domain; default. */
  kind?: 'work' | 'personal';
  adminConsentOnly?: boolean;
  /** Windows name. */
  zone?: string;
}

export interface BrowserAnswer {
  /** Which account is pressed on the page. */
  account?: string;
  /** What is pressed there: by default yes. `close` shuts the window. */
  press?: 'accept' | 'decline' | 'cancel' | 'close';
}

export interface Control {
  accounts: {
    add(account: NewAccount): Account;
    get(email: string): Account;
    /** A further calendar; its id. */
    addCalendar(
      email: string,
      calendar: { name: string; canEdit?: boolean; hexColor?: string },
    ): StoredCalendar;
    removeCalendar(email: string, calendarId: string): void;
    /** An administrator agreed for everybody, or the person withdrew. */
    consent(email: string, clientId: string, scopes: readonly string[]): void;
    withdraw(email: string, clientId: string): void;
    signOut(email?: string): void;
  };
  events: EventControl;
  tokens: {
    /** An access token without a sign-in, for tests of calendars. */
    issue(email: string, scopes?: readonly string[]): string;
    expireAccess(email?: string): void;
    expireRefresh(email?: string): void;
    /** As after a new password. */
    revoke(email?: string): void;
  };
  faults: { failNext(fault: Fault): void; random(faults: RandomFaults | null): void; clear(): void };
  /** The same as `faults.failNext`. */
  failNext(fault: Fault): void;
  /** Every answer takes this long, ms; null: as fast as it goes. */
  slow(ms: number | null): void;
  sync: {
    /** Forgets what links of sync rounds stand for: the next use of one is a 410. */
    drop(email?: string): void;
  };
  /** Both can be changed while running. */
  behaviour: Behaviour;
  limits: Limits;
  log: Log;
  mails: Mail[];
  clearLog(): void;
  /**
   * A browser window for `SignInWorld.openWindow`: follows a sign-in address, presses what `answer` says and gives
   * the address of the app it ends at; null when it stays on a page (a silent window sees no page).
   */
  openWindow(url: string, options: { interactive: boolean }, answer?: BrowserAnswer): Promise<string | null>;
}

export function makeControl(
  service: Service,
  entra: Entra,
  handle: (request: Request) => Promise<Response>,
): Control {
  const { world, tokens, faults, log } = service;
  const accounts = makeAccounts(world, entra);
  const failNext: Faults['failNext'] = (fault) => faults.failNext(fault);
  return {
    accounts,
    events: makeEvents(world),
    tokens: {
      issue: (email, scopes = ['Calendars.ReadWrite', 'User.Read']) =>
        tokens.makeAccess({ account: accounts.get(email), clientId: 'test', scopes: new Set(scopes) }),
      expireAccess: (email) => tokens.expireAccess(email),
      expireRefresh: (email) => tokens.expireRefresh(email),
      revoke: (email) => tokens.revoke(email),
    },
    faults: { failNext, random: (random) => faults.random(random), clear: () => faults.clear() },
    failNext,
    slow: (ms) => {
      service.slowMs = ms;
    },
    sync: {
      drop(email) {
        for (const account of world.accounts.values())
          if (email === undefined || account.email === email) account.mailbox.states.clear();
      },
    },
    behaviour: world.behaviour,
    limits: world.limits,
    log,
    mails: world.mails,
    clearLog() {
      log.requests.length = 0;
      log.highestConcurrency = 0;
      world.mails.length = 0;
    },
    openWindow: (url, { interactive }, answer = {}) => press(handle, url, interactive, answer),
  };
}

async function press(
  handle: (request: Request) => Promise<Response>,
  url: string,
  interactive: boolean,
  answer: BrowserAnswer,
): Promise<string | null> {
  let at = url;
  for (let step = 0; step < 5; step++) {
    const response = await handle(new Request(at));
    const location = response.headers.get('location');
    if (location !== null) return location;
    const page = await response.text();
    if (!interactive || answer.press === 'close') return null;
    const buttons = [...page.matchAll(/<button name="(\w+)" value="([^"]*)"/g)].map((found) => ({
      name: found[1] ?? '',
      value: found[2] ?? '',
    }));
    const wanted = (value: string) => buttons.find((button) => button.value === value);
    const account = buttons.find(
      ({ name, value }) =>
        name === 'sandbox_account' && (answer.account === undefined || value === answer.account),
    );
    const chosen =
      answer.press === 'cancel'
        ? (wanted('cancel') ?? wanted('decline') ?? wanted('back'))
        : (account ?? wanted(answer.press ?? 'accept') ?? wanted('back'));
    if (!chosen) return null;
    const next = new URL(at);
    for (const found of page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g))
      next.searchParams.set(
        found[1] ?? '',
        (found[2] ?? '')
          .replace(/&quot;/g, '"')
          .replace(/&gt;/g, '>')
          .replace(/&lt;/g, '<')
          .replace(/&amp;/g, '&'),
      );
    next.searchParams.set(chosen.name, chosen.value);
    at = next.toString();
  }
  return null;
}

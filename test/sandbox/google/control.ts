import { controlEvents, type EventControl } from './control-events.ts';
import type { Faults } from './faults.ts';
import { readScopes } from './scopes.ts';
import { issueToken, withdraw } from './token-endpoint.ts';
import type { Account, LoggedRequest, Mail, Role } from './types.ts';
import { addAccount, addCalendar, type World } from './world.ts';

/** What a test does to the world behind the stand-in. Addresses are emails; a primary calendar's id is its owner's. */
export interface Control {
  accounts: {
    /** Gives Google's own id of the person. The account is signed in in the browser unless said otherwise. */
    add(given: { email: string; name?: string; sub?: string; zone?: string; signedIn?: boolean }): string;
    signIn(email: string): void;
    signOut(email: string): void;
    /** What the person's organisation says to any app; null lets it in again. */
    block(email: string, how: Account['blocked']): void;
    /** What the person has granted to a client. */
    granted(email: string, clientId: string): readonly string[];
  };
  clients: {
    add(given: {
      id: string;
      redirectUris: readonly string[];
      name?: string;
      kind?: 'web' | 'installed';
      secret?: string;
    }): void;
    remove(id: string): void;
  };
  calendars: {
    /** Gives the calendar's id. */
    add(given: {
      owner: string;
      id?: string;
      summary: string;
      zone?: string;
      color?: string;
      hidden?: boolean;
    }): string;
    /** `null` takes the calendar off somebody's list. */
    share(calendarId: string, email: string, role: Role | null): void;
    rename(calendarId: string, summary: string): void;
    remove(calendarId: string): void;
  };
  events: EventControl;
  tokens: {
    /** A token without the consent page, for tests of the calendar alone. Scopes short (`calendar.events`) or long. */
    issue(email: string, scopes: readonly string[], clientId?: string): string;
    /** Ends all access tokens before their time, as a changed password or an hour would. */
    expireAll(): void;
    /** As when the person removes the app on the account's page. */
    withdraw(email: string, clientId?: string): void;
  };
  sync: {
    /** Sync tokens of one calendar, or of all, are no longer known: 410. */
    drop(calendarId?: string): void;
  };
  faults: Omit<Faults, 'take'>;
  log: {
    all(): readonly LoggedRequest[];
    clear(): void;
  };
  mails: {
    all(): readonly Mail[];
    clear(): void;
  };
  /** Errors of the stand-in itself, such as an answer that is not in Google's shape; empty in a sound test. */
  problems(): readonly string[];
}

/** The control of one world. */
export function controlOf(world: World): Control {
  const account = (email: string) => found(world.accounts.get(email.toLowerCase()), email);
  const calendar = (id: string) => found(world.calendars.get(id), id);
  return {
    accounts: {
      add: (given) => addAccount(world, given).sub,
      signIn: (email) => {
        account(email).signedIn = true;
      },
      signOut: (email) => {
        account(email).signedIn = false;
      },
      block: (email, how) => {
        account(email).blocked = how;
      },
      granted: (email, clientId) => [...(account(email).grants.get(clientId) ?? [])],
    },
    clients: {
      add: ({ id, redirectUris, name = 'Circlekeeper', kind = 'web', secret = 'a secret' }) =>
        void world.clients.set(id, { id, redirectUris, name, kind, secret }),
      remove: (id) => void world.clients.delete(id),
    },
    calendars: {
      add: (given) => addCalendar(world, given).id,
      share: (id, email, role) => {
        if (role) calendar(id).roles.set(email.toLowerCase(), role);
        else calendar(id).roles.delete(email.toLowerCase());
      },
      rename: (id, summary) => {
        calendar(id).summary = summary;
      },
      remove: (id) => void world.calendars.delete(id),
    },
    events: controlEvents(world),
    tokens: {
      issue(email, scopes, clientId = 'any') {
        const long = scopes.map((scope) =>
          scope.startsWith('calendar') ? `https://www.googleapis.com/auth/${scope}` : scope,
        );
        const read = readScopes(long.join(' '));
        if (!read) throw new Error(`unknown scopes: ${long.join(' ')}`);
        return issueToken(world, account(email).email, clientId, read).value;
      },
      expireAll() {
        for (const token of world.tokens.values()) token.expiresAt = world.now();
      },
      withdraw: (email, clientId) => withdraw(world, account(email).email, clientId),
    },
    sync: {
      drop(id) {
        for (const one of id === undefined ? world.calendars.values() : [calendar(id)]) one.age++;
      },
    },
    faults: world.faults,
    log: { all: () => world.log, clear: () => void world.log.splice(0) },
    mails: { all: () => world.mails, clear: () => void world.mails.splice(0) },
    problems: () => world.problems,
  };
}

/** The value, or an error that names what a test asked for in vain. */
export function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`not in this sandbox: ${name}`);
  return value;
}

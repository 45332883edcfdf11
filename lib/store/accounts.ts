import type { CalendarRow } from '../calendar/sync/calendar-row.ts';
import type { Problem, Provider, RemoteCalendar, Tokens } from '../calendar/sync/provider.ts';
import { newId } from '../platform/id.ts';
import type { AccountRow } from './account-rows.ts';
import type { Database } from './database.ts';

export interface AccountWithCalendars {
  account: AccountRow;
  /** The main one first, then by name. */
  calendars: readonly CalendarRow[];
}

/** Every account with its calendars, the first connected first. For live queries: no token is in it. */
export async function listAccounts(db: Database): Promise<AccountWithCalendars[]> {
  const [accounts, calendars] = await db.transaction('r', [db.accounts, db.calendars], () =>
    Promise.all([db.accounts.toArray(), db.calendars.toArray()]),
  );
  return accounts
    .sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
    .map((account) => ({
      account,
      calendars: calendars
        .filter((one) => one.accountId === account.id)
        .sort((a, b) => Number(b.primary) - Number(a.primary) || a.name.localeCompare(b.name)),
    }));
}

/** Keeps a sign-in: of an account that is known (the same person at the same service) or of a new one. */
export async function saveAccount(
  db: Database,
  signedIn: Pick<AccountRow, 'provider' | 'identity' | 'clientId' | 'tenant'> & { tokens: Tokens },
): Promise<AccountRow> {
  const { provider, identity, tokens, clientId, tenant } = signedIn;
  return db.transaction('rw', [db.accounts, db.tokens], async () => {
    const known = (await db.accounts.toArray()).find(
      (one) => one.provider === provider && one.identity.id === identity.id,
    );
    const account: AccountRow = {
      id: known?.id ?? newId(),
      provider,
      identity,
      access: tokens.access,
      clientId,
      tenant,
      addedAt: known?.addedAt ?? db.now(),
      problem: null,
      listedAt: known?.listedAt ?? null,
    };
    await db.accounts.put(account);
    await db.tokens.put({ ...tokens, accountId: account.id });
    return account;
  });
}

/**
 * Says what keeps an account from being read (`since` stays while it is the same thing), or null that all is well.
 * An account that is gone meanwhile stays gone.
 */
export async function noteProblem(db: Database, accountId: string, problem: Problem | null): Promise<void> {
  await db.transaction('rw', db.accounts, async () => {
    const before = (await db.accounts.get(accountId))?.problem;
    if (before === undefined || (before === null && problem === null)) return;
    const since = before && before.reason === problem?.reason ? before.since : db.now();
    const next = problem && { reason: problem.reason, code: problem.code ?? null, since };
    await db.accounts.update(accountId, { problem: next });
  });
}

/**
 * Keeps an account's list of calendars: new ones come in (of a new account the main one is ticked), those that are
 * gone leave with what they gave.
 */
export async function saveCalendars(
  db: Database,
  accountId: string,
  listed: readonly RemoteCalendar[],
): Promise<void> {
  await db.transaction('rw', tablesOf(db), async () => {
    const account = await db.accounts.get(accountId);
    if (!account) return;
    const known = new Map(
      (await db.calendars.where('accountId').equals(accountId).toArray()).map((row) => [row.remoteId, row]),
    );
    const isFirst = account.listedAt === null;
    for (const { id: remoteId, name, color, primary, writable } of listed) {
      const before = known.get(remoteId);
      const said = { name, color, primary, writable };
      known.delete(remoteId);
      if (!before)
        await add(db, account, { ...newCalendar(accountId, remoteId), ...said }, isFirst && primary);
      else {
        await db.calendars.update(before.id, said);
        if (before.ticked) await db.sources.update(before.id, { name });
      }
    }
    for (const gone of known.values()) {
      await forgetEvents(db, gone.id);
      await db.calendars.delete(gone.id);
    }
    await db.accounts.update(accountId, { listedAt: db.now(), listProblem: null });
  });
}

const newCalendar = (accountId: string, remoteId: string) => ({
  id: newId(),
  accountId,
  remoteId,
  ticked: false,
  ...unread,
});

/** A calendar that nothing was read of yet. */
const unread = {
  cursor: null,
  staged: 0,
  progress: null,
  madeFor: null,
  listed: null,
  syncedAt: null,
  triedAt: null,
  problem: null,
  retryAt: null,
  events: 0,
} as const satisfies Partial<CalendarRow>;

async function add(db: Database, account: AccountRow, calendar: CalendarRow, ticked: boolean): Promise<void> {
  await db.calendars.put({ ...calendar, ticked });
  if (ticked) await putSource(db, account.provider, calendar);
}

const putSource = (db: Database, kind: Provider, { id, name }: CalendarRow) =>
  db.sources.put({
    id,
    kind,
    name,
    url: null,
    etag: null,
    addedAt: db.now(),
    readAt: null,
    events: 0,
    skipped: 0,
    truncated: false,
    error: null,
  });

/**
 * Takes a calendar in, to be read at the next `account.sync`, or leaves it out: then what it gave is forgotten, while
 * circles, decisions and contracts stay.
 */
export async function tickCalendar(db: Database, calendarId: string, ticked: boolean): Promise<void> {
  await db.transaction('rw', tablesOf(db), async () => {
    const calendar = await db.calendars.get(calendarId);
    const account = calendar && (await db.accounts.get(calendar.accountId));
    if (!calendar || !account || calendar.ticked === ticked) return;
    await forgetEvents(db, calendarId);
    await db.calendars.update(calendarId, { ...unread, ticked });
    if (ticked) await putSource(db, account.provider, calendar);
  });
}

/** Forgets an account with its tokens, calendars and events. Circles, decisions and contracts stay. */
export async function forgetAccount(db: Database, accountId: string): Promise<void> {
  await db.transaction('rw', [...tablesOf(db), db.tokens], async () => {
    const calendars = await db.calendars.where('accountId').equals(accountId).primaryKeys();
    for (const id of calendars) await forgetEvents(db, id);
    await db.calendars.bulkDelete(calendars);
    await db.tokens.delete(accountId);
    await db.accounts.delete(accountId);
  });
}

const tablesOf = (db: Database) => [
  db.accounts,
  db.calendars,
  db.events,
  db.pages,
  db.sources,
  db.series,
  db.chunks,
];

async function forgetEvents(db: Database, calendarId: string): Promise<void> {
  await db.events.where('calendarId').equals(calendarId).delete();
  await db.pages.where('calendarId').equals(calendarId).delete();
  await db.series.where('sourceId').equals(calendarId).delete();
  await db.chunks.where('sourceId').equals(calendarId).delete();
  await db.sources.delete(calendarId);
}

import type { CalendarClient, Problem } from '../calendar/sync/provider.ts';
import { type SyncResult, syncCalendar } from '../calendar/sync/sync-calendar.ts';
import { type AccountWorld, noteOutcome, STANDING, withClient } from './account-client.ts';
import { saveCalendars } from './accounts.ts';
import { calendarStore } from './calendar-store.ts';
import type { Database } from './database.ts';
import { keepSplits } from './decisions.ts';

export interface SyncOptions {
  /** By hand waits for a reading under way, which may not know of a calendar ticked since; otherwise that one will do. */
  byHand: boolean;
  /** Reads the list of calendars too, also where it was read before. */
  list?: boolean;
  signal?: AbortSignal;
}

/** `asked`: the service was, and answered; where there was nothing to ask, nobody knows how it stands. */
type Outcome = { ok: true; asked: boolean } | Problem;
const NOT_ASKED: Outcome = { ok: true, asked: false };

/**
 * Brings an account up to date: its ticked calendars one after another. Resolves to the first problem that stands in
 * the way of all of them; what concerns one calendar stands with it. Only one context at a time does this.
 */
export function syncAccount(
  db: Database,
  world: AccountWorld,
  accountId: string,
  options: SyncOptions,
): Promise<Outcome> {
  return alone(db, world, accountId, { ifAvailable: !options.byHand }, async (client) => {
    const account = await db.accounts.get(accountId);
    const mustList = options.list || account?.listedAt === null;
    const listed = mustList ? await listCalendars(db, accountId, client) : NOT_ASKED;
    if (!listed.ok && STANDING.has(listed.reason)) return listed;
    // Without a new list the calendars that are known are read all the same: how that went is said beside each.
    const { outcome, isAstray } = await syncCalendars(db, accountId, client, options);
    // One that cannot be read may be gone, or not be shared any more; then what it gave goes too.
    if (outcome.ok && isAstray && !mustList) return listCalendars(db, accountId, client);
    if (!outcome.ok) return outcome;
    return listed.ok ? { ok: true, asked: listed.asked || outcome.asked } : listed;
  });
}

/** Reads an account's list of calendars, and nothing of them. */
export const listAccount = (db: Database, world: AccountWorld, accountId: string): Promise<Outcome> =>
  alone(db, world, accountId, {}, (client) => listCalendars(db, accountId, client));

/** Every account, one after another. The first problem comes back, after all had their turn. */
export async function syncAccounts(
  db: Database,
  world: AccountWorld,
  options: SyncOptions,
): Promise<Outcome> {
  let problem: Problem | null = null;
  const bugs: unknown[] = [];
  for (const accountId of await db.accounts.toCollection().primaryKeys()) {
    try {
      const outcome = await syncAccount(db, world, accountId, options);
      if (!outcome.ok) problem ??= outcome;
    } catch (bug) {
      bugs.push(bug);
    }
  }
  if (bugs.length > 0) throw bugs[0];
  return problem ?? NOT_ASKED;
}

function alone(
  db: Database,
  world: AccountWorld,
  accountId: string,
  lock: LockOptions,
  work: (client: CalendarClient) => Promise<Outcome>,
): Promise<Outcome> {
  return world.locks.request(`account ${accountId}`, lock, async (held) => {
    if (!held) return NOT_ASKED;
    const outcome = await withClient(db, world, accountId, 'read', work);
    if (!outcome.ok || outcome.asked) await noteOutcome(db, accountId, outcome);
    return outcome;
  });
}

async function listCalendars(db: Database, accountId: string, client: CalendarClient): Promise<Outcome> {
  const listed = await client.calendars();
  if (!listed.ok) {
    const { reason, code } = listed;
    if (!STANDING.has(reason))
      await db.accounts.update(accountId, { listProblem: { reason, code: code ?? null, since: db.now() } });
    return listed;
  }
  await saveCalendars(db, accountId, listed.calendars);
  return { ok: true, asked: true };
}

async function syncCalendars(
  db: Database,
  accountId: string,
  client: CalendarClient,
  { signal }: SyncOptions,
): Promise<{ outcome: Outcome; isAstray: boolean }> {
  const rows = await db.calendars.where('accountId').equals(accountId).toArray();
  let changed = 0;
  let asked = false;
  let stopped: Problem | null = null;
  let isAstray = false;
  for (const { id } of rows.filter((row) => row.ticked)) {
    const result = await syncCalendar(calendarStore(db), client, id, { now: db.now, signal });
    asked ||= result.ok;
    if (result.ok) changed += result.events;
    else isAstray ||= result.reason === 'server' || result.reason === 'refused';
    if (concernsAll(result)) {
      stopped = result;
      break;
    }
  }
  if (changed > 0) await keepSplits(db);
  return { outcome: stopped ?? { ok: true, asked }, isAstray };
}

/** A calendar alone can be busy or broken; without a token, a network or leave the next one fares no better. */
function concernsAll(result: SyncResult): result is Problem {
  if (result.ok) return false;
  switch (result.reason) {
    case 'removed':
    case 'superseded':
    case 'busy':
    case 'server':
    // Somebody who shared a calendar shares it no longer.
    case 'refused':
      return false;
    default:
      return true;
  }
}

/** How soon to look whether the network is back. */
const OFFLINE_MS = 5 * 60_000;

/**
 * UTC ms when something that was busy, or could not be reached, is to be asked again; null when nothing waits. An
 * account that waits for the member is asked no sooner for it: each time would be a sign-in that comes to nothing.
 */
export async function nextRetry(db: Database): Promise<number | null> {
  const [accounts, calendars] = await Promise.all([db.accounts.toArray(), db.calendars.toArray()]);
  const open = new Map(accounts.flatMap((one) => (one.problem === null ? [[one.id, one]] : [])));
  const later = db.now() + OFFLINE_MS;
  const read = Map.groupBy(
    calendars.filter(({ accountId, ticked }) => ticked && open.has(accountId)),
    ({ accountId }) => accountId,
  );
  const times = [
    ...[...open.values()].flatMap(({ listedAt }) => (listedAt === null ? later : [])),
    // Where one of them could not be reached the others were not asked either, however long they have waited.
    ...[...read.values()].flatMap((rows) =>
      rows.some(({ problem }) => problem?.reason === 'offline')
        ? later
        : rows.flatMap(({ retryAt }) => retryAt ?? []),
    ),
  ];
  return times.length === 0 ? null : Math.min(...times);
}

import type { CalendarClient, Problem } from '../calendar/sync/provider.ts';
import { type SyncResult, syncCalendar } from '../calendar/sync/sync-calendar.ts';
import { type AccountWorld, noteOutcome, withClient } from './account-client.ts';
import { saveCalendars } from './accounts.ts';
import { calendarStore } from './calendar-store.ts';
import type { Database } from './database.ts';
import { keepSplits } from './decisions.ts';

export interface SyncOptions {
  /** Reads the list of calendars too: when the member asks, not every time. */
  list: boolean;
  signal?: AbortSignal;
}

/**
 * Brings an account up to date: its ticked calendars one after another. Resolves to the first problem that stands in
 * the way of all of them; what concerns one calendar stands with it. While somebody else does the same, nothing is done.
 */
export async function syncAccount(
  db: Database,
  world: AccountWorld,
  accountId: string,
  options: SyncOptions,
): Promise<{ ok: true } | Problem> {
  return world.locks.request(`account ${accountId}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return { ok: true } as const;
    const outcome = await withClient(db, world, accountId, 'read', async (client) => {
      const listed = options.list ? await listCalendars(db, accountId, client) : ({ ok: true } as const);
      return listed.ok ? syncCalendars(db, accountId, client, options) : listed;
    });
    await noteOutcome(db, accountId, outcome);
    return outcome;
  });
}

/** Every account, one after another. */
export async function syncAccounts(db: Database, world: AccountWorld, options: SyncOptions): Promise<void> {
  for (const accountId of await db.accounts.toCollection().primaryKeys()) {
    await syncAccount(db, world, accountId, options);
  }
}

async function listCalendars(
  db: Database,
  accountId: string,
  client: CalendarClient,
): Promise<{ ok: true } | Problem> {
  const listed = await client.calendars();
  if (!listed.ok) return listed;
  await saveCalendars(db, accountId, listed.calendars);
  return { ok: true };
}

async function syncCalendars(
  db: Database,
  accountId: string,
  client: CalendarClient,
  { signal }: SyncOptions,
): Promise<{ ok: true } | Problem> {
  const rows = await db.calendars.where('accountId').equals(accountId).toArray();
  let changed = 0;
  let stopped: Problem | null = null;
  for (const { id } of rows.filter((row) => row.ticked)) {
    const result = await syncCalendar(calendarStore(db), client, id, { now: db.now, signal });
    if (result.ok) changed += result.events;
    if (concernsAll(result)) {
      stopped = result;
      break;
    }
  }
  if (changed > 0) await keepSplits(db);
  return stopped ?? { ok: true };
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

/** UTC ms when a calendar that was busy may be asked again; null when none waits. */
export async function nextRetry(db: Database): Promise<number | null> {
  const times = (await db.calendars.toArray()).flatMap((row) => row.retryAt ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

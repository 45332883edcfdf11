import type { Access, AccountProblem, Provider } from '@/lib/calendar/sync/provider';
import { send } from '@/lib/platform/messenger';
import { askForService } from '@/lib/platform/services';
import { tickCalendar } from '@/lib/store/accounts';
import { database } from '@/lib/store/database';

/** Why something did not go through, as the page sees it: `unanswered` when our own background did not answer. */
export type AccountTrouble = AccountProblem | 'unanswered';

export type Connected =
  | { ok: true; accountId: string }
  | { ok: false; reason: AccountTrouble; code: string | null };

/**
 * Asks the browser for leave to reach the service, then the service for leave to read or to write. Called directly by a click,
 * or the browser will not ask. `onWindow` when the sign-in window is about to open.
 * @param accountId the account to sign in to again, or null for another one
 */
export async function connect(
  provider: Provider,
  accountId: string | null,
  onWindow: () => void,
  access: Access = 'read',
): Promise<Connected> {
  if (!(await askForService(provider, access))) return { ok: false, reason: 'not-allowed', code: null };
  onWindow();
  const reply = await send('account.connect', { provider, access, accountId });
  if (reply.ok) return reply;
  return troubleOf(reply);
}

/** Reads all ticked calendars of all accounts now; resolves when that is through. What went wrong is in the tables. */
export async function syncNow(): Promise<void> {
  await send('account.sync', { accountId: null });
}

/** Reads one account now, after the browser's leave to reach its service was asked for again where it was gone. */
export async function allowAndSync(provider: Provider, accountId: string): Promise<void> {
  if (await askForService(provider)) await send('account.sync', { accountId });
}

/** @returns whether the account is gone; where it is not, nothing of it is. */
export async function disconnect(accountId: string): Promise<boolean> {
  return (await send('account.disconnect', { accountId })).ok;
}

/** Takes a calendar in and reads it, or leaves it out with what it gave. */
export async function tick(calendar: { id: string; accountId: string }, ticked: boolean): Promise<void> {
  await tickCalendar(database(), calendar.id, ticked);
  if (ticked) await send('account.sync', { accountId: calendar.accountId });
}

function troubleOf({
  reason,
  code,
}: {
  reason: AccountProblem | 'unreachable' | 'failed';
  code?: string | null;
}): Connected {
  const unanswered = reason === 'unreachable' || reason === 'failed';
  return { ok: false, reason: unanswered ? 'unanswered' : reason, code: code ?? null };
}

import type { CalendarRow } from '../calendar/sync/calendar-row.ts';
import type { AccountRow } from './account-rows.ts';
import type { Database } from './database.ts';
import type { Enrichment } from './enrichment-rows.ts';

/** Whether a row is about an account. */
export const isOf = (row: Enrichment, account: AccountRow): boolean =>
  row.provider === account.provider && row.identityId === account.identity.id;

/** The account and the calendar that a row names; null where either is not here (any more). */
export async function enrichPlace(
  db: Database,
  row: Enrichment,
): Promise<{ account: AccountRow; calendar: CalendarRow } | null> {
  const account = (await db.accounts.toArray()).find((one) => isOf(row, one));
  if (!account) return null;
  const calendars = await db.calendars.where('accountId').equals(account.id).toArray();
  const calendar = calendars.find((one) => one.remoteId === row.remoteId);
  return calendar ? { account, calendar } : null;
}

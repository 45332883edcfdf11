const DAY_MS = 86_400_000;
/** A circle of two weeks has met once or twice in this time. */
const AFTER_DAYS = 30;
/** What was written on the first day can wait this long for its first copy. */
const FIRST_DAYS = 7;

export interface BackupState {
  /** UTC ms of the last copy made on this device; null for never. */
  lastAt: number | null;
  /** UTC ms when the first circle was made here; null without one. */
  firstAt: number | null;
  /** UTC ms of the end of the latest meeting that was held; null for none. */
  lastMeetingAt: number | null;
}

export const BACKUP_STATES = ['nothing', 'fresh', 'due', 'never'] as const;

/**
 * Whether it is time to make a copy: after a meeting when the last copy is a month old, or was never made and the
 * first circle is a week old. `nothing`: there is nothing to lose yet.
 */
export function backupDue(
  { lastAt, firstAt, lastMeetingAt }: BackupState,
  now: number,
): (typeof BACKUP_STATES)[number] {
  if (firstAt === null) return 'nothing';
  if (lastAt === null)
    return lastMeetingAt !== null || now - firstAt > FIRST_DAYS * DAY_MS ? 'never' : 'fresh';
  const since = lastMeetingAt !== null && lastMeetingAt > lastAt;
  return since && now - lastAt > AFTER_DAYS * DAY_MS ? 'due' : 'fresh';
}

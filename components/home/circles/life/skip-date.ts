import type { Draft } from '@/lib/fact/fact';
import { callOff } from '@/lib/meeting/commands';
import { database } from '@/lib/store/database';
import { slotOf } from '@/lib/store/room';
import type { OffDate, Upcoming } from '@/lib/store/schedule';

/** What is recorded when a circle skips a date. @param by the member I am. */
export const skipDrafts = (one: Upcoming, by: string | null): Promise<Draft[]> => offDrafts(one, by, true);

/** What is recorded when it meets after all: a skipped date is one like all others again, one in a pause stands out of it. */
export const meetDrafts = (one: OffDate, by: string | null): Promise<Draft[]> =>
  offDrafts(one, by, one.why === 'pause' ? false : null);

async function offDrafts(one: Upcoming, by: string | null, off: boolean | null): Promise<Draft[]> {
  const row = (await database().meetings.get([one.circleId, one.meetingId])) ?? null;
  return callOff({ slot: slotOf(one), row, by }, off);
}

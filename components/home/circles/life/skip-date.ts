import type { Draft } from '@/lib/fact/fact';
import { callOff } from '@/lib/meeting/commands';
import { database } from '@/lib/store/database';
import { slotOf } from '@/lib/store/room';
import type { Upcoming } from '@/lib/store/schedule';

/** What is recorded when a circle skips a date (`off`), or meets on it after all. @param by the member I am. */
export async function skipDrafts(one: Upcoming, by: string | null, off: boolean): Promise<Draft[]> {
  const row = (await database().meetings.get([one.circleId, one.meetingId])) ?? null;
  return callOff({ slot: slotOf(one), row, by }, off);
}

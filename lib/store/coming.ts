import type { MeetingRow } from '../meeting/meeting.ts';
import type { Database } from './database.ts';
import { lastHeld } from './room.ts';
import { type Upcoming, upcoming } from './schedule.ts';

/** As far ahead as circles that meet four times a year need. */
export const AHEAD_MS = 120 * 24 * 60 * 60 * 1000;
/** So many meetings ahead people know who has which role; a swap with a later one counts for the earlier. */
export const MEETINGS_AHEAD = 4;

/** What is known of a circle's next meetings and of its last. */
export interface Coming {
  /** The next meetings, the earliest first, with what is recorded of each. */
  readonly ahead: readonly { readonly one: Upcoming; readonly row: MeetingRow | null }[];
  /** The latest that were held, the earliest first. */
  readonly held: readonly MeetingRow[];
  /** How many were held in all. */
  readonly count: number;
}

/** The next meetings of a circle as of `now` (UTC ms), and those that were held. */
export async function comingOf(db: Database, circleId: string, now: number): Promise<Coming> {
  const [planned, held, count] = await Promise.all([
    upcoming(db, now, now + AHEAD_MS, circleId),
    lastHeld(db, circleId, now),
    db.meetings.where('[circleId+phase]').equals([circleId, 'ended']).count(),
  ]);
  const next = planned.slice(0, MEETINGS_AHEAD);
  const rows = await Promise.all(next.map((one) => db.meetings.get([circleId, one.meetingId])));
  return {
    ahead: next.map((one, i) => ({ one, row: rows[i] ?? null })),
    held: held.toReversed(),
    count: Math.max(count, held.length),
  };
}

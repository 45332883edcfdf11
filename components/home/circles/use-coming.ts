import { useLiveQuery } from 'dexie-react-hooks';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { database } from '@/lib/store/database';
import { lastHeld } from '@/lib/store/room';
import { type Upcoming, upcoming } from '@/lib/store/schedule';

const AHEAD_MS = 120 * 24 * 60 * 60 * 1000;

export interface Coming {
  /** The next meetings, the earliest first, with what is recorded of each. */
  readonly ahead: readonly { readonly one: Upcoming; readonly row: MeetingRow | null }[];
  /** The latest that were held, the earliest first. */
  readonly held: readonly MeetingRow[];
  /** How many were held in all. */
  readonly count: number;
}

/** The next `most` meetings of a circle and those that were held; undefined while they are read. */
export function useComing(circleId: string, now: number, most: number): Coming | undefined {
  const minute = Math.floor(now / 60_000);
  return useLiveQuery(async () => {
    const db = database();
    const at = minute * 60_000;
    const [planned, held, count] = await Promise.all([
      upcoming(db, at, at + AHEAD_MS, circleId),
      lastHeld(db, circleId, at),
      db.meetings.where('[circleId+phase]').equals([circleId, 'ended']).count(),
    ]);
    const next = planned.slice(0, most);
    const rows = await Promise.all(next.map((one) => db.meetings.get([circleId, one.meetingId])));
    return {
      ahead: next.map((one, i) => ({ one, row: rows[i] ?? null })),
      held: held.toReversed(),
      count: Math.max(count, held.length),
    };
  }, [circleId, minute, most]);
}

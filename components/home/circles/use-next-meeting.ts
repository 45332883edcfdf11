import { useLiveQuery } from 'dexie-react-hooks';
import { database } from '@/lib/store/database';
import { type Upcoming, upcoming } from '@/lib/store/schedule';

/** Circles that meet four times a year still have a next meeting in sight. */
const AHEAD_MS = 120 * 24 * 60 * 60 * 1000;

/** The next meeting of each circle (or of the one asked for), the earliest first; undefined while it is looked up. */
export function useNextMeetings(now: number, circleId?: string): readonly Upcoming[] | undefined {
  // Looked up anew once a minute, not at every tick of a page.
  const minute = Math.floor(now / 60_000);
  return useLiveQuery(async () => {
    const coming = await upcoming(database(), minute * 60_000, minute * 60_000 + AHEAD_MS, circleId);
    return [...new Map(coming.toReversed().map((one) => [one.circleId, one])).values()].toSorted(
      (a, b) => a.start - b.start,
    );
  }, [minute, circleId]);
}

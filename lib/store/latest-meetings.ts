import type { MeetingRow } from '../meeting/meeting.ts';
import type { Database } from './database.ts';

/** So many more than wanted are read at first: a circle has one meeting ahead, seldom two, that others would come after. */
const BESIDE = 4;

/**
 * The latest meetings of a circle, the latest first, that are such as wanted. Read in blocks and chosen from here: a
 * condition on the way makes the browser hand over row by row, which takes ten times as long.
 * @param count how many at most.
 */
export async function latestMeetings(
  db: Database,
  circleId: string,
  count: number,
  isWanted: (meeting: MeetingRow) => boolean,
): Promise<MeetingRow[]> {
  for (let size = count + BESIDE; ; size *= 4) {
    const rows = await db.meetings
      .where('[circleId+start]')
      .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
      .reverse()
      .limit(size)
      .toArray();
    const wanted = rows.filter(isWanted);
    if (wanted.length >= count || rows.length < size) return wanted.slice(0, count);
  }
}

import { viewMeeting } from '../../meeting/view.ts';
import type { Database } from '../database.ts';

/** Whether a meeting of any circle runs; one that nobody ended is over after a while. */
export async function meetingRuns(db: Database, now: number): Promise<boolean> {
  const circles = await db.circles.toCollection().primaryKeys();
  const running = await Promise.all(
    circles.map((id) => db.meetings.where('[circleId+phase]').equals([id, 'running']).toArray()),
  );
  return running.flat().some((row) => viewMeeting(row, now).phase === 'running');
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { followBackups, lastBackup } from '@/lib/platform/last-backup';
import { type Database, database } from '@/lib/store/database';
import { latestMeetings } from '@/lib/store/latest-meetings';
import { type BACKUP_STATES, backupDue } from './backup-due.ts';

/** When the last copy was made, and whether it is time for another; undefined while it is looked up. */
export function useBackupState():
  | { lastAt: number | null; state: (typeof BACKUP_STATES)[number] }
  | undefined {
  const [lastAt, setLastAt] = useState<number | null>();
  useEffect(() => {
    const read = () => void lastBackup().then(setLastAt);
    read();
    return followBackups(read);
  }, []);
  const held = useLiveQuery(async () => {
    const db = database();
    const circles = await db.circles.toArray();
    const ends = await Promise.all(circles.map((circle) => lastMeetingEnd(db, circle.id)));
    return {
      firstAt: circles.length > 0 ? Math.min(...circles.map((circle) => circle.createdAt)) : null,
      lastMeetingAt: ends.reduce(
        (latest, end) => (end === null ? latest : Math.max(latest ?? end, end)),
        null,
      ),
    };
  }, []);
  if (!held || lastAt === undefined) return undefined;
  return { lastAt, state: backupDue({ lastAt, ...held }, clock.now()) };
}

/** UTC ms; the newest meeting that was ended, without reading those of ten years. */
async function lastMeetingEnd(db: Database, circleId: string): Promise<number | null> {
  const [latest] = await latestMeetings(db, circleId, 1, ({ phase }) => phase === 'ended');
  return latest ? latest.start + latest.lengthMin * 60_000 : null;
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { followBackups, lastBackup } from '@/lib/platform/last-backup';
import { database } from '@/lib/store/database';
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
    const meetings = await db.meetings.where('phase').equals('ended').toArray();
    const ends = meetings.map((meeting) => meeting.start + meeting.lengthMin * 60_000);
    return {
      firstAt: circles.length > 0 ? Math.min(...circles.map((circle) => circle.createdAt)) : null,
      lastMeetingAt: ends.reduce<number | null>((latest, end) => Math.max(latest ?? end, end), null),
    };
  }, []);
  if (!held || lastAt === undefined) return undefined;
  return { lastAt, state: backupDue({ lastAt, ...held }, clock.now()) };
}

import type { Database } from '../store/database.ts';
import { meetingRuns } from '../store/lock/meeting-runs.ts';
import { openDatabase } from '../store/open.ts';
import { clock } from './clock.ts';
import { heldKey, lastUsed, lockNow, noteUse } from './lock-key.ts';
import { LOCK, readSetting } from './settings.ts';

/**
 * Locks after the time without use that the member chose, though never while a meeting runs. Asked by the background's
 * alarm, and by a page before it takes a key for use: no alarm goes while a computer sleeps.
 * @returns whether it is locked now because of that.
 */
export async function lockIfDue(db: Database): Promise<boolean> {
  if (!(await heldKey())) return false;
  const [used, { minutes }] = await Promise.all([lastUsed(), readSetting('lock', LOCK)]);
  const now = clock.own();
  // Nobody knows, or the computer's clock was set back: the time begins now.
  if (used === null || used > now) {
    await noteUse();
    return false;
  }
  if (now - used < minutes * 60_000) return false;
  if ((await openDatabase(db)) === null && (await meetingRuns(db, clock.now()))) return false;
  await lockNow();
  return true;
}

import type { Database } from '../store/database.ts';
import { isDemonstration } from './demonstration.ts';
import { lockIfDue } from './lock-due.ts';
import { followUse, onLock } from './lock-key.ts';

/**
 * In every page of ours, before it shows anything: it begins anew when the store is locked or unlocked, and being used puts
 * off the locking.
 */
export async function keepWithLock(db: Database): Promise<void> {
  if (isDemonstration()) return;
  onLock(() => location.reload());
  if (db.isSealed) await followUse(window, () => lockIfDue(db));
}

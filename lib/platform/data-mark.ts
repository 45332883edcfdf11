import { browser } from 'wxt/browser';
import type { Database } from '../store/database.ts';
import { isDemonstration } from './demonstration.ts';
import { newId } from './id.ts';

/** In `storage.local`, whose files are others than the database's; in the database the same stands in `meta`. */
const KEY = 'data.mark';

/**
 * Whether the database is another than the one that stood here: browsers throw a damaged one away and begin an empty one
 * without a word. As long as it is the same one, or there was none, it is marked for the next time.
 */
export async function isDataLost(db: Database): Promise<boolean> {
  if (isDemonstration()) return false;
  const { [KEY]: kept } = await browser.storage.local.get<Record<string, string>>(KEY);
  if (kept === undefined) {
    await markData(db);
    return false;
  }
  return (await db.meta.get(KEY))?.value !== kept;
}

/** From now on it is this database that has to be here. Nothing is marked that holds nothing. */
export async function markData(db: Database): Promise<void> {
  const mark = await db.transaction('rw', db.meta, db.facts, async () => {
    const row = await db.meta.get(KEY);
    if (row) return row.value;
    if ((await db.facts.limit(1).count()) === 0) return null;
    const value = newId();
    await db.meta.put({ key: KEY, value });
    return value;
  });
  if (mark === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: mark });
}

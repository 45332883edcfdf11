import type { TogetherRow } from '../circle/together.ts';
import type { Database } from './database.ts';

/** What members of a circle told each other on its page, the oldest first. */
export async function togetherOf(db: Database, circleId: string): Promise<TogetherRow[]> {
  const rows = await db.together.where('circleId').equals(circleId).toArray();
  return rows.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

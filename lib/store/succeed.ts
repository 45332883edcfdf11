import { succession } from '../circle/succession.ts';
import { isSpaceId, type SpaceId } from '../fact/space.ts';
import { appendAs } from './append.ts';
import type { Database } from './database.ts';
import { ready } from './device-keys.ts';

/**
 * Where this device had to begin a new author (its log was met with another head: a copy was restored, or a profile
 * cloned), the one it was says that the new one is its member's. Where the old one was removed a steward invites anew.
 * @returns whether it was said now.
 */
export async function succeed(db: Database, space: SpaceId): Promise<boolean> {
  if (!isSpaceId(space)) return false;
  const before = await db.keys.where('space').equals(space).toArray();
  if (before.length === 0) return false;
  const { author, boxPublic } = await ready(db, space);
  const earlier = before.map((keys) => keys.author).filter((one) => one !== author);
  if (earlier.length === 0) return false;
  return db.transaction('rw', db.factTables(), async () => {
    // Asked in the transaction: another page of ours may have said it.
    const rights = await db.rights.get(space);
    const said = rights && succession(rights, { device: author, box: boxPublic }, earlier, db.now());
    if (!said) return false;
    await appendAs(db, said.author, [said.draft]);
    return true;
  });
}

import type { NewcomerState } from '../share/invite/newcomer.ts';
import { makeKeys, type NewKeys } from '../share/keys.ts';
import type { Database } from './database.ts';

/** Being let in by hand takes days, so it is kept where one is; the keys beside it, where they cannot be taken out. */
export interface OpenJoin {
  /** The invitation, as it was pasted. */
  text: string;
  /** What this device is to be called, where it becomes one of one's own. */
  name: string;
  state: NewcomerState | null;
  /** What this side said last. */
  said: string | null;
}

const MARK = 'join:';

/** The one joining that is under way on this device; null without one. */
export async function openJoin(db: Database): Promise<OpenJoin | null> {
  const [row] = await db.meta.where('key').startsWith(MARK).toArray();
  try {
    return row ? (JSON.parse(String(row.value)) as OpenJoin) : null;
  } catch {
    return null;
  }
}

export async function keepJoin(db: Database, join: OpenJoin): Promise<void> {
  await db.meta.put({ key: MARK, value: JSON.stringify(join) });
}

/** The keys this device asks with: made once. */
export async function joinKeys(db: Database): Promise<NewKeys> {
  const [known] = await db.keys.where('space').equals(MARK).toArray();
  if (known) return known;
  const made = await makeKeys();
  await db.keys.put({ ...made, space: MARK });
  return made;
}

/** Forgets it: one is in, or begins anew. */
export async function dropJoin(db: Database): Promise<void> {
  await db.transaction('rw', db.meta, db.keys, async () => {
    await db.meta.delete(MARK);
    await db.keys.where('space').equals(MARK).delete();
  });
}

import type { Draft } from '../fact/fact.ts';
import { newId } from '../platform/id.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';

/**
 * Drafts of a page that went away while one still wrote in it. Such a page cannot see through a transaction of several
 * steps (Chromium 156: three of five; Firefox ESR 153: none), but one row that it asks for at once arrives, sealed as all
 * others: it waits under this key for a page of ours, or the background, to record it.
 */
const LEFT = 'left:';

/** Leaves drafts behind, in one step; to be called as the page goes away. What cannot be stored then is lost. */
export function leaveBehind(db: Database, drafts: readonly Draft[]): void {
  if (drafts.length === 0 || !db.isOpen()) return;
  void db.meta
    .put({ key: `${LEFT}${db.now()}:${newId()}`, value: JSON.stringify(drafts) })
    .catch(() => undefined);
}

/**
 * Records what pages left behind, the earliest first, one context at a time. What cannot be recorded stays; what is broken
 * off between its two steps is recorded again, which says the same once more. Never rejects.
 */
export async function recordLeft(db: Database): Promise<void> {
  const recordAll = async () => {
    for (const { key, value } of await db.meta.where('key').startsWith(LEFT).toArray()) {
      await append(db, JSON.parse(String(value)) as Draft[]);
      await db.meta.delete(key);
    }
  };
  await navigator.locks.request(`circlekeeper.left.${db.name}`, recordAll).catch(() => undefined);
}

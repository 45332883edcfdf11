import { type AuthorId, type Draft, type Fact, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';
import { isSpaceId } from '../fact/space.ts';
import { newId } from '../platform/id.ts';
import { completed } from './completed.ts';
import type { Database } from './database.ts';
import { ready } from './device-keys.ts';
import { goneCircles, record } from './record.ts';

/**
 * Records drafts as facts of this profile: all of them or none, with the author's sequence, the clock and the
 * projections in the same transaction. Resolves once they are on disk. Nothing is recorded in the log of a circle that
 * was erased. In a shared circle's log the author is this device's key, which is made before the transaction.
 */
export async function append(db: Database, drafts: readonly Draft[]): Promise<Fact[]> {
  if (drafts.length === 0) return [];
  const spaces = [...new Set(drafts.map((draft) => draft.log).filter(isSpaceId))];
  for (;;) {
    for (const space of spaces) await readyUnlessGone(db, space);
    const facts = await db.transaction('rw', db.factTables(), () => write(db, drafts));
    if (facts) return facts;
  }
}

const readyUnlessGone = async (db: Database, space: string): Promise<void> => {
  if (!(await goneCircles(db)).has(space)) await ready(db, space);
};

/** Null when a device's key was retired since it was made sure of: nothing was written then. */
async function write(db: Database, drafts: readonly Draft[]): Promise<Fact[] | null> {
  const now = db.now();
  let at = String((await db.meta.get('hlc'))?.value ?? HLC_START);
  const facts: Fact[] = [];
  const gone = await goneCircles(db);
  const hasSpace = drafts.some(({ log }) => isSpaceId(log));
  const authors = new Map<string, AuthorId>();
  for (const { log } of drafts) {
    if (gone.has(log) || authors.has(log)) continue;
    const author = await authorOf(db, log);
    if (author === null) return null;
    authors.set(log, author);
  }
  for (const draft of hasSpace ? await completed(db, drafts) : drafts) {
    // Another tab erased the circle while this one still showed it.
    const author = authors.get(draft.log);
    if (author === undefined) continue;
    const head = await db.heads.get([draft.log, author]);
    at = tick(at, now);
    const fact = seal(draft, {
      author,
      seq: (head?.seq ?? 0) + 1,
      at,
      prev: head?.hash ?? '',
      salt: newId(),
    });
    await db.heads.put({ log: fact.log, author, seq: fact.seq, hash: fact.hash });
    facts.push(fact);
  }
  await db.meta.put({ key: 'hlc', value: at });
  await record(db, facts);
  return facts;
}

/**
 * This profile's author in a log; a new one at the first fact, and after {@link retireAuthor}. Null in a space without a
 * key: a random author could never sign.
 */
async function authorOf(db: Database, log: string): Promise<AuthorId | null> {
  const key = `author:${log}`;
  const known = await db.meta.get(key);
  if (known) return String(known.value);
  if (isSpaceId(log)) return null;
  const author = newId();
  await db.meta.put({ key, value: author });
  return author;
}

/**
 * Ends this profile's author in a log (its log was met elsewhere with another head): the next fact starts a new one. In a
 * shared circle that is a new device, which counts once a device of its member, or a steward, has added it.
 */
export async function retireAuthor(db: Database, log: string): Promise<void> {
  await db.meta.delete(`author:${log}`);
}

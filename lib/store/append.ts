import { type Draft, type Fact, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';
import { newId } from '../platform/id.ts';
import type { Database } from './database.ts';
import { goneCircles, record } from './record.ts';

/**
 * Records drafts as facts of this profile: all of them or none, with the author's sequence, the clock and the
 * projections in the same transaction. Resolves once they are on disk. Nothing is recorded in the log of a circle that
 * was erased.
 */
export async function append(db: Database, drafts: readonly Draft[]): Promise<Fact[]> {
  if (drafts.length === 0) return [];
  return db.transaction('rw', db.factTables(), async () => {
    const now = db.now();
    let at = String((await db.meta.get('hlc'))?.value ?? HLC_START);
    const facts: Fact[] = [];
    const gone = await goneCircles(db);
    for (const draft of drafts) {
      // Another tab erased the circle while this one still showed it.
      if (gone.has(draft.log)) continue;
      const author = await authorOf(db, draft.log);
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
  });
}

/** This profile's author in a log; a new one at the first fact, and after {@link retireAuthor}. */
async function authorOf(db: Database, log: string): Promise<string> {
  const key = `author:${log}`;
  const known = await db.meta.get(key);
  if (known) return String(known.value);
  const author = newId();
  await db.meta.put({ key, value: author });
  return author;
}

/** Ends this profile's author in a log (its log was met elsewhere with another head): the next fact starts a new one. */
export async function retireAuthor(db: Database, log: string): Promise<void> {
  await db.meta.delete(`author:${log}`);
}

import { type Fact, isSound } from '../fact/fact.ts';
import { HLC_START, witness } from '../fact/hlc.ts';
import { retireAuthor } from './append.ts';
import type { Database } from './database.ts';
import { goneCircles, record } from './record.ts';

export interface Ingested {
  /** Facts that were new here. */
  added: number;
  /** Facts that were here already. */
  known: number;
  /** Facts left out because their hashes do not fit what they say. */
  unsound: number;
  /** Circles left out because they were erased here for good. */
  erasedCircles: readonly string[];
}

/**
 * Merges facts from elsewhere into the logs: a union, all of it or nothing. What was erased here stays erased.
 * No author is adopted; when our own log is met with a head we do not know, we go on as a new author.
 */
export async function ingest(db: Database, incoming: readonly Fact[]): Promise<Ingested> {
  const sound = incoming.filter(isSound);
  const unsound = incoming.length - sound.length;
  return db.transaction('rw', db.factTables(), async () => {
    const { fresh, filled } = await record(db, sound);
    const gone = await goneCircles(db);
    await advanceHeads(db, fresh);
    await advanceClock(db, fresh);
    const refused = sound.filter((fact) => gone.has(fact.log));
    const added = fresh.length + filled.length;
    return {
      added,
      known: sound.length - refused.length - added,
      unsound,
      erasedCircles: [...new Set(refused.map((fact) => fact.log))],
    };
  });
}

async function advanceHeads(db: Database, facts: readonly Fact[]): Promise<void> {
  const highest = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.log}\n${fact.author}`;
    const best = highest.get(key);
    if (!best || fact.seq > best.seq || (fact.seq === best.seq && fact.hash < best.hash))
      highest.set(key, fact);
  }
  for (const { log, author, seq, hash } of highest.values()) {
    const head = await db.heads.get([log, author]);
    const mine = await db.meta.get(`author:${log}`);
    // Our own author met with a fact we do not hold: this profile was copied or restored.
    if (mine?.value === author) await retireAuthor(db, log);
    if (!head || seq > head.seq) await db.heads.put({ log, author, seq, hash });
  }
}

async function advanceClock(db: Database, facts: readonly Fact[]): Promise<void> {
  const now = db.now();
  let last = String((await db.meta.get('hlc'))?.value ?? HLC_START);
  for (const fact of facts) last = witness(last, fact.at, now);
  await db.meta.put({ key: 'hlc', value: last });
}

import { type Fact, isSound } from '../fact/fact.ts';
import { HLC_START, witness } from '../fact/hlc.ts';
import { isSpaceId } from '../fact/space.ts';
import { retireAuthor } from './append.ts';
import type { Database } from './database.ts';
import { goneCircles, record } from './record.ts';

export interface Ingested {
  /** Facts that were new here. */
  added: number;
  /** Facts that were here already. */
  known: number;
  /**
   * Facts left out because their hashes do not fit what they say, their signature is not their author's (in a shared
   * circle), or their words were taken off on the way.
   */
  unsound: number;
  /** Circles left out because they were erased here for good. */
  erasedCircles: readonly string[];
}

/**
 * Merges facts from elsewhere into the logs: a union, all of it or nothing. What was erased here stays erased.
 * No author is adopted; when our own log is met with a head we do not know, we go on as a new author.
 */
export async function ingest(db: Database, incoming: readonly Fact[]): Promise<Ingested> {
  const sound = await signedOnes(db, incoming.filter(isSound));
  return db.transaction('rw', db.factTables(), async () => {
    const { fresh, filled, refused: bare } = await record(db, sound);
    const gone = await goneCircles(db);
    await advanceHeads(db, fresh);
    await advanceClock(db, fresh);
    const refused = sound.filter((fact) => gone.has(fact.log));
    const added = fresh.length + filled.length;
    return {
      added,
      known: sound.length - refused.length - bare.length - added,
      unsound: incoming.length - sound.length + bare.length,
      erasedCircles: [...new Set(refused.map((fact) => fact.log))],
    };
  });
}

/**
 * Without the facts of shared circles whose author did not sign them. Before the transaction, which would not wait; what
 * is here already was looked at when it came.
 */
async function signedOnes(db: Database, facts: readonly Fact[]): Promise<readonly Fact[]> {
  const shared = facts.filter((fact) => isSpaceId(fact.log));
  if (shared.length === 0) return facts;
  const held = await db.facts.bulkGet(shared.map((fact) => fact.hash));
  const known = new Set(held.flatMap((fact) => (fact?.sig === undefined ? [] : [fact.hash])));
  const { areSigned } = await import('../share/keys.ts');
  const open = shared.filter((fact) => !known.has(fact.hash));
  const verdicts = await areSigned(open);
  const good = new Set(open.filter((_, i) => verdicts[i]).map((fact) => fact.hash));
  return facts.filter((fact) => !isSpaceId(fact.log) || known.has(fact.hash) || good.has(fact.hash));
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

import type { Table } from 'dexie';
import { type Fact, type FactHash, isSound } from '../fact/fact.ts';
import { HLC_START, witness } from '../fact/hlc.ts';
import { isSpaceId } from '../fact/space.ts';
import { retireAuthor } from './append.ts';
import type { Database, Head, MetaRow } from './database.ts';
import { readAhead, record } from './record.ts';

export interface Ingested {
  /** The facts that were new here, as they were stored. */
  fresh: readonly Fact[];
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

/** Whether this very fact's signature was looked at already, or is being so, and what came of it. */
export type Looked = (fact: Fact) => Promise<boolean> | undefined;

/**
 * Merges facts from elsewhere into the logs: a union, all of it or nothing. What was erased here stays erased.
 * No author is adopted; when our own log is met with a head we do not know, we go on as a new author.
 */
export async function ingest(
  db: Database,
  incoming: readonly Fact[],
  tables: Table[] = db.factTables(),
  looked: Looked = () => undefined,
): Promise<Ingested> {
  const sound = await signedOnes(db, incoming.filter(isSound), looked);
  return db.transaction('rw', tables, async () => {
    const [ahead, ends] = await Promise.all([readAhead(db, sound), endsOf(db, sound)]);
    const {
      fresh,
      filled,
      refused: bare,
      gone,
    } = await record(db, sound, ahead, (some) => advance(db, some, ends));
    const refused = sound.filter((fact) => gone.has(fact.log));
    const added = fresh.length + filled.length;
    return {
      fresh,
      added,
      known: sound.length - refused.length - bare.length - added,
      unsound: incoming.length - sound.length + bare.length,
      erasedCircles: [...new Set(refused.map((fact) => fact.log))],
    };
  });
}

/** So few are looked at without asking first which of them are here: a signature is checked faster than that is found out. */
const FEW = 8;

/**
 * Without the facts of shared circles whose author did not sign them. Before the transaction, which would not wait; what
 * is here already was looked at when it came.
 */
async function signedOnes(db: Database, facts: readonly Fact[], looked: Looked): Promise<readonly Fact[]> {
  const shared = facts.filter((fact) => isSpaceId(fact.log));
  if (shared.length === 0) return facts;
  const { areSigned } = await import('../share/keys.ts');
  // By the very object: a copy that came beside it with another signature is not signed by being the same fact.
  const good = new Set<Fact>();
  const held = new Set<FactHash>();
  const look = async (some: readonly Fact[]) => {
    const verdicts = await areSigned(some);
    for (const [i, fact] of some.entries()) if (verdicts[i]) good.add(fact);
  };
  // What is looked at already is not asked for: who comes new gets years at once, and holds none of it.
  const early = await Promise.all(shared.map(looked));
  for (const [i, fact] of shared.entries()) if (early[i]) good.add(fact);
  const fresh = shared.filter((_, i) => early[i] === undefined);
  if (shared.length <= FEW) await look(fresh);
  const open = shared.filter((fact) => !good.has(fact));
  if (open.length > 0) {
    const rows = await db.facts.bulkGet(open.map((fact) => fact.hash));
    for (const row of rows) if (row?.sig !== undefined) held.add(row.hash);
    if (shared.length > FEW) await look(fresh.filter((fact) => !held.has(fact.hash)));
  }
  return facts.filter((fact) => !isSpaceId(fact.log) || good.has(fact) || held.has(fact.hash));
}

/** Where the authors of some facts stand here, which of them are this device, and its clock: all asked for at once. */
interface Ends {
  heads: ReadonlyMap<string, Head>;
  /** `author:<log>` and `hlc`. */
  meta: ReadonlyMap<string, MetaRow>;
}

async function endsOf(db: Database, facts: readonly Fact[]): Promise<Ends> {
  const authors = new Map(
    facts.map(({ log, author }): [string, [string, string]] => [headKey({ log, author }), [log, author]]),
  );
  const keys = ['hlc', ...new Set(facts.map(({ log }) => `author:${log}`))];
  const [heads, meta] = await Promise.all([db.heads.bulkGet([...authors.values()]), db.meta.bulkGet(keys)]);
  return {
    heads: new Map(heads.flatMap((head): [string, Head][] => (head ? [[headKey(head), head]] : []))),
    meta: new Map(meta.flatMap((row): [string, MetaRow][] => (row ? [[row.key, row]] : []))),
  };
}

const headKey = ({ log, author }: Pick<Fact, 'log' | 'author'>): string => `${log}\n${author}`;

/** Moves the heads of those whose facts came, and this device's clock past them. */
function advance(db: Database, fresh: readonly Fact[], { heads, meta }: Ends): PromiseLike<unknown>[] {
  const highest = new Map<string, Fact>();
  for (const fact of fresh) {
    const best = highest.get(headKey(fact));
    if (!best || fact.seq > best.seq || (fact.seq === best.seq && fact.hash < best.hash))
      highest.set(headKey(fact), fact);
  }
  const now = db.now();
  const value = fresh.reduce(
    (last, fact) => witness(last, fact.at, now),
    String(meta.get('hlc')?.value ?? HLC_START),
  );
  const further = [...highest.values()].filter((fact) => fact.seq > (heads.get(headKey(fact))?.seq ?? 0));
  // Our own author met with a fact we do not hold: this profile was copied or restored.
  const mine = [...highest.values()].filter(({ log, author }) => meta.get(`author:${log}`)?.value === author);
  return [
    db.heads.bulkPut(further.map(({ log, author, seq, hash }) => ({ log, author, seq, hash }))),
    db.meta.put({ key: 'hlc', value }),
    ...mine.map(({ log }) => retireAuthor(db, log)),
  ];
}

import { Dexie } from 'dexie';
import { erasureRules, mayHaveLostWords } from '../circle/rightful.ts';
import { foldRights, type RightsRow } from '../circle/rights.ts';
import { isRightsFact } from '../circle/rights-facts.ts';
import { erasedBy } from '../fact/erased.ts';
import { erase, type Fact, type FactHash, isErased, type LogId } from '../fact/fact.ts';
import type { Database } from './database.ts';

/** A shared circle's log while facts are recorded in it. */
export interface SpaceState {
  /** As they are with the facts that come in. */
  rights: RightsRow | null;
  /** What was held of each entity, where all of the log was read; null: it is to be asked for. */
  held: ReadonlyMap<string, Fact[]> | null;
  /** Entity → one of its facts, of all that are to be folded again because the rights have changed. */
  refold: ReadonlyMap<string, Fact>;
}

const NONE: ReadonlyMap<string, Fact> = new Map();

/** From so many entities on the whole log is read at once: asking for each is slower. */
export const MANY = 100;

/** Whether facts of shared circles change rights, or speak of so much that their whole logs are to be read. */
export const needsLog = (facts: readonly Fact[]): boolean =>
  facts.some(isRightsFact) || new Set(facts.map((fact) => fact.entity)).size >= MANY;

/** The shared circles of facts that need no more of their logs than their own entities. */
export const calmSpaces = (
  facts: readonly Fact[],
  rights: ReadonlyMap<LogId, RightsRow>,
): ReadonlyMap<LogId, SpaceState> =>
  new Map(facts.map(({ log }) => [log, { rights: rights.get(log) ?? null, held: null, refold: NONE }]));

/**
 * The shared circles some facts are of, with their rights folded anew (and stored) where the facts bring acts. One
 * function, not one in another: Dexie loses its transaction behind too many of them.
 */
export async function spacesOf(
  db: Database,
  facts: readonly Fact[],
  known: ReadonlyMap<LogId, RightsRow>,
): Promise<ReadonlyMap<LogId, SpaceState>> {
  const states = new Map<LogId, SpaceState>();
  for (const [log, incoming] of Map.groupBy(facts, (fact) => fact.log)) {
    const before = known.get(log) ?? null;
    const bringsActs = incoming.some(isRightsFact);
    if (!bringsActs && new Set(incoming.map((fact) => fact.entity)).size < MANY) {
      states.set(log, { rights: before, held: null, refold: NONE });
      continue;
    }
    const held = await logFacts(db, log);
    if (!bringsActs) {
      states.set(log, { rights: before, held: Map.groupBy(held, (fact) => fact.entity), refold: NONE });
      continue;
    }
    const rights = foldRights(log, [...held, ...incoming]);
    if (rights) await db.rights.put(rights);
    const byEntity = Map.groupBy(held, (fact) => fact.entity);
    const isSame = rights !== null && before !== null && whatCounts(rights) === whatCounts(before);
    const refold = isSame ? NONE : new Map(held.map((fact) => [fact.entity, fact]));
    states.set(log, { rights, held: byEntity, refold });
  }
  return states;
}

/** All facts of one log. */
export const logFacts = (db: Database, log: LogId): Promise<Fact[]> =>
  db.facts.where('[log+entity]').between([log, Dexie.minKey], [log, Dexie.maxKey]).toArray();

/** All that decides which facts count; not the epochs, whose beginning changes no row. */
function whatCounts({ devices, stewards, gone, claims, accepted, epochs }: RightsRow): string {
  const ofEpochs = new Set<FactHash>(epochs.map((epoch) => epoch.fact));
  return JSON.stringify([devices, stewards, gone, claims, accepted.filter((hash) => !ofEpochs.has(hash))]);
}

/**
 * The facts of one entity of a shared circle with its erasures honoured. One that is new and came without words is taken
 * only where an erasure explains it: whoever passes facts on could have taken them off.
 */
export function honourInSpace(
  rights: RightsRow | null,
  facts: readonly Fact[],
  here: ReadonlyMap<FactHash, Fact>,
): { kept: Fact[]; refused: Fact[] } {
  const wasBare = (fact: Fact): boolean => {
    const known = here.get(fact.hash);
    return known !== undefined && isErased(known);
  };
  const isTaken = rights ? erasedBy(facts, () => false, erasureRules(rights, facts, wasBare)) : () => false;
  const kept: Fact[] = [];
  const refused: Fact[] = [];
  for (const fact of facts) {
    if (!isErased(fact)) kept.push(isTaken(fact) ? erase(fact) : fact);
    else if (here.has(fact.hash) || isTaken(fact) || (rights && mayHaveLostWords(rights, fact, facts)))
      kept.push(fact);
    else refused.push(fact);
  }
  return { kept, refused };
}

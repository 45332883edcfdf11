import * as v from 'valibot';
import { byTime, type Fact, type FactHash, isErased } from './fact.ts';

/** The facts a room understands: kind → shape of its body. All are of version 1 unless a room says otherwise. */
export type Kinds = Readonly<Record<string, v.GenericSchema>>;

/** A fact of a known kind with its body read. */
export type Known<K extends Kinds> = {
  [N in keyof K & string]: Omit<Fact, 'kind' | 'body'> & { kind: N; body: v.InferOutput<K[N]> };
}[keyof K & string];

export interface Reading<K extends Kinds> {
  /** In reading order, each once, without those that were undone or erased. */
  facts: readonly Known<K>[];
  /** How many were written by a newer version of Circlekeeper (or are damaged): kept, passed on, not understood. */
  newer: number;
  /** How many were erased. */
  erased: number;
}

/** Names facts of the same entity that count no more; undone itself, they count again. Understood by every fold. */
export const undoneSchema = v.object({ facts: v.array(v.string()) });
export const UNDONE = 'undone';

/** The version of facts written by this code, the same for every kind so far. */
export const FACT_VERSION = 1;

/**
 * Reads the facts of one entity: sorts them, drops duplicates, applies `undone`, and checks every body.
 * Whatever the order of arrival and however often a fact came, the result is the same.
 */
export function readFacts<K extends Kinds>(kinds: K, facts: readonly Fact[]): Reading<K> {
  const unique = [...new Map(facts.map((fact) => [fact.hash, fact])).values()].sort(byTime);
  const gone = undone(unique);
  const known: Known<K>[] = [];
  let newer = 0;
  let erased = 0;
  for (const fact of unique) {
    if (isErased(fact)) {
      erased += 1;
      continue;
    }
    if ((fact.kind === UNDONE && fact.v === FACT_VERSION) || gone.has(fact.hash)) continue;
    const schema = fact.v === FACT_VERSION && Object.hasOwn(kinds, fact.kind) ? kinds[fact.kind] : undefined;
    const body = schema && v.safeParse(schema, fact.body);
    if (body?.success) known.push({ ...fact, body: body.output } as Known<K>);
    else newer += 1;
  }
  return { facts: known, newer, erased };
}

/** The hashes that count no more: named by an `undone` that counts itself. */
function undone(facts: readonly Fact[]): ReadonlySet<FactHash> {
  const namedBy = new Map<FactHash, FactHash[]>();
  for (const fact of facts) {
    if (fact.kind !== UNDONE || fact.v !== FACT_VERSION || isErased(fact)) continue;
    const body = v.safeParse(undoneSchema, fact.body);
    if (!body.success) continue;
    for (const hash of body.output.facts) {
      const by = namedBy.get(hash);
      if (by) by.push(fact.hash);
      else namedBy.set(hash, [fact.hash]);
    }
  }
  // Each is settled once, after those that name it, and without recursion: somebody may have undone and redone a
  // thousand times. A fact can only name what existed before it (it names by hash), so there is no circle to fall into.
  const settled = new Map<FactHash, boolean>();
  for (const start of namedBy.keys()) {
    const path = [start];
    const entered = new Set(path);
    for (let hash = path.at(-1); hash !== undefined; hash = path.at(-1)) {
      const by = namedBy.get(hash) ?? [];
      const open = by.find((one) => !settled.has(one) && !entered.has(one));
      if (open === undefined) {
        settled.set(hash, settled.get(hash) ?? by.some((one) => settled.get(one) === false));
        path.pop();
      } else {
        entered.add(open);
        path.push(open);
      }
    }
  }
  return new Set([...settled].filter(([, isGone]) => isGone).map(([hash]) => hash));
}

interface Setting {
  hash: FactHash;
  body: { replaces: readonly FactHash[] };
}

/**
 * Which of the facts that set one thing holds now: one that no other replaces. Several that nobody replaced
 * (written at the same time on two devices) are decided by their reading order, so the input must be in it.
 * `rank` puts some before others whatever their time (an owner's word before a scribe's).
 */
export function latest<F extends Setting>(
  facts: readonly F[],
  rank: (fact: F) => number = () => 0,
): F | undefined {
  const best = facts.reduce((highest, fact) => Math.max(highest, rank(fact)), Number.NEGATIVE_INFINITY);
  const candidates = facts.filter((fact) => rank(fact) === best);
  const replaced = new Set(candidates.flatMap((fact) => fact.body.replaces));
  return candidates.findLast((fact) => !replaced.has(fact.hash)) ?? candidates.at(-1);
}

/** The hashes an edit must name: all that currently set the thing. */
export const replacing = (facts: readonly Setting[]): FactHash[] => {
  const replaced = new Set(facts.flatMap((fact) => fact.body.replaces));
  return facts.filter((fact) => !replaced.has(fact.hash)).map((fact) => fact.hash);
};

import * as v from 'valibot';
import { erase, type Fact, type FactHash, isErased } from './fact.ts';
import { FACT_VERSION } from './fold.ts';

/**
 * The kind that takes the words from facts of its own log and entity, for good: it beats every import, is honoured by
 * all who get it, and can itself be neither undone nor erased.
 */
export const ERASED = 'erased';

/**
 * `whole`: also from all that will ever arrive of the entity, such as an edit made meanwhile on a device that had not
 * heard of the erasure. Only for entities with a random id of their own: what is derived (the note of a meeting, the
 * decision on a series) may be written anew.
 */
export const erasedSchema = v.object({ facts: v.array(v.string()), whole: v.boolean() });

/** Whoever gets a file without these would get back what they took away. */
const NEVER_ERASED: ReadonlySet<string> = new Set([ERASED, 'erasure.circle']);

/**
 * Kinds that begin an entity with a random id of its own. Without it nothing of the entity can ever be shown, so what
 * is left of it goes with it.
 */
export const BEGINNINGS: ReadonlySet<string> = new Set([
  'contract.made',
  'parking.parked',
  'pig.written',
  'stroke.noted',
  'tie.written',
  'plan.begun',
]);

/**
 * The facts of one entity without the words that were erased. The same for every order of arrival, and the same again
 * when it is done twice.
 * @param isGone says of facts with words that they are erased for a reason of their own.
 */
export function honourErasures(facts: readonly Fact[], isGone: (fact: Fact) => boolean): Fact[] {
  const named = new Set<FactHash>();
  let whole = false;
  for (const fact of facts) {
    if (BEGINNINGS.has(fact.kind) && (isErased(fact) || isGone(fact))) whole = true;
    if (fact.kind !== ERASED || fact.v !== FACT_VERSION) continue;
    const body = v.safeParse(erasedSchema, fact.body);
    if (!body.success) continue;
    whole ||= body.output.whole;
    for (const hash of body.output.facts) named.add(hash);
  }
  // A beginning that is named makes it whole at once, not only at the next look.
  whole ||= facts.some((fact) => BEGINNINGS.has(fact.kind) && named.has(fact.hash));
  return facts.map((fact) => {
    if (isErased(fact) || NEVER_ERASED.has(fact.kind)) return fact;
    return whole || named.has(fact.hash) || isGone(fact) ? erase(fact) : fact;
  });
}

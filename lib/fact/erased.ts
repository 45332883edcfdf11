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

/**
 * Whoever gets a file without these would get back what they took away; and without a word of who may do what, members
 * of a shared circle would see different things. None of them says anything personal.
 */
const NEVER_ERASED: ReadonlySet<string> = new Set([
  ERASED,
  'erasure.circle',
  'circle.shared',
  'device.added',
  'device.removed',
  'steward.named',
  'steward.ended',
  'epoch.began',
]);
/**
 * As those, in a shared circle. What is told in a pulse holds no words, and whoever could make others forget an earlier sum
 * could set a later one off against it.
 */
const NEVER_WHERE_SHARED: ReadonlySet<string> = new Set([
  'member.left',
  'member.returned',
  'pulse.opened',
  'pulse.joined',
  'pulse.withdrew',
  'pulse.stopped',
  'pulse.settled',
  'pulse.shares',
  'pulse.sum',
]);

/**
 * Kinds that begin an entity with a random id of its own. Without it nothing of the entity can ever be shown, so what
 * is left of it goes with it.
 */
export const BEGINNINGS: ReadonlySet<string> = new Set([
  'contract.made',
  'parking.parked',
  'milestone.reached',
  'together.said',
  'pig.written',
  'stroke.noted',
  'tie.written',
  'reflection.written',
  'plan.begun',
  'aside.written',
  'goal.written',
  'goal.shared',
]);

/** What holds in a shared circle, where an erasure takes not everybody's words. */
export interface ErasureRules {
  mayErase(erasure: Fact, target: Fact): boolean;
  /**
   * Whether a fact without words is known to have lost them by an erasure. One that only came without them proves
   * nothing: somebody may have taken them off on the way.
   */
  isKnownErased(fact: Fact): boolean;
}

/**
 * The facts of one entity without the words that were erased. The same for every order of arrival, and the same again
 * when it is done twice.
 * @param isGone says of facts with words that they are erased for a reason of their own.
 */
export function honourErasures(
  facts: readonly Fact[],
  isGone: (fact: Fact) => boolean,
  rules?: ErasureRules,
): Fact[] {
  const isTaken = erasedBy(facts, isGone, rules);
  return facts.map((fact) => (!isErased(fact) && isTaken(fact) ? erase(fact) : fact));
}

/** Tells of each fact of the entity whether an erasure that is among them takes its words, also of one that has none. */
export function erasedBy(
  facts: readonly Fact[],
  isGone: (fact: Fact) => boolean,
  rules?: ErasureRules,
): (fact: Fact) => boolean {
  const naming = new Map<FactHash, Fact[]>();
  // One of each writer is enough: what it may take is the same for all of them.
  const wholes = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.kind !== ERASED || fact.v !== FACT_VERSION) continue;
    const body = v.safeParse(erasedSchema, fact.body);
    if (!body.success) continue;
    if (body.output.whole) wholes.set(rules ? `${fact.author}\n${fact.by}` : '', fact);
    for (const hash of new Set(body.output.facts)) {
      const by = naming.get(hash);
      if (by) by.push(fact);
      else naming.set(hash, [fact]);
    }
  }
  const isNamed = (target: Fact): boolean =>
    [...(naming.get(target.hash) ?? []), ...wholes.values()].some(
      (erasure) => rules?.mayErase(erasure, target) ?? true,
    );
  // A beginning that is named takes the rest with it at once, not only at the next look.
  const isWhole = facts.some(
    (fact) =>
      BEGINNINGS.has(fact.kind) &&
      (isGone(fact) || isNamed(fact) || (isErased(fact) && (rules?.isKnownErased(fact) ?? true))),
  );
  return (fact) =>
    !NEVER_ERASED.has(fact.kind) &&
    !(rules && NEVER_WHERE_SHARED.has(fact.kind)) &&
    (isWhole || isNamed(fact) || isGone(fact));
}

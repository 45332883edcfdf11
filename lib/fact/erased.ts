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
/** As those, in a shared circle. */
const NEVER_WHERE_SHARED: ReadonlySet<string> = new Set(['member.left', 'member.returned']);

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

/** Which words an erasure may take: in a shared circle not everybody's. */
export type MayErase = (erasure: Fact, target: Fact) => boolean;

/**
 * The facts of one entity without the words that were erased. The same for every order of arrival, and the same again
 * when it is done twice.
 * @param isGone says of facts with words that they are erased for a reason of their own.
 * @param mayErase in a shared circle. Then a fact that came without words proves nothing: somebody may have taken them off.
 */
export function honourErasures(
  facts: readonly Fact[],
  isGone: (fact: Fact) => boolean,
  mayErase?: MayErase,
): Fact[] {
  const taken = erasedHere(facts, isGone, mayErase);
  return facts.map((fact) => (!isErased(fact) && taken(fact) ? erase(fact) : fact));
}

/** Tells of each fact of the entity whether its words are to go, or went, by an erasure that is among them. */
export function erasedHere(
  facts: readonly Fact[],
  isGone: (fact: Fact) => boolean,
  mayErase?: MayErase,
): (fact: Fact) => boolean {
  const erasures = facts.flatMap((fact) => {
    if (fact.kind !== ERASED || fact.v !== FACT_VERSION) return [];
    const body = v.safeParse(erasedSchema, fact.body);
    return body.success ? [{ fact, named: new Set(body.output.facts), whole: body.output.whole }] : [];
  });
  const isNamed = (target: Fact): boolean =>
    erasures.some(
      ({ fact, named, whole }) => (whole || named.has(target.hash)) && (mayErase?.(fact, target) ?? true),
    );
  // A beginning that is named takes the rest with it at once, not only at the next look.
  const whole = facts.some(
    (fact) => BEGINNINGS.has(fact.kind) && (isGone(fact) || isNamed(fact) || (!mayErase && isErased(fact))),
  );
  return (fact) =>
    !NEVER_ERASED.has(fact.kind) &&
    !(mayErase && NEVER_WHERE_SHARED.has(fact.kind)) &&
    (whole || isNamed(fact) || isGone(fact));
}

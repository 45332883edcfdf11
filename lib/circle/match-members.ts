import { matchNames } from './match-names.ts';

/** A member as far as matching goes. */
interface Matchable {
  readonly id: string;
  readonly name: string;
  /** Lower case; empty when unknown. */
  readonly email: string;
}

/** Why two are taken for one; null: nobody was found, or nobody surely. */
export type MatchReason = 'me' | 'email' | 'name' | null;

/** A member of one's own circle, and who that seems to be in the shared one. */
export interface MemberMatch {
  local: string;
  shared: string | null;
  why: MatchReason;
}

/**
 * Proposes who is who where two people each made the circle on their own: whoever am I in both, then the same address,
 * then the same name as far as it fits one person alone. It only proposes; the person chooses. Nobody is proposed twice.
 * @param me ids of the member I am, here and in the shared circle.
 */
export function matchMembers(
  locals: readonly Matchable[],
  shared: readonly Matchable[],
  me: { local: string | null; shared: string | null },
): MemberMatch[] {
  const found = new Map<string, { shared: string; why: MatchReason }>();
  const taken = new Set<string>();
  const take = (local: string, to: string, why: MatchReason) => {
    if (found.has(local) || taken.has(to)) return;
    found.set(local, { shared: to, why });
    taken.add(to);
  };
  if (me.local !== null && me.shared !== null) take(me.local, me.shared, 'me');
  for (const local of locals) {
    const same = local.email === '' ? [] : shared.filter((one) => one.email === local.email);
    const twins = locals.filter((one) => one.email === local.email);
    if (same[0] && same.length === 1 && twins.length === 1) take(local.id, same[0].id, 'email');
  }
  const open = locals.filter((one) => !found.has(one.id));
  const free = shared.filter((one) => !taken.has(one.id));
  const fits = (one: Matchable, other: Matchable) => matchNames([one], [other.name]).here.length > 0;
  for (const local of open) {
    const [one, second] = free.filter((other) => fits(other, local));
    if (one && !second && open.filter((other) => fits(one, other)).length === 1)
      take(local.id, one.id, 'name');
  }
  return locals.map(({ id }) => ({ local: id, ...(found.get(id) ?? { shared: null, why: null }) }));
}

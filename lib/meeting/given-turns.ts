/** Given to everybody: what it was is shared by all who still have a turn. */
export const TO_ALL = '';

/** Turns after some were given away, among those who are here. */
export interface GivenTurns {
  /** Who has a turn, in speaking order. */
  holders: readonly string[];
  /** How many turns a holder has; 1 for whoever is not in it. */
  turns: ReadonlyMap<string, number>;
  /** ms asked for; a holder of several turns asked for all of them together, or for whatever comes. */
  asked: ReadonlyMap<string, number>;
}

/**
 * Who has whose turn. A turn that is passed on goes where the last one gave it; one that comes back to its giver
 * stays theirs; one that was given to somebody who is not here goes to all.
 * @param gave who gave to whom, or to {@link TO_ALL}.
 */
export function givenTurns(
  present: readonly string[],
  gave: Readonly<Record<string, string>>,
  asked: ReadonlyMap<string, number>,
): GivenTurns {
  const turns = new Map<string, number>();
  const wishes = new Map([...asked].filter(([member]) => present.includes(member)));
  const holders = present.filter((member) => holderOf(member, present, gave) === member);
  for (const giver of present) {
    const holder = holderOf(giver, present, gave);
    if (holder === giver) continue;
    const wish = wishes.get(giver);
    wishes.delete(giver);
    if (holder === null) continue;
    turns.set(holder, (turns.get(holder) ?? 1) + 1);
    const own = wishes.get(holder);
    if (own !== undefined && wish !== undefined) wishes.set(holder, own + wish);
    else wishes.delete(holder);
  }
  return { holders, turns, asked: wishes };
}

/** Who has the turn of `member` in the end; null: all have it. */
function holderOf(
  member: string,
  present: readonly string[],
  gave: Readonly<Record<string, string>>,
): string | null {
  const seen = new Set<string>();
  let at = member;
  for (let to = gave[at]; to !== undefined; to = gave[at]) {
    if (to === TO_ALL || !present.includes(to)) return null;
    seen.add(at);
    // A round of gifts in which everybody gives and gets: each keeps the own turn.
    if (seen.has(to)) return isInRound(member, gave) ? member : to;
    at = to;
  }
  return at;
}

function isInRound(member: string, gave: Readonly<Record<string, string>>): boolean {
  const seen = new Set<string>();
  let at = gave[member];
  while (at !== undefined && at !== member && !seen.has(at)) {
    seen.add(at);
    at = gave[at];
  }
  return at === member;
}

/** The speaking order after places were swapped: by seats first, then swap by swap. */
export function speakingOrder(
  seats: readonly string[],
  swaps: readonly (readonly [string, string])[],
): string[] {
  const order = [...seats];
  for (const [a, b] of swaps) {
    const [i, j] = [order.indexOf(a), order.indexOf(b)];
    if (i < 0 || j < 0) continue;
    order[i] = b;
    order[j] = a;
  }
  return order;
}

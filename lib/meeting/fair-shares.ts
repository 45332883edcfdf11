export interface Shares {
  /** ms for each member. */
  ms: ReadonlyMap<string, number>;
  /** How much more than `totalMs` it takes to give everyone the floor; 0 when it fits. */
  overMs: number;
}

/** What makes shares unequal by open consent. */
export interface Claims {
  /** ms a member has more (or less) than an equal share, such as time that comes back from earlier meetings. */
  extra?: ReadonlyMap<string, number> | undefined;
  /** How many turns a member has: 1, and one for each that was given to them. */
  turns?: ReadonlyMap<string, number> | undefined;
}

interface Sharer {
  member: string;
  turns: number;
  extraMs: number;
  capMs: number;
}

/**
 * Divides time fairly among members. Everyone gets the floor. Who asked for less than an equal share gets what they
 * asked for; what they leave goes evenly to the others; who asked for more gets more only from what others leave.
 * What is left when all have what they asked for is spread evenly. The shares are whole ms and add up to `totalMs`,
 * unless that is less than everybody's floor. Who asked first makes no difference.
 * @param asked ms a member asked for; a member who is not in it takes what comes.
 * @param claims what is added to equal shares, and how many turns each has; never beyond what was asked for.
 */
export function fairShares(
  totalMs: number,
  members: readonly string[],
  asked: ReadonlyMap<string, number>,
  floorMs: number,
  claims: Claims = {},
): Shares {
  const n = members.length;
  if (n === 0) return { ms: new Map(), overMs: 0 };
  const needed = n * floorMs;
  if (totalMs < needed)
    return { ms: new Map(members.map((member) => [member, floorMs])), overMs: needed - totalMs };
  const sharers = members.map((member) => ({
    member,
    turns: Math.max(1, claims.turns?.get(member) ?? 1),
    extraMs: Math.round(claims.extra?.get(member) ?? 0),
    capMs: Math.max(floorMs, asked.get(member) ?? Number.POSITIVE_INFINITY),
  }));
  const shares = filled(sharers, totalMs, floorMs);
  const left = totalMs - shares.reduce((sum, ms) => sum + ms, 0);
  // All have what they asked for: the rest evenly, the odd ms to the first.
  const ms = members.map((member, i): [string, number] => [
    member,
    (shares[i] ?? 0) + Math.floor(left / n) + (i < left % n ? 1 : 0),
  ]);
  return { ms: new Map(ms), overMs: 0 };
}

/** What each gets when an equal share is `levelMs`. */
const at = ({ turns, extraMs, capMs }: Sharer, levelMs: number, floorMs: number): number =>
  Math.min(capMs, Math.max(floorMs, turns * levelMs + extraMs));

/** The shares at the highest level that `totalMs` pays for; what then is left by a hair goes to the first. */
function filled(sharers: readonly Sharer[], totalMs: number, floorMs: number): number[] {
  const sumAt = (level: number) => sharers.reduce((sum, one) => sum + at(one, level, floorMs), 0);
  const most = Math.max(0, ...sharers.map(({ extraMs }) => Math.abs(extraMs)));
  // At `low` all are at the floor, which fits; above `high` nobody gets more than the whole.
  let low = -most;
  let high = totalMs + most + 1;
  if (sumAt(high) <= totalMs) return sharers.map((one) => at(one, high, floorMs));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (sumAt(middle) <= totalMs) low = middle;
    else high = middle;
  }
  let left = totalMs - sumAt(low);
  return sharers.map((one) => {
    const ms = at(one, low, floorMs);
    const more = Math.min(left, at(one, low + 1, floorMs) - ms);
    left -= more;
    return ms + more;
  });
}

export interface Shares {
  /** ms for each member. */
  ms: ReadonlyMap<string, number>;
  /** How much more than `totalMs` it takes to give everyone the floor; 0 when it fits. */
  overMs: number;
}

/**
 * Divides time fairly among members. Everyone gets the floor. Who asked for less than an equal share gets what they
 * asked for; what they leave goes evenly to the others; who asked for more gets more only from what others leave.
 * What is left when all have what they asked for is spread evenly. The shares are whole ms and add up to `totalMs`,
 * unless that is less than everybody's floor. Who asked first makes no difference.
 * @param asked ms a member asked for; a member who is not in it takes what comes.
 */
export function fairShares(
  totalMs: number,
  members: readonly string[],
  asked: ReadonlyMap<string, number>,
  floorMs: number,
): Shares {
  const n = members.length;
  if (n === 0) return { ms: new Map(), overMs: 0 };
  const needed = n * floorMs;
  if (totalMs < needed)
    return { ms: new Map(members.map((member) => [member, floorMs])), overMs: needed - totalMs };
  const caps = members
    .map((member) => ({ member, cap: Math.max(floorMs, asked.get(member) ?? Number.POSITIVE_INFINITY) }))
    .sort((a, b) => a.cap - b.cap);
  const shares = new Map<string, number>();
  let left = totalMs;
  for (const [i, { member, cap }] of caps.entries()) {
    const share = Math.min(cap, Math.floor(left / (n - i)));
    shares.set(member, share);
    left -= share;
  }
  // All have what they asked for: the rest evenly, the odd ms to the first.
  const ms = new Map(
    members.map((member, i) => [
      member,
      (shares.get(member) ?? 0) + Math.floor(left / n) + (i < left % n ? 1 : 0),
    ]),
  );
  return { ms, overMs: 0 };
}

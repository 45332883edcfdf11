import type { Part } from './format.ts';

const MINUTE_MS = 60_000;
const ms = (minutes: number): number => Math.round(minutes * MINUTE_MS);

/** The shortest a part gets, ms. */
export const leastOfPart = (part: Part): number => ms(Math.min(part.minutes, part.least ?? part.minutes));

/** What a turn with these parts takes at least, ms. */
export const leastOfParts = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + leastOfPart(part), 0);

/**
 * Divides a turn among its parts: each its usual minutes; what is beyond them goes to the one that grows; what is
 * missing is taken from the last part first, from each down to the least it can be (and never below what was had of
 * it). What still is missing makes the turn longer than `turnMs`.
 * @param hadMs ms already had of a part that comes again.
 * @returns ms for each part, in order.
 */
export function divideTurn(
  parts: readonly Part[],
  turnMs: number,
  hadMs: (part: Part) => number = () => 0,
): number[] {
  const lengths = parts.map((part) => Math.max(ms(part.minutes), hadMs(part)));
  let spareMs = turnMs - lengths.reduce((sum, one) => sum + one, 0);
  if (spareMs > 0) {
    const grows = parts.findIndex((part) => part.grows);
    const at = grows >= 0 ? grows : parts.length - 1;
    return lengths.map((one, i) => (i === at ? one + spareMs : one));
  }
  for (let i = parts.length - 1; i >= 0 && spareMs < 0; i -= 1) {
    const part = parts[i];
    const length = lengths[i];
    if (!part || length === undefined) continue;
    const takeMs = Math.min(-spareMs, Math.max(0, length - Math.max(leastOfPart(part), hadMs(part))));
    lengths[i] = length - takeMs;
    spareMs += takeMs;
  }
  return lengths;
}

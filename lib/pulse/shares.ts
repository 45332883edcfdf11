/**
 * Additive secret sharing modulo 2^32: numbers that add up to a value, of which all but one say nothing at all about it,
 * because each but the last was drawn evenly from the whole range, and the last is a sum with them.
 */

/** @param random one less than there are to be shares: drawn evenly from 0 to 2^32 − 1, never used for anything else. */
export function split(value: number, random: Uint32Array): number[] {
  const rest = random.reduce((left, one) => (left - one) >>> 0, value >>> 0);
  return [...random, rest];
}

/** The sum modulo 2^32. */
export const addUp = (shares: Iterable<number>): number => {
  let sum = 0;
  for (const one of shares) sum = (sum + one) >>> 0;
  return sum;
};

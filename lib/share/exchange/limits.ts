/** So much at once, and so much more a second: what is not used is saved up to `most`. */
export interface Bucket {
  readonly left: number;
  readonly at: number;
}

export interface Rate {
  most: number;
  perSecond: number;
}

/** A bucket after taking `amount` from it at `now` (ms); null when there is not enough in it. */
export function take(rate: Rate, bucket: Bucket | undefined, amount: number, now: number): Bucket | null {
  const passed = Math.max(0, now - (bucket?.at ?? now));
  const left = Math.min(rate.most, (bucket?.left ?? rate.most) + (passed / 1000) * rate.perSecond);
  return left >= amount ? { left: left - amount, at: now } : null;
}

/** A number in [0, 1) and the seed after it (mulberry32), so that a step is the same for the same state. */
export function roll(seed: number): [number, number] {
  const next = (seed + 0x6d2b79f5) >>> 0;
  let mixed = next;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return [((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, next];
}

/** Chooses a moment between two, ms. */
export type Soon = (least: number, most: number) => number;

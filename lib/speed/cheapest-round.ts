import { mostPairs } from './perfect-matching.ts';
import { shuffled } from './random.ts';

/** Up to so many, a pairing is found by trying every one; beyond, by steps. */
const TRY_ALL = 12;

/** What one round costs: steps between the levels are larger than any round can add up to on the level below. */
export interface RoundCosts {
  /** How many people; with an even number all are paired. */
  count: number;
  /** Of a pair; symmetric. */
  pair(a: number, b: number): number;
  /** From here on a pair is one to avoid, and from here on one to avoid more, rising. */
  levels: readonly number[];
}

/** The pairs of one round at the lowest cost. `count` must be even. @returns the partner of each. */
export function cheapestRound(costs: RoundCosts, random: () => number): number[] {
  return costs.count <= TRY_ALL ? byTrying(costs, random) : bySteps(costs, random);
}

function byTrying(costs: RoundCosts, random: () => number): number[] {
  const { count } = costs;
  const all = everySet(costs, random);
  const partner = new Array<number>(count).fill(-1);
  for (const [a, b] of all.pairs((1 << count) - 1)) join(a, b, partner);
  return partner;
}

/**
 * The round of an odd number in which three sit together, at the lowest cost; `null` for more than can all be tried.
 * @param inThree what it costs that one sits in the three. @returns the groups, the three last.
 */
export function cheapestWithThree(
  costs: RoundCosts,
  inThree: (one: number) => number,
  random: () => number,
): number[][] | null {
  const { count, pair } = costs;
  if (count > TRY_ALL || count < 3) return null;
  const all = everySet(costs, random);
  const full = (1 << count) - 1;
  let best: { three: number[]; rest: number; cost: number } | null = null;
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++)
      for (let c = b + 1; c < count; c++) {
        const three = [a, b, c].map((place) => all.order[place] ?? 0);
        const [x = 0, y = 0, z = 0] = three;
        const rest = full ^ (1 << a) ^ (1 << b) ^ (1 << c);
        const cost =
          all.cost(rest) + pair(x, y) + pair(x, z) + pair(y, z) + inThree(x) + inThree(y) + inThree(z);
        if (!best || cost < best.cost) best = { three, rest, cost };
      }
  return best && [...all.pairs(best.rest), best.three];
}

/** Exact: the best pairing of every set of people, from the smallest set up. A set is the bits of its places in `order`. */
function everySet({ count, pair }: RoundCosts, random: () => number) {
  const order = shuffled([...Array(count).keys()], random);
  const cost = order.map((a) => order.map((b) => (a === b ? 0 : pair(a, b))));
  const best = new Float64Array(1 << count).fill(Number.POSITIVE_INFINITY);
  const choice = new Int8Array(1 << count).fill(-1);
  best[0] = 0;
  for (let set = 1; set < 1 << count; set++) {
    const first = lowest(set);
    for (let other = first + 1; other < count; other++) {
      if (!(set & (1 << other))) continue;
      const sum = (best[set ^ (1 << first) ^ (1 << other)] ?? 0) + (cost[first]?.[other] ?? 0);
      if (sum >= (best[set] ?? 0)) continue;
      best[set] = sum;
      choice[set] = other;
    }
  }
  const pairs = (all: number): [number, number][] => {
    const found: [number, number][] = [];
    for (let set = all; set > 0; ) {
      const [first, other] = [lowest(set), choice[set] ?? -1];
      found.push([order[first] ?? 0, order[other] ?? 0]);
      set ^= (1 << first) | (1 << other);
    }
    return found;
  };
  return { order, cost: (set: number): number => best[set] ?? 0, pairs };
}

const lowest = (set: number): number => 31 - Math.clz32(set & -set);

function join(a: number, b: number, partner: number[]): void {
  partner[a] = b;
  partner[b] = a;
}

/** Level by level as many pairs as can be, so that the dearest are as few as can be; then two pairs at a time are bettered. */
function bySteps({ count, pair, levels }: RoundCosts, random: () => number): number[] {
  const order = shuffled([...Array(count).keys()], random);
  const cost = order.map((a) => order.map((b) => (a === b ? 0 : pair(a, b))));
  const of = (a: number, b: number): number => cost[a]?.[b] ?? 0;
  let partner: number[] = [];
  for (const level of [...levels, Number.POSITIVE_INFINITY])
    partner = mostPairs(count, (a, b) => of(a, b) < level, partner);
  better(partner, of);
  const named = new Array<number>(count).fill(-1);
  for (const [a, b] of partner.entries()) join(order[a] ?? 0, order[b] ?? 0, named);
  return named;
}

/** Exchanges partners between two pairs while that costs less. */
function better(partner: number[], of: (a: number, b: number) => number): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (let a = 0; a < partner.length; a++) {
      for (let c = a + 1; c < partner.length; c++) {
        const b = partner[a] ?? a;
        const d = partner[c] ?? c;
        if (b === c) continue;
        const now = of(a, b) + of(c, d);
        if (of(a, c) + of(b, d) < now) {
          join(a, c, partner);
          join(b, d, partner);
          changed = true;
        } else if (of(a, d) + of(b, c) < now) {
          join(a, d, partner);
          join(b, c, partner);
          changed = true;
        }
      }
    }
  }
}

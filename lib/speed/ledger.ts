/** One round as it was drawn: who sits together (two, or three), and who rests. Ids of people. */
export interface DrawnRound {
  groups: readonly (readonly string[])[];
  rest: readonly string[];
}

/** What is asked of a drawing that has to do with costs. */
export interface Known {
  people: readonly string[];
  metBefore?: (a: string, b: string) => number;
  acquainted?: (a: string, b: string) => boolean;
  played?: readonly DrawnRound[];
}

/** What has happened so far: how often two met today, and how many rounds each was without somebody to talk to. */
export interface Ledger {
  met: Map<string, number>;
  idle: Map<string, number>;
  /** How often each sat in a three, where there is less time for each. */
  threes: Map<string, number>;
}

/** Each is larger than fifty of the one below, and fifty pairs is the most there are. */
const ACQUAINTED = 1e3;
const AGAIN_MORE = 1e5;
const AGAIN = 1e8;
const REST = 1e11;
/** To have sat in a three before. */
const THREE = 1;

/** Names two people whatever their order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Every two of a group. */
export const pairsOf = (group: readonly string[]): [string, string][] =>
  group.flatMap((a, index) => group.slice(index + 1).map((b): [string, string] => [a, b]));

export function ledgerOf({ people, played = [] }: Known): Ledger {
  const ledger: Ledger = { met: new Map(), idle: new Map(), threes: new Map() };
  for (const round of played) note(ledger, people, round);
  return ledger;
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Writes down a round. Who came later has sat out the rounds before, and rests last. */
export function note(ledger: Ledger, people: readonly string[], round: DrawnRound): void {
  const busy = new Set(round.groups.flat());
  for (const one of people) if (!busy.has(one)) add(ledger.idle, one);
  for (const group of round.groups) {
    for (const [a, b] of pairsOf(group)) add(ledger.met, pairKey(a, b));
    if (group.length > 2) for (const one of group) add(ledger.threes, one);
  }
}

/** What pairs, and being the one too many, cost in the next round. */
export function costsBefore(known: Known, ledger: Ledger) {
  const { people, metBefore = () => 0, acquainted = () => false } = known;
  const idleOf = (one: string): number => ledger.idle.get(one) ?? 0;
  const least = Math.min(...people.map(idleOf));
  return {
    levels: [ACQUAINTED, AGAIN, REST],
    pair: (a: string, b: string): number => {
      // Somebody from an earlier event has news by now; somebody from an hour ago has none.
      const again = 3 * (ledger.met.get(pairKey(a, b)) ?? 0) + metBefore(a, b);
      const times = again > 0 ? AGAIN + AGAIN_MORE * Math.min(again - 1, 9) : 0;
      return times + (acquainted(a, b) ? ACQUAINTED : 0);
    },
    rest: (one: string): number => REST * (idleOf(one) - least),
    three: (one: string): number => THREE * Math.min(ledger.threes.get(one) ?? 0, 9) ** 2,
  };
}

/** What a whole round costs after what has happened. */
export function roundCost(known: Known, ledger: Ledger, round: DrawnRound): number {
  const { pair, rest, three } = costsBefore(known, ledger);
  const pairs = round.groups.flatMap(pairsOf);
  const inThrees = round.groups.flatMap((group) => (group.length > 2 ? group : []));
  const sum = (costs: readonly number[]): number => costs.reduce((all, one) => all + one, 0);
  return sum([...pairs.map(([a, b]) => pair(a, b)), ...round.rest.map(rest), ...inThrees.map(three)]);
}

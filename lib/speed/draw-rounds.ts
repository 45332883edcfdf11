import { cheapestRound, cheapestWithThree } from './cheapest-round.ts';
import { costsBefore, type DrawnRound, type Ledger, ledgerOf, note, roundCost } from './ledger.ts';
import { seeded, shuffled } from './random.ts';

/** What is asked for: who is here, how many rounds, and what is known of them. */
export interface DrawRequest {
  /** Ids of those who are here, 2 or more. */
  people: readonly string[];
  rounds: number;
  /** With an odd number: one rests, or three sit together. */
  odd: 'trio' | 'rest';
  /** The same seed draws the same rounds. */
  seed: number;
  /** How often two have met at earlier events. */
  metBefore?: (a: string, b: string) => number;
  /** Whether two know each other anyway. */
  acquainted?: (a: string, b: string) => boolean;
  /** The rounds of this event that are over or on. */
  played?: readonly DrawnRound[];
  /** What had been drawn for the rounds now asked for; kept where nothing is better. */
  keep?: readonly DrawnRound[];
}

const ENOUGH_WORK = 1500;

/**
 * Draws rounds in which everybody who is here has one place in each. In this order of weight: rests go round evenly;
 * nobody meets somebody again while a pairing of new ones is left; those who know each other are kept apart.
 * Each round by itself is as good as it can be (exactly up to 12 people); since a good round can spoil a later one, many
 * ways are drawn and the best taken, among them the tables turned by one place, which meet all in the fewest rounds.
 */
export function drawRounds(request: DrawRequest): DrawnRound[] {
  const { people, rounds } = request;
  if (people.length < 2 || rounds < 1) return [];
  const random = seeded(request.seed);
  let best = { rounds: [] as DrawnRound[], cost: Number.POSITIVE_INFINITY };
  const consider = (drawn: DrawnRound[] | null): boolean => {
    if (!drawn) return false;
    const cost = costOf(request, drawn);
    if (cost < best.cost) best = { rounds: drawn, cost };
    return best.cost === 0;
  };
  const tries = Math.max(3, Math.min(80, Math.floor(ENOUGH_WORK / (people.length * Math.min(rounds, 12)))));
  const ways = [turnedTables, oneByOne];
  let isPerfect = consider(keptRounds(request, random));
  for (let trial = 0; trial < tries && !isPerfect; trial++)
    isPerfect = ways.some((way) => consider(way(request, random)));
  return inTurn(request, best.rounds);
}

/** Names first in each group whoever has been named first less often: they ask first. The third of three stays the third. */
function inTurn({ played = [] }: DrawRequest, rounds: readonly DrawnRound[]): DrawnRound[] {
  const firsts = new Map<string, number>();
  const countOf = (one: string | undefined): number => firsts.get(one ?? '') ?? 0;
  const turned = (group: readonly string[]): readonly string[] => {
    const [a = '', b = '', ...rest] = group;
    return countOf(b) < countOf(a) ? [b, a, ...rest] : group;
  };
  const noteFirsts = ({ groups }: DrawnRound): void => {
    for (const [first = ''] of groups) firsts.set(first, countOf(first) + 1);
  };
  for (const round of played) noteFirsts(round);
  return rounds.map((round) => {
    const next = { ...round, groups: round.groups.map(turned) };
    noteFirsts(next);
    return next;
  });
}

function costOf(request: DrawRequest, drawn: readonly DrawnRound[]): number {
  const ledger = ledgerOf(request);
  let sum = 0;
  for (const [index, round] of drawn.entries()) {
    // What cannot be avoided comes late: who has to go early, and an event cut short, had the best of it.
    sum += roundCost(request, ledger, round) * (1 + (drawn.length - index) / 10_000);
    note(ledger, request.people, round);
  }
  return sum;
}

/** Each round at the lowest cost after those before it. */
function oneByOne(request: DrawRequest, random: () => number): DrawnRound[] {
  const ledger = ledgerOf(request);
  return Array.from({ length: request.rounds }, () => {
    const round = drawRound(request, ledger, request.people, [], random);
    note(ledger, request.people, round);
    return round;
  });
}

/** One round of those who have no place yet, beside groups that stand. */
function drawRound(
  request: DrawRequest,
  ledger: Ledger,
  free: readonly string[],
  groups: readonly (readonly string[])[],
  random: () => number,
): DrawnRound {
  const costs = costsBefore(request, ledger);
  const isOdd = free.length % 2 === 1;
  if (isOdd && request.odd === 'trio') {
    const name = (index: number): string => free[index] ?? '';
    const found = cheapestWithThree(
      { count: free.length, levels: costs.levels, pair: (a, b) => costs.pair(name(a), name(b)) },
      (one) => costs.three(name(one)),
      random,
    );
    if (found)
      return {
        groups: [...groups.map((group) => [...group]), ...found.map((one) => one.map(name))],
        rest: [],
      };
  }
  const count = free.length + (isOdd ? 1 : 0);
  const partner = cheapestRound(
    {
      count,
      levels: costs.levels,
      pair: (a, b) => {
        const [one, other] = [free[a], free[b]];
        if (one === undefined || other === undefined)
          return (request.odd === 'trio' ? costs.three : costs.rest)(one ?? other ?? '');
        return costs.pair(one, other);
      },
    },
    random,
  );
  const pairs: string[][] = [];
  for (const [a, b] of partner.entries()) {
    const [one, other] = [free[a], free[b]];
    if (a < b && one !== undefined && other !== undefined) pairs.push([one, other]);
  }
  const alone = isOdd ? free[partner[free.length] ?? 0] : undefined;
  const round = { groups: [...groups.map((group) => [...group]), ...pairs], rest: [] as string[] };
  if (alone === undefined) return round;
  if (request.odd === 'rest' || round.groups.length === 0) return { ...round, rest: [alone] };
  return withThird(round, alone, costs);
}

/** Puts one with the pair that costs the least. */
function withThird(
  round: DrawnRound,
  third: string,
  { pair, three }: Pick<ReturnType<typeof costsBefore>, 'pair' | 'three'>,
): DrawnRound {
  const cost = (group: readonly string[]): number =>
    group.length > 2
      ? Number.POSITIVE_INFINITY
      : group.reduce((sum, one) => sum + pair(one, third) + three(one), 0);
  const costs = round.groups.map(cost);
  const cheapest = costs.indexOf(Math.min(...costs));
  return {
    ...round,
    groups: round.groups.map((group, index) => (index === cheapest ? [...group, third] : group)),
  };
}

/** One stays, the others move on by a place each round: all meet all. The cheapest of its rounds, the best first. */
function turnedTables(request: DrawRequest, random: () => number): DrawnRound[] | null {
  const { people, rounds } = request;
  const seats: (string | null)[] = shuffled(people, random);
  if (seats.length % 2 === 1) seats.push(null);
  const turns = seats.length - 1;
  if (rounds > turns) return null;
  const [stays, ...others] = seats;
  const ledger = ledgerOf(request);
  const costs = costsBefore(request, ledger);
  const all = Array.from({ length: turns }, (_, turn) => {
    const ring = others.map((_, index) => others[(index + turn) % turns]);
    const pairs = [[stays, ring[0]]];
    for (let index = 1; index <= (turns - 1) / 2; index++) pairs.push([ring[index], ring[turns - index]]);
    const groups = pairs.filter((pair): pair is string[] => pair.every((one) => typeof one === 'string'));
    const alone = pairs.find((pair) => pair.includes(null))?.find((one) => typeof one === 'string');
    if (alone === undefined || alone === null) return { groups, rest: [] };
    return request.odd === 'rest' || groups.length === 0
      ? { groups, rest: [alone] }
      : withThird({ groups, rest: [] }, alone, costs);
  });
  return all
    .map((round, index) => ({ round, index, cost: roundCost(request, ledger, round) }))
    .sort((a, b) => a.cost - b.cost || a.index - b.index)
    .slice(0, rounds)
    .map(({ round }) => round);
}

/** What had been drawn, without those who left; who lost a partner or came meanwhile is paired among themselves. */
function keptRounds(request: DrawRequest, random: () => number): DrawnRound[] | null {
  const { keep, people, rounds } = request;
  if (!keep || keep.length !== rounds) return null;
  const here = new Set(people);
  const ledger = ledgerOf(request);
  return keep.map((before) => {
    const groups = before.groups
      .map((group) => group.filter((one) => here.has(one)))
      .filter((group) => group.length === 2 || (group.length === 3 && people.length % 2 === 1));
    const placed = new Set(groups.flat());
    const free = people.filter((one) => !placed.has(one));
    const round = drawRound(request, ledger, free, groups, random);
    note(ledger, people, round);
    return round;
  });
}

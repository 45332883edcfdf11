import type { Fact, FactHash } from '../fact/fact.ts';
import { type Known, readFacts, UNDONE } from '../fact/fold.ts';
import { pulseEntity } from './answer.ts';
import { roundKinds } from './facts.ts';
import { isPossible } from './safety.ts';
import { addUp } from './shares.ts';

const DAY_MS = 86_400_000;
/** How long answers are waited for at most. */
export const MAX_OPEN_MS = 31 * DAY_MS;
/** How long after that it may still be settled who is in it: its opener may have been away. */
const SETTLE_MS = 3 * DAY_MS;
/** How long after that devices may take to add up. Whoever has not by then never does. */
export const FINISH_MS = 14 * DAY_MS;

/** A member with the one device they answer with. */
export interface Respondent {
  member: string;
  device: string;
}

/** Who is in the sum, and how far their devices are. */
export interface Settled {
  hash: FactHash;
  /** ms since 1970, as its writer says. */
  at: number;
  respondents: readonly Respondent[];
  /** When the first of them answered, ms since 1970: what their answers are of. */
  answered: number;
  /** Device → its X25519 public key, as it said itself. */
  boxes: ReadonlyMap<string, string>;
  /** Device → what it gave to the others, still sealed. */
  shares: ReadonlyMap<string, { at: number; shares: Readonly<Record<string, string>> }>;
  /** Device → what it was given, added up. */
  sums: ReadonlyMap<string, number>;
}

/** A round as its facts tell it, without the time. */
export interface Round {
  id: string;
  circleId: string;
  openedBy: string;
  /** The device that opened it, which alone settles who is in it. */
  openedWith: string;
  /** ms since 1970; `until`: answers are waited for until then. */
  at: number;
  until: number;
  stopped: boolean;
  /** Who answers, in the order in which they first said so, and when that was (ms since 1970). */
  joined: readonly (Respondent & { at: number })[];
  /** One, as long as nobody does harm. */
  settled: readonly Settled[];
  /** Devices that belong to the circle no more: what one of them has not told by then it never will. */
  gone: readonly string[];
}

/** Where a round stands. */
export type RoundView =
  /** Answers are waited for. */
  | { phase: 'open' }
  /** It is settled who is in it, and their devices add up. */
  | { phase: 'closing'; settled: Settled }
  | { phase: 'done'; settled: Settled; total: number }
  /**
   * `stopped`: called off; `late`: not all were there in time; `left`: somebody who was in it left the circle, or changed
   * their computer; `spoilt`: the numbers cannot be right.
   */
  | { phase: 'failed'; why: 'stopped' | 'late' | 'left' | 'spoilt' };

type RoundFact = Known<typeof roundKinds>;
type FactOf<K extends RoundFact['kind']> = Extract<RoundFact, { kind: K }>;

/**
 * The id of a round: it names the device that opens it, so that nobody else can open another in its place.
 * @param nonce random.
 */
export const roundId = (device: string, nonce: string): string => `${device}-${nonce}`;

/**
 * Folds one round from those of its facts that count by the circle's rights. Nothing of it can be undone or erased: a
 * number that was told stays told.
 */
export function foldRound(
  log: string,
  entity: string,
  facts: readonly Fact[],
  gone: readonly string[] = [],
): Round | null {
  const known = readFacts(
    roundKinds,
    facts.filter((fact) => fact.kind !== UNDONE && fact.by !== null),
  ).facts;
  const of = <K extends RoundFact['kind']>(kind: K) =>
    known.filter((fact): fact is FactOf<K> => fact.kind === kind);
  const opened = firstOf(
    of('pulse.opened').filter((fact) => entity.startsWith(pulseEntity(roundId(fact.author, '')))),
  );
  if (!opened?.by) return null;
  const { at, until } = opened.body;
  if (until <= at || until - at > MAX_OPEN_MS) return null;
  const joins = of('pulse.joined');
  const said = new Set(joins.map((fact) => `${fact.author}\n${fact.by}`));
  const settled = of('pulse.settled')
    .filter(
      ({ author, by, body }) =>
        author === opened.author &&
        by === opened.by &&
        new Set(body.respondents.map((one) => one.member)).size === body.respondents.length &&
        new Set(body.respondents.map((one) => one.device)).size === body.respondents.length &&
        body.respondents.every((one) => said.has(`${one.device}\n${one.member}`)),
    )
    .map((fact) => settledOf(fact, joins, of('pulse.shares'), of('pulse.sum')));
  return {
    id: entity.slice(pulseEntity('').length),
    circleId: log,
    openedBy: opened.by,
    openedWith: opened.author,
    at,
    until,
    stopped: settled.length === 0 && of('pulse.stopped').some((fact) => fact.by === opened.by),
    joined: joinedOf(known),
    settled,
    gone,
  };
}

/** Of what one device said the first, whatever time it tells. */
const firstOf = <F extends { seq: number }>(facts: readonly F[]): F | undefined =>
  facts.reduce<F | undefined>((a, b) => (a && a.seq <= b.seq ? a : b), undefined);

/** Whoever last said yes. */
function joinedOf(known: readonly RoundFact[]): (Respondent & { at: number })[] {
  const last = new Map<string, RoundFact>();
  for (const fact of known)
    if (fact.by !== null && (fact.kind === 'pulse.joined' || fact.kind === 'pulse.withdrew'))
      last.set(fact.by, fact);
  const joins = known.filter((fact) => fact.kind === 'pulse.joined');
  return [...last].flatMap(([member, { kind, author, body }]) =>
    kind === 'pulse.joined'
      ? [{ member, device: author, at: firstJoin(joins, { member, device: author })?.body.at ?? body.at }]
      : [],
  );
}

const firstJoin = (joins: readonly FactOf<'pulse.joined'>[], { member, device }: Respondent) =>
  firstOf(joins.filter((one) => one.author === device && one.by === member));

function settledOf(
  { hash, body }: FactOf<'pulse.settled'>,
  joins: readonly FactOf<'pulse.joined'>[],
  shares: readonly FactOf<'pulse.shares'>[],
  sums: readonly FactOf<'pulse.sum'>[],
): Settled {
  // Who says it twice means harm; of each the one with the lowest number is taken, by all alike.
  const firsts = <F extends { author: string; by: string | null; seq: number; body: { of: string } }>(
    facts: readonly F[],
  ): [string, F][] =>
    body.respondents.flatMap(({ member, device }): [string, F][] => {
      const first = firstOf(
        facts.filter((one) => one.author === device && one.by === member && one.body.of === hash),
      );
      return first ? [[device, first]] : [];
    });
  const answers = body.respondents.flatMap((one) => firstJoin(joins, one) ?? []);
  return {
    hash,
    at: body.at,
    respondents: body.respondents,
    answered: Math.min(...answers.map((one) => one.body.at)),
    boxes: new Map(answers.map((one) => [one.author, one.body.box])),
    shares: new Map(firsts(shares).map(([device, fact]) => [device, fact.body])),
    sums: new Map(firsts(sums).map(([device, fact]) => [device, fact.body.sum])),
  };
}

/** When a round that has come to nothing is over, ms since 1970: sooner where it was never settled who is in it. */
export const endOf = ({ until, settled }: Pick<Round, 'until' | 'settled'>): number =>
  until + (settled.length > 0 ? FINISH_MS : SETTLE_MS);

/** Where a round stands at `now` (ms since 1970). */
export function viewRound(round: Round, now: number): RoundView {
  if (round.stopped) return { phase: 'failed', why: 'stopped' };
  const [settled, ...more] = round.settled;
  if (more.length > 0) return { phase: 'failed', why: 'spoilt' };
  if (settled && settled.sums.size === settled.respondents.length) {
    const total = addUp(settled.sums.values());
    return isPossible(total, settled.respondents.length)
      ? { phase: 'done', settled, total }
      : { phase: 'failed', why: 'spoilt' };
  }
  const isStuck = settled?.respondents.some(
    ({ device }) => round.gone.includes(device) && !settled.sums.has(device),
  );
  if (isStuck) return { phase: 'failed', why: 'left' };
  if (now >= endOf(round)) return { phase: 'failed', why: 'late' };
  return settled ? { phase: 'closing', settled } : { phase: 'open' };
}

/** The round that is on: of several (two opened one at the same time) the first, the same for all. */
export const currentRound = (rounds: readonly Round[], now: number): Round | null =>
  rounds
    .filter((round) => ['open', 'closing'].includes(viewRound(round, now).phase))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))[0] ?? null;

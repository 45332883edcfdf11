import { chooseSet, firstAnswer, freeFrom, mayAddUp, type Spent } from './guard.ts';
import { currentRound, MAX_OPEN_MS, type Respondent, type Round, type Settled, viewRound } from './round.ts';

/** What a device has to do next in the rounds of a circle, without anybody pressing anything. */
export type Due =
  | { kind: 'settle'; round: Round; respondents: readonly Respondent[] }
  | { kind: 'share'; round: Round; settled: Settled }
  | { kind: 'sum'; round: Round; settled: Settled };

/** What a device knows besides the rounds. */
export interface DeviceView {
  member: string;
  device: string;
  /** Members who are in the circle and have a device that counts, with those devices. */
  devices: ReadonlyMap<string, readonly string[]>;
  /** Rounds (by id) my answer for which is here. */
  answered: ReadonlySet<string>;
  /** Rounds in which this device ever gave numbers, and told a sum, also where rights have changed since. */
  gave: ReadonlySet<string>;
  told: ReadonlySet<string>;
  /** Sums that are or may come to be known, also of rounds that rights have made count no more: they were told. */
  spent: readonly (Spent & { round: string })[];
  /** ms since 1970. */
  now: number;
}

/**
 * What this device does next; null: nothing. It keeps by itself every rule that protects an answer, whatever others do:
 * it gives numbers in one round at a time, once, for the set it saw first, and tells its sum once, when all numbers are
 * there and the round is not over.
 */
export function dueNext(rounds: readonly Round[], view: DeviceView): Due | null {
  const { device, told, now } = view;
  for (const round of rounds) {
    const where = viewRound(round, now);
    if (where.phase !== 'closing') continue;
    const { settled } = where;
    const isWhole = settled.shares.size === settled.respondents.length;
    if (settled.shares.has(device) && isWhole && !told.has(round.id) && isAllowed(round, settled, view))
      return { kind: 'sum', round, settled };
  }
  const round = currentRound(rounds, now);
  // Whose clock says that a round begins tomorrow, or waits for a year, is waited for by nobody.
  if (!round || round.until > now + MAX_OPEN_MS) return null;
  const where = viewRound(round, now);
  if (where.phase === 'open') return settling(round, view);
  return where.phase === 'closing' ? sharing(rounds, round, where.settled, view) : null;
}

function settling(round: Round, view: DeviceView): Due | null {
  const { device, devices, spent, now } = view;
  if (round.openedWith !== device || round.settled.length > 0) return null;
  const ready = readyIn(round, devices);
  const isAll = [...devices.keys()].every((member) => ready.some((one) => one.member === member));
  if (!isAll && now < round.until) return null;
  if (freeFrom(spent, now) !== null) return null;
  const set = chooseSet(
    ready.map((one) => one.member),
    spent,
    firstAnswer(
      ready.map((one) => one.at),
      now,
    ),
  );
  if (!set) return null;
  return { kind: 'settle', round, respondents: ready.filter((one) => set.includes(one.member)) };
}

/** Those who answer and are there still, with the devices they answered with. */
export const readyIn = (round: Round, devices: DeviceView['devices']): (Respondent & { at: number })[] =>
  round.joined.filter((one) => devices.get(one.member)?.includes(one.device));

function sharing(rounds: readonly Round[], round: Round, settled: Settled, view: DeviceView): Due | null {
  const { member, device, devices, answered, gave, now } = view;
  const isIn = settled.respondents.some((one) => one.member === member && one.device === device);
  if (!isIn || gave.has(round.id) || !answered.has(round.id)) return null;
  // Taken back before this device heard that it was settled.
  if (!round.joined.some((one) => one.member === member && one.device === device)) return null;
  if (!settled.respondents.every((one) => devices.get(one.member)?.includes(one.device))) return null;
  const isElsewhere = rounds.some(
    (one) => one !== round && gave.has(one.id) && viewRound(one, now).phase === 'closing',
  );
  if (isElsewhere || !isAllowed(round, settled, view)) return null;
  return { kind: 'share', round, settled };
}

/** Looked at again before the sum is told: another round's numbers may have come in meanwhile. */
function isAllowed(round: Round, settled: Settled, { spent, now }: DeviceView): boolean {
  const others = spent.filter((one) => one.round !== round.id);
  return mayAddUp(
    settled.respondents.map((one) => one.member),
    others,
    now,
    firstAnswer([settled.answered], now),
  );
}

import { rightful } from '../circle/rightful.ts';
import { presentDevices, type RightsRow } from '../circle/rights.ts';
import { pairOf } from '../circle/rights-acts.ts';
import type { Fact } from '../fact/fact.ts';
import { pulseEntity } from './answer.ts';
import type { DeviceView } from './due.ts';
import { type Spent, spentOf } from './guard.ts';
import { foldRound, type Round } from './round.ts';

/** The rounds of a shared circle. */
export interface Rounds {
  /** Those that count by its rights, the earliest first. */
  rounds: readonly Round[];
  /** See {@link DeviceView.spent}. */
  spent: readonly (Spent & { round: string })[];
}

/** Folds all rounds of a shared circle. @param facts of its log, those of rounds. */
export function foldRounds(rights: RightsRow, facts: readonly Fact[]): Rounds {
  // Whoever takes a device's right away cannot make untold what it told: this only grows.
  const claims = new Set(rights.claims);
  const ever = facts.filter((fact) => fact.by !== null && claims.has(pairOf(fact.author, fact.by)));
  const gone = rights.devices.filter((one) => one.last !== null).map((one) => one.device);
  return {
    rounds: folded(rights.id, facts, (own) => rightful(rights, own), gone),
    spent: spentOf(folded(rights.id, ever, (own) => own, [])),
  };
}

function folded(
  log: string,
  facts: readonly Fact[],
  counting: (own: readonly Fact[]) => readonly Fact[],
  gone: readonly string[],
) {
  return [...Map.groupBy(facts, (fact) => fact.entity)]
    .flatMap(([entity, own]) => foldRound(log, entity, counting(own), gone) ?? [])
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** What a device knows of the rounds besides what they are. */
export function deviceView(
  rights: RightsRow,
  facts: readonly Fact[],
  spent: DeviceView['spent'],
  me: Pick<DeviceView, 'member' | 'device' | 'answered' | 'now'>,
): DeviceView {
  const own = facts.filter((fact) => fact.author === me.device);
  const roundsWith = (kind: string) =>
    new Set(own.flatMap((fact) => (fact.kind === kind ? [fact.entity.slice(pulseEntity('').length)] : [])));
  return {
    ...me,
    devices: membersWithDevices(rights),
    gave: roundsWith('pulse.shares'),
    told: roundsWith('pulse.sum'),
    spent,
  };
}

/** Members who are in a shared circle and have devices that count, with those. */
export function membersWithDevices(rights: RightsRow): ReadonlyMap<string, readonly string[]> {
  const present = presentDevices(rights).filter((one) => !rights.gone.includes(one.member));
  return new Map(
    [...Map.groupBy(present, (one) => one.member)].map(([member, own]) => [
      member,
      own.map((one) => one.device),
    ]),
  );
}

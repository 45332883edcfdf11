import type { ContractRow } from '../contract/contract.ts';
import { OUTCOMES, type Outcome } from '../contract/facts.ts';
import { joinSame } from '../contract/log.ts';
import type { MeetingNumbers } from './meeting-numbers.ts';
import type { Look } from './source.ts';
import { isIn } from './span.ts';

/** What became of a contract; nothing told is a state like the others. */
export const STATES = [...OUTCOMES, 'notReported'] as const;
export type State = (typeof STATES)[number];
export type StateCounts = Readonly<Record<State, number>>;

/** Contracts made at a meeting, told about there, and kept by what was told there. */
export interface ContractNumbers {
  made: number;
  reported: number;
  kept: number;
}

/** The circle's contracts, each once; without any that stand in my own log. */
export const circleContracts = (contracts: readonly ContractRow[]): ContractRow[] =>
  joinSame(contracts.filter((contract) => !contract.isPrivate));

export const stateOf = ({ outcome }: Pick<ContractRow, 'outcome'>): State => outcome ?? 'notReported';

/** How many are in each state now. */
export function statesOf(contracts: readonly ContractRow[]): StateCounts {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>;
  for (const contract of contracts) counts[stateOf(contract)] += 1;
  return counts;
}

/** Outcomes told at one meeting (null: between meetings) on days of the span. */
interface Told {
  meetingId: string | null;
  outcome: Outcome;
  /** ms since 1970. */
  at: number;
}

const toldOf = ({ reports }: ContractRow): Told[] =>
  reports.flatMap(({ meetingId, outcome, at }) => (outcome === null ? [] : [{ meetingId, outcome, at }]));

/**
 * The contracts of each meeting of a span, and of the days between. What names a meeting that was not held belongs
 * between meetings.
 */
export function contractsByMeeting(
  contracts: readonly ContractRow[],
  held: readonly MeetingNumbers[],
  shown: readonly MeetingNumbers[],
  { days, dayOf }: Look,
): { of: ReadonlyMap<MeetingNumbers, ContractNumbers>; between: ContractNumbers } {
  const meetingOf = new Map(held.flatMap((meeting) => meeting.ids.map((id) => [id, meeting])));
  const of = new Map(shown.map((meeting) => [meeting, { made: 0, reported: 0, kept: 0 }]));
  const between = { made: 0, reported: 0, kept: 0 };
  const place = (meetingId: string | null, at: number): ContractNumbers | undefined => {
    const meeting = meetingId === null ? undefined : meetingOf.get(meetingId);
    if (meeting) return of.get(meeting);
    return isIn(days, dayOf(at)) ? between : undefined;
  };
  for (const contract of contracts) {
    const made = place(contract.meetingId, contract.madeAt);
    if (made) made.made += 1;
    for (const told of toldOf(contract)) {
      const there = place(told.meetingId, told.at);
      if (!there) continue;
      there.reported += 1;
      if (told.outcome === 'kept') there.kept += 1;
    }
  }
  return { of, between };
}

/** Contracts made on days of the span, told about on them (each once), and kept by what was told on them. */
export function contractsIn(contracts: readonly ContractRow[], { days, dayOf }: Look): ContractNumbers {
  const toldIn = (contract: ContractRow) => toldOf(contract).filter(({ at }) => isIn(days, dayOf(at)));
  return {
    made: contracts.filter(({ madeAt }) => isIn(days, dayOf(madeAt))).length,
    reported: contracts.filter((contract) => toldIn(contract).length > 0).length,
    kept: contracts.filter((contract) => toldIn(contract).some(({ outcome }) => outcome === 'kept')).length,
  };
}

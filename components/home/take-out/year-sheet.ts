import type { ContractRow } from '@/lib/contract/contract';
import { attendance } from '@/lib/meeting/attendance';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { MilestoneRow } from '@/lib/milestone/milestone';

/** From the first to the last day, both in it; ISO dates. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface YearMeeting {
  readonly id: string;
  /** UTC ms. */
  readonly start: number;
  /** Member ids. */
  readonly present: readonly string[];
  /** Made there, the oldest first. */
  readonly contracts: readonly ContractRow[];
}

export interface YearSheet {
  readonly meetings: readonly YearMeeting[];
  /** Made between meetings, or at one that is not here. */
  readonly between: readonly ContractRow[];
  /** The oldest first; only those that count. */
  readonly milestones: readonly MilestoneRow[];
  readonly made: number;
  readonly kept: number;
}

/** What a circle has of all years. */
export interface AllYears {
  readonly meetings: readonly MeetingRow[];
  readonly contracts: readonly ContractRow[];
  readonly milestones: readonly MilestoneRow[];
}

const isHeld = ({ phase }: MeetingRow): boolean => phase !== 'before';
const isSeen = ({ isPrivate }: ContractRow): boolean => !isPrivate;
const isConfirmed = ({ confirmed }: MilestoneRow): boolean => confirmed;

/**
 * What stands on the sheet of a year. Never a private contract. `membersOn` gives the ids of those who were members on a
 * day, `dayOf` the ISO date of a moment (UTC ms).
 */
export function yearSheet(
  span: Span,
  all: AllYears & { readonly membersOn: (isoDay: string) => string[] },
  dayOf: (ms: number) => string,
): YearSheet {
  const isIn = (day: string): boolean => span.from <= day && day <= span.to;
  const contracts = all.contracts
    .filter((contract) => isSeen(contract) && isIn(dayOf(contract.madeAt)))
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
  const meetings = all.meetings
    .filter((meeting) => isHeld(meeting) && isIn(dayOf(meeting.start)))
    .sort((a, b) => a.start - b.start)
    .map((meeting) => ({
      id: meeting.id,
      start: meeting.start,
      present: meeting.recorded ?? attendance(meeting, all.membersOn(dayOf(meeting.start))).present,
      contracts: contracts.filter((contract) => contract.meetingId === meeting.id),
    }));
  const held = new Set(meetings.map(({ id }) => id));
  return {
    meetings,
    between: contracts.filter(({ meetingId }) => meetingId === null || !held.has(meetingId)),
    milestones: all.milestones
      .filter((milestone) => isConfirmed(milestone) && isIn(milestone.on))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1)),
    made: contracts.length,
    kept: contracts.filter(({ outcome }) => outcome === 'kept').length,
  };
}

/** Whether nothing stands on it. */
export const isEmptySheet = ({ meetings, made, milestones }: YearSheet): boolean =>
  meetings.length === 0 && made === 0 && milestones.length === 0;

/** The years to choose from, the latest first: those whose sheet is not empty. */
export function yearsOf(
  { meetings, contracts, milestones }: AllYears,
  dayOf: (ms: number) => string,
): string[] {
  const days = [
    ...meetings.filter(isHeld).map(({ start }) => dayOf(start)),
    ...contracts.filter(isSeen).map(({ madeAt }) => dayOf(madeAt)),
    ...milestones.filter(isConfirmed).map(({ on }) => on),
  ];
  return [...new Set(days.map((day) => day.slice(0, 4)))].sort().reverse();
}

/** A calendar year, or (without one) the twelve months that end with `today` (ISO date). */
export function spanOf(year: string | null, today: string): Span {
  if (year !== null) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const from = Temporal.PlainDate.from(today).subtract({ years: 1 }).add({ days: 1 });
  return { from: from.toString(), to: today };
}

import { joinSame } from '../contract/log.ts';
import type { MovedTime } from '../meeting/balance.ts';
import {
  type ContractNumbers,
  circleContracts,
  contractsByMeeting,
  type StateCounts,
  statesOf,
} from './contract-numbers.ts';
import { type Gap, heldMeetings, type MeetingNumbers, meetingsIn } from './meeting-numbers.ts';
import type { InsightSource, Look } from './source.ts';
import { daysBetween, isIn, type Part, partOf } from './span.ts';

/** A column of the charts about meetings: one meeting, or all of a quarter or year where they are many. */
export interface MeetingColumn extends ContractNumbers {
  /** An ISO date, `2026-Q1`, `2026-H1` or `2026`. */
  key: string;
  meetings: number;
  present: number;
  of: number;
  time: MovedTime | null;
  /** The longest one that ended in it. */
  gap: Gap | null;
}

/** A column of the chart of what became of contracts, by when they were made. */
export interface StateColumn {
  /** `2026-03`, `2026-Q1`, `2026-H1` or `2026`. */
  key: string;
  counts: StateCounts;
}

/** Milestones of one kind in one year. */
export interface MilestoneYear {
  kind: string;
  year: string;
  count: number;
}

/** All that the charts of a circle show. */
export interface CircleInsight {
  /** Meetings of the span. */
  meetings: number;
  /** ISO dates of its first and last meeting; null without one. */
  first: string | null;
  last: string | null;
  /** From the first to the last, in days. */
  days: number;
  present: number;
  of: number;
  time: MovedTime | null;
  longestGap: Gap | null;
  by: 'meeting' | Part;
  columns: readonly MeetingColumn[];
  between: ContractNumbers;
  /** Contracts made in the span, by what became of them. */
  states: StateCounts;
  stateColumns: readonly StateColumn[];
  milestones: readonly MilestoneYear[];
  /** My own contracts made in the span; null while nobody said who I am. `private`: those only I see. */
  mine: { shared: StateCounts; private: StateCounts } | null;
  /** My own curve, by ISO date. */
  pulse: readonly { on: string; score: number }[];
}

/** More columns than these are drawn together: they could not be told apart at 320 px. */
const MOST_COLUMNS = 40;

/** The numbers behind every chart of a circle. Nothing private is in them but `mine` and `pulse`. */
export function circleInsight(source: InsightSource, look: Look): CircleInsight {
  const { days, dayOf } = look;
  const held = heldMeetings(source, look);
  const shown = meetingsIn(held, look);
  const contracts = circleContracts(source.contracts);
  const { of: told, between } = contractsByMeeting(contracts, held, shown, look);
  const made = contracts.filter(({ madeAt }) => isIn(days, dayOf(madeAt)));
  const [first, last] = [shown[0]?.day ?? null, shown.at(-1)?.day ?? null];
  const { by, columns } = meetingColumns(shown, told);
  const mine = joinSame(source.contracts).filter(
    ({ memberId, madeAt }) => memberId === source.me && isIn(days, dayOf(madeAt)),
  );
  return {
    meetings: shown.length,
    first,
    last,
    days: first && last ? daysBetween(first, last) : 0,
    present: sum(shown, ({ present }) => present),
    of: sum(shown, (one) => one.of),
    time: sumTime(shown.map(({ time }) => time)),
    // What a span begins with reaches back before it.
    longestGap: longest(shown.slice(1).map(({ gap }) => gap)),
    by,
    columns,
    between,
    states: statesOf(made),
    stateColumns: stateColumns(made.map((contract) => ({ contract, day: dayOf(contract.madeAt) }))),
    milestones: milestoneYears(source, look),
    mine:
      source.me === null
        ? null
        : {
            shared: statesOf(mine.filter(({ isPrivate }) => !isPrivate)),
            private: statesOf(mine.filter(({ isPrivate }) => isPrivate)),
          },
    pulse: source.pulse.map(({ at, score }) => ({ on: dayOf(at), score })).filter(({ on }) => isIn(days, on)),
  };
}

function meetingColumns(
  shown: readonly MeetingNumbers[],
  told: ReadonlyMap<MeetingNumbers, ContractNumbers>,
): Pick<CircleInsight, 'by' | 'columns'> {
  const by =
    shown.length <= MOST_COLUMNS
      ? 'meeting'
      : coarsest(
          shown.map(({ day }) => day),
          ['quarter', 'half'],
        );
  const groups = new Map<string, MeetingNumbers[]>();
  for (const [i, meeting] of shown.entries()) {
    // Two meetings of one day are two columns.
    const key = by === 'meeting' ? `${meeting.day} ${i}` : partOf(by, meeting.day);
    groups.set(key, [...(groups.get(key) ?? []), meeting]);
  }
  const columns = [...groups].map(([key, group]): MeetingColumn => {
    const numbers = group.flatMap((meeting) => told.get(meeting) ?? []);
    return {
      key: by === 'meeting' ? (key.split(' ')[0] ?? key) : key,
      meetings: group.length,
      present: sum(group, ({ present }) => present),
      of: sum(group, (one) => one.of),
      time: sumTime(group.map(({ time }) => time)),
      gap: longest(group.filter((meeting) => meeting !== shown[0]).map(({ gap }) => gap)),
      made: sum(numbers, ({ made }) => made),
      reported: sum(numbers, ({ reported }) => reported),
      kept: sum(numbers, ({ kept }) => kept),
    };
  });
  return { by, columns };
}

/** The finest of these parts that makes few enough columns; else years. */
function coarsest(days: readonly string[], parts: readonly Part[]): Part {
  const few = (part: Part) => new Set(days.map((day) => partOf(part, day))).size <= MOST_COLUMNS;
  return parts.find(few) ?? 'year';
}

function stateColumns(
  made: readonly { contract: Parameters<typeof statesOf>[0][number]; day: string }[],
): StateColumn[] {
  const part = coarsest(
    made.map(({ day }) => day),
    ['month', 'quarter', 'half'],
  );
  return [...Map.groupBy(made, ({ day }) => partOf(part, day))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => ({ key, counts: statesOf(group.map(({ contract }) => contract)) }));
}

function milestoneYears({ milestones }: InsightSource, { days }: Look): MilestoneYear[] {
  const inDays = milestones.filter(({ on }) => isIn(days, on));
  return [...Map.groupBy(inDays, ({ kind, on }) => `${partOf('year', on)} ${kind}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => ({ year: key.slice(0, 4), kind: key.slice(5), count: group.length }));
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((all, one) => all + of(one), 0);

function sumTime(times: readonly (MovedTime | null)[]): MovedTime | null {
  const had = times.filter((time) => time !== null);
  if (had.length === 0) return null;
  return { movedMs: sum(had, ({ movedMs }) => movedMs), allMs: sum(had, ({ allMs }) => allMs) };
}

const longest = (gaps: readonly (Gap | null)[]): Gap | null =>
  gaps.reduce((most, gap) => (gap && (most === null || gap.days > most.days) ? gap : most), null);

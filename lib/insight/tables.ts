import type { CircleInsight } from './circle-insight.ts';
import { STATES, type StateCounts } from './contract-numbers.ts';
import { evenness } from './meeting-numbers.ts';

/** The charts of a circle; each has a table behind it with the numbers it is drawn from. */
export const CHARTS = [
  'attendance',
  'gaps',
  'time',
  'contracts',
  'states',
  'milestones',
  'mine',
  'pulse',
] as const;
export type Chart = (typeof CHARTS)[number];

/** A row of a table: what it is about, and its numbers as they are shown; null where there is nothing to tell. */
export interface TableRow {
  /** An ISO date, `2026-03`, `2026-Q1`, `2026`, `2026 KIND`, `between`, `shared` or `private`. */
  about: string;
  numbers: readonly (number | null)[];
}

/** A part as whole per cent; null where there is no whole. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((100 * part) / whole);

/** How evenly time went round, in whole per cent; null where nobody had a turn of their own. */
export function evenPercent(time: CircleInsight['time']): number | null {
  const even = evenness(time);
  return even === null ? null : Math.round(100 * even);
}

const states = (counts: StateCounts): number[] => STATES.map((state) => counts[state]);

/** The table behind each chart. */
export function insightTables(insight: CircleInsight): Readonly<Record<Chart, readonly TableRow[]>> {
  const { columns, between, mine } = insight;
  return {
    attendance: columns.map(({ key, present, of }) => ({
      about: key,
      numbers: [present, of, percent(present, of)],
    })),
    gaps: columns.flatMap(({ key, gap }) => (gap ? [{ about: key, numbers: [gap.days, gap.paused] }] : [])),
    time: columns.flatMap(({ key, time }) => {
      const even = evenPercent(time);
      return even === null ? [] : [{ about: key, numbers: [even] }];
    }),
    contracts: [
      ...columns.map(({ key, made, reported, kept }) => ({ about: key, numbers: [made, reported, kept] })),
      { about: 'between', numbers: [between.made, between.reported, between.kept] },
    ],
    states: insight.stateColumns.map(({ key, counts }) => ({ about: key, numbers: states(counts) })),
    milestones: insight.milestones.map(({ year, kind, count }) => ({
      about: `${year} ${kind}`,
      numbers: [count],
    })),
    mine: mine
      ? [
          { about: 'shared', numbers: states(mine.shared) },
          { about: 'private', numbers: states(mine.private) },
        ]
      : [],
    // To a tenth, as it is shown.
    pulse: insight.pulse.map(({ on, score }) => ({ about: on, numbers: [Math.round(10 * score) / 10] })),
  };
}

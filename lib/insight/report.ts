import { addBands, attendanceOf, type Band, hullOf } from './band.ts';
import type { Cell, HalfYear } from './half-year.ts';

/** The lines of a report, in their order. The first is the sentence all agreed to. */
export const LINES = [
  'sentence',
  'meetings',
  'members',
  'attendance',
  'made',
  'reported',
  'kept',
  'milestones',
] as const;
export type Line = (typeof LINES)[number];
export type CountLine = Exclude<Line, 'sentence'>;

/** What a line of counts is made of. Left out, all of it stays at home. */
export const CELLS_OF: Readonly<Record<CountLine, readonly Cell[]>> = {
  meetings: ['meetings'],
  members: ['members'],
  attendance: ['seats', 'away'],
  made: ['made'],
  reported: ['reported'],
  kept: ['kept'],
  milestones: [],
};

/** Ranges, some of them left out. */
export interface Counts {
  cells: Readonly<Partial<Record<Cell, Band>>>;
  /** Absent: left out. */
  milestones?: Readonly<Record<string, Band>>;
}

/** A half-year as it leaves the circle. */
export interface GivenHalf extends Counts {
  key: string;
}

/** A half-year with nothing in it but what these lines need. */
export function onlyLines({ key, cells, milestones }: HalfYear, lines: readonly Line[]): GivenHalf {
  const kept = lines.flatMap((line) => (line === 'sentence' ? [] : CELLS_OF[line]));
  return {
    key,
    cells: Object.fromEntries(kept.map((cell) => [cell, cells[cell]])),
    ...(lines.includes('milestones') ? { milestones } : {}),
  };
}

/** Several half-years of one circle as one. Ranges are added: nothing is counted anew. */
export function together(halves: readonly Counts[]): Counts {
  return added(halves, (bands) => hullOf(bands));
}

/** Several circles as one. */
export const acrossCircles = (circles: readonly Counts[]): Counts => added(circles, addBands);

/** @param members how the members of several are one number: the same people, or others. */
function added(all: readonly Counts[], members: (bands: readonly Band[]) => Band | null): Counts {
  const cells = new Set(all.flatMap((one) => Object.keys(one.cells) as Cell[]));
  const kinds = new Set(all.flatMap((one) => Object.keys(one.milestones ?? {})));
  const entries = [...cells].flatMap((cell): [Cell, Band][] => {
    const bands = all.flatMap((one) => one.cells[cell] ?? []);
    const band = cell === 'members' ? members(bands) : addBands(bands);
    return band ? [[cell, band]] : [];
  });
  const milestones = Object.fromEntries(
    [...kinds].map((kind) => [kind, addBands(all.flatMap((one) => one.milestones?.[kind] ?? []))]),
  );
  return { cells: Object.fromEntries(entries), ...(kinds.size > 0 ? { milestones } : {}) };
}

/** One row of a table of counts. `kinds`: the milestones' kinds that have this range. */
export interface CountRow {
  line: CountLine;
  kinds?: readonly string[];
  /** Null: too few to tell. */
  band: Band | null;
  unit: 'count' | 'percent';
}

/** The rows counts make, line by line; kinds of milestones with one range share a row. */
export function countRows({ cells, milestones }: Counts): CountRow[] {
  const one = (line: 'meetings' | 'members' | 'made' | 'reported' | 'kept'): CountRow[] => {
    const band = cells[line];
    return band ? [{ line, band, unit: 'count' }] : [];
  };
  const { seats, away } = cells;
  const byBand = Map.groupBy(Object.entries(milestones ?? {}), ([, { from, to }]) => `${from}-${to}`);
  return [
    ...one('meetings'),
    ...one('members'),
    ...(seats && away
      ? [{ line: 'attendance' as const, band: attendanceOf(away, seats), unit: 'percent' as const }]
      : []),
    ...one('made'),
    ...one('reported'),
    ...one('kept'),
    ...[...byBand.values()]
      .sort((a, b) => (b[0]?.[1].from ?? 0) - (a[0]?.[1].from ?? 0))
      .map((same) => ({
        line: 'milestones' as const,
        kinds: same.map(([kind]) => kind),
        band: same[0]?.[1] ?? null,
        unit: 'count' as const,
      })),
  ];
}

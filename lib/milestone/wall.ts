import type { MilestoneKind } from './facts.ts';
import type { MilestoneRow } from './milestone.ts';

/** What of the wall is shown; null: all. */
export interface WallChoice {
  kind: MilestoneKind | null;
  /** Whose they are, or who helped. */
  memberId: string | null;
  year: string | null;
}

export interface WallYear {
  /** `2026`. */
  year: string;
  rows: readonly MilestoneRow[];
}

/** The latest first; of one day whatever was written down last. */
export const latestFirst = (a: MilestoneRow, b: MilestoneRow): number =>
  (a.on < b.on ? 1 : a.on > b.on ? -1 : 0) || b.at - a.at || (a.id < b.id ? -1 : 1);

export const yearOf = (row: Pick<MilestoneRow, 'on'>): string => row.on.slice(0, 4);

/** The wall: chosen milestones by year, the latest first. */
export function wallOf(rows: readonly MilestoneRow[], choice: WallChoice): WallYear[] {
  const { kind, memberId, year } = choice;
  const chosen = rows.filter(
    (row) =>
      (kind === null || row.kind === kind) &&
      (year === null || yearOf(row) === year) &&
      (memberId === null || row.memberId === memberId || row.credit.some((one) => one.memberId === memberId)),
  );
  return [...Map.groupBy(chosen.sort(latestFirst), yearOf)].map(([of, inYear]) => ({
    year: of,
    rows: inYear,
  }));
}

/** The years there is something of, the latest first. */
export const yearsOf = (rows: readonly MilestoneRow[]): string[] =>
  [...new Set(rows.map(yearOf))].sort().reverse();

import { type Band, bandOf } from './band.ts';
import { circleContracts, contractsIn } from './contract-numbers.ts';
import { heldMeetings, meetingsIn } from './meeting-numbers.ts';
import type { InsightSource, Look } from './source.ts';
import { type Days, partOf } from './span.ts';

/** What is counted of one circle in half a year. `seats`: members at each meeting, added up; `away`: those left empty. */
export const CELLS = ['meetings', 'members', 'seats', 'away', 'made', 'reported', 'kept'] as const;
export type Cell = (typeof CELLS)[number];

/** The ranges of one half-year: what leaves a circle is made of these alone. */
export interface HalfYear {
  /** `2026-H1` or `2026-H2`. */
  key: string;
  cells: Readonly<Record<Cell, Band>>;
  /** Milestones by kind: those that may be told outside. Every kind there is, or a missing one would tell of the others. */
  milestones: Readonly<Record<string, Band>>;
}

/** The days of a half-year. */
export function daysOfHalf(key: string): { from: string; to: string } {
  const year = key.slice(0, 4);
  return key.endsWith('1')
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` };
}

/**
 * The half-years of a circle that are over, the earliest first: from its first meeting to the last one that ended before
 * `today`. One that goes on is never among them: told twice, before and after a meeting, a range would give away a number.
 */
export function halvesOver(source: InsightSource, look: Look, today: string): string[] {
  const first = heldMeetings(source, look)[0]?.day;
  if (first === undefined) return [];
  const halves: string[] = [];
  for (let key = partOf('half', first); daysOfHalf(key).to < today; key = nextHalf(key)) halves.push(key);
  return halves;
}

const nextHalf = (key: string): string =>
  key.endsWith('1') ? `${key.slice(0, 4)}-H2` : `${Number(key.slice(0, 4)) + 1}-H1`;

/** Counts one half-year. Nothing of one's own log is in it. @param kinds of milestones, all there are. */
export function countHalf(
  source: InsightSource,
  look: Omit<Look, 'days'>,
  key: string,
  kinds: readonly string[],
): HalfYear {
  const days: Days = daysOfHalf(key);
  const at: Look = { ...look, days };
  const held = meetingsIn(heldMeetings(source, at), at);
  const { made, reported, kept } = contractsIn(circleContracts(source.contracts), at);
  const sum = (of: (one: (typeof held)[number]) => number) => held.reduce((all, one) => all + of(one), 0);
  const members = source.members.filter(
    ({ joinedOn, leftOn }) => joinedOn <= days.to && (leftOn === null || leftOn > days.to),
  );
  const told = source.milestones.filter(
    ({ on, consented }) => consented && days.from !== null && days.from <= on && on <= days.to,
  );
  return {
    key,
    cells: {
      meetings: bandOf(held.length),
      members: bandOf(members.length),
      seats: bandOf(sum((one) => one.of)),
      away: bandOf(sum((one) => one.of - one.present)),
      made: bandOf(made),
      reported: bandOf(reported),
      kept: bandOf(kept),
    },
    milestones: Object.fromEntries(
      kinds.map((kind) => [kind, bandOf(told.filter((one) => one.kind === kind).length)]),
    ),
  };
}

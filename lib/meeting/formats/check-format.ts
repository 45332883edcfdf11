import type { Format, Phase } from '../format.ts';
import { MINUTE_MS, planMeeting } from '../plan.ts';

/** What keeps a format from being run; `phase`: the id of the phase it is about. */
export type FormatProblem =
  | { kind: 'noName' | 'noPhase' | 'length' | 'people' | 'tooManySteps' }
  | { kind: 'twoRests' | 'sameId' | 'noMinutes'; phase: string; session: number };

/** What a fact holds of a plan (`meetingKinds`), and how many members a circle has at most. */
const MOST_STEPS = 300;
const MOST_MEMBERS = 12;
export const MIN_LENGTH = 15;
export const MAX_LENGTH = 720;

/** The phases of each of its meetings. */
export const sessionsOf = (format: Format): readonly (readonly Phase[])[] =>
  format.sessions?.map((session) => session.phases) ?? [format.phases];

/** All that is wrong with a format; none when it can be run. */
export function checkFormat(format: Format): FormatProblem[] {
  const problems: FormatProblem[] = [];
  const { name, lengthMin, people } = format;
  if (!name?.trim()) problems.push({ kind: 'noName' });
  if (!(lengthMin >= MIN_LENGTH && lengthMin <= MAX_LENGTH)) problems.push({ kind: 'length' });
  if (people && people.from > people.to) problems.push({ kind: 'people' });
  for (const [session, phases] of sessionsOf(format).entries()) {
    if (phases.length === 0) problems.push({ kind: 'noPhase' });
    const ids = new Set<string>();
    let rests = 0;
    for (const { id, minutes, parts = [] } of phases) {
      const sameParts = new Set(parts.map((part) => part.id)).size < parts.length;
      if (ids.has(id) || id.includes(':') || sameParts) problems.push({ kind: 'sameId', phase: id, session });
      ids.add(id);
      if (minutes === 'rest') rests += 1;
      if (minutes === 'rest' && rests > 1) problems.push({ kind: 'twoRests', phase: id, session });
      if (minutes === 0 || parts.some((part) => part.minutes === 0))
        problems.push({ kind: 'noMinutes', phase: id, session });
    }
    if (stepsOf(phases) > MOST_STEPS) problems.push({ kind: 'tooManySteps' });
  }
  return problems;
}

/** How many steps a meeting of a full circle has. */
const stepsOf = (phases: readonly Phase[]): number =>
  phases.reduce((sum, { perMember, seats, parts }) => {
    const turns = perMember ? (seats ?? MOST_MEMBERS) : 1;
    return sum + turns * (parts?.length ?? 1);
  }, 0);

/** How one meeting of a format comes out for a number of members. */
export interface Preview {
  members: number;
  /** ms that each phase takes, by its id. */
  phases: ReadonlyMap<string, number>;
  /** The shortest turn of work, ms; 0 without one. */
  turnMs: number;
  /** What the meeting takes in all, ms. */
  totalMs: number;
  /** How far it runs over its time, ms. */
  overMs: number;
}

/** The plan of one meeting for `members` people nobody has met yet. */
export function previewFormat(format: Format, members: number): Preview {
  const present = Array.from({ length: members }, (_, i) => `m${i}`);
  const lengthMs = format.lengthMin * MINUTE_MS;
  const { steps, overMs, shortestTurnMs } = planMeeting({ format, lengthMs, present, asked: new Map() });
  const phases = new Map(format.phases.map((phase) => [phase.id, 0]));
  for (const step of steps) phases.set(step.phase, (phases.get(step.phase) ?? 0) + step.ms);
  const totalMs = steps.reduce((sum, step) => sum + step.ms, 0);
  return { members, phases, turnMs: shortestTurnMs, totalMs, overMs };
}

import * as v from 'valibot';
import { fairShares } from './fair-shares.ts';
import { type Format, kindSchema, type Phase } from './format.ts';

export const MINUTE_MS = 60_000;
/** Everyone present gets some time, whatever else. */
export const FLOOR_MS = 2 * MINUTE_MS;
/** A turn shorter than this is worth a word. */
export const SHORT_TURN_MS = 6 * MINUTE_MS;

export const stepSchema = v.object({
  /** `phase`, or `phase:member`. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  phase: v.pipe(v.string(), v.maxLength(100)),
  kind: kindSchema,
  member: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  ms: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
/** One stretch of a meeting: a phase, or one member's turn in it. */
export type Step = v.InferOutput<typeof stepSchema>;

/** What can be done when turns get short. */
export type Advice =
  | { kind: 'longer'; lengthMin: number }
  | { kind: 'hotSeats'; seats: number; turnMs: number }
  | { kind: 'askForTime' }
  | { kind: 'runOver' | 'shorten'; overMs: number };

export interface Plan {
  steps: readonly Step[];
  fits: boolean;
  /** How far it runs over when it does not fit; 0 otherwise. */
  overMs: number;
  /** The shortest turn of work, or 0 when nobody works. */
  shortestTurnMs: number;
  advice: readonly Advice[];
}

export interface PlanInput {
  format: Format;
  lengthMs: number;
  /** Members present, in the order they speak. */
  present: readonly string[];
  /** ms asked for, by member. */
  asked: ReadonlyMap<string, number>;
  floorMs?: number;
}

export const stepId = (phase: string, member: string | null): string =>
  member === null ? phase : `${phase}:${member}`;

/** What a phase takes for each of its steps by its format, in ms; null for the one that takes the rest. */
export const usualMs = (phase: Phase): number | null =>
  phase.minutes === 'rest' ? null : Math.round(phase.minutes * MINUTE_MS);

const stepsOf = (phase: Phase, present: readonly string[], ms: (member: string | null) => number): Step[] =>
  (phase.perMember ? present : [null]).map((member) => ({
    id: stepId(phase.id, member),
    phase: phase.id,
    kind: phase.kind,
    member,
    ms: ms(member),
  }));

/** The agenda of a meeting: every step with its time. */
export function planMeeting(input: PlanInput): Plan {
  const { format, lengthMs, present, asked } = input;
  const floorMs = input.floorMs ?? FLOOR_MS;
  const fixedMs = format.phases.reduce(
    (sum, phase) => sum + (usualMs(phase) ?? 0) * (phase.perMember ? present.length : 1),
    0,
  );
  const rest = format.phases.find((phase) => phase.minutes === 'rest');
  const sharers = rest?.perMember ? present : rest ? [''] : [];
  const shares = fairShares(lengthMs - fixedMs, sharers, asked, floorMs);
  const overMs = rest ? shares.overMs : Math.max(0, fixedMs - lengthMs);
  const steps = format.phases.flatMap((phase) =>
    stepsOf(phase, present, (member) => usualMs(phase) ?? shares.ms.get(member ?? '') ?? 0),
  );
  const turns = steps.filter((step) => step.kind === 'work').map((step) => step.ms);
  const shortestTurnMs = turns.length > 0 ? Math.min(...turns) : 0;
  return {
    steps,
    fits: overMs === 0,
    overMs,
    shortestTurnMs,
    advice: turns.length > 0 ? adviceFor(shortestTurnMs, turns, lengthMs, overMs, asked.size > 0) : [],
  };
}

function adviceFor(
  shortestTurnMs: number,
  turns: readonly number[],
  lengthMs: number,
  overMs: number,
  someAsked: boolean,
): Advice[] {
  const advice: Advice[] =
    overMs > 0
      ? [
          { kind: 'runOver', overMs },
          { kind: 'shorten', overMs },
        ]
      : [];
  const sumMs = turns.reduce((sum, ms) => sum + ms, 0);
  const n = turns.length;
  // Short because somebody asked for little is what they wanted.
  const equalMs = (sumMs - overMs) / n;
  if (shortestTurnMs >= SHORT_TURN_MS || (someAsked && equalMs >= SHORT_TURN_MS)) return advice;
  const missingMs = n * SHORT_TURN_MS - (sumMs - overMs);
  if (missingMs > 0) {
    const lengthMin = Math.ceil((lengthMs + missingMs) / MINUTE_MS / 5) * 5;
    advice.push({ kind: 'longer', lengthMin });
  }
  // Two or three work, the rest have a short check-in of the floor's length.
  const seats = n > 5 ? 3 : 2;
  const turnMs = Math.floor((sumMs - overMs - (n - seats) * FLOOR_MS) / seats);
  if (n > seats && turnMs > shortestTurnMs) advice.push({ kind: 'hotSeats', seats, turnMs });
  if (!someAsked) advice.push({ kind: 'askForTime' });
  return advice;
}

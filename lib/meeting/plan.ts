import * as v from 'valibot';
import { divideTurn, leastOfParts } from './divide-turn.ts';
import { fairShares } from './fair-shares.ts';
import { type Format, kindSchema, type Phase } from './format.ts';
import { givenTurns } from './given-turns.ts';
import { stepsOfTurn, type TurnsInput, turnLengths, turnsOf } from './turns.ts';

export const MINUTE_MS = 60_000;

/** Member → the time asked for, in whole ms: plans take no others, and a number of minutes may have been typed with a point. */
export const askedMs = (asked: Readonly<Record<string, number>>): Map<string, number> =>
  new Map(Object.entries(asked).map(([member, minutes]) => [member, Math.round(minutes * MINUTE_MS)]));
/** Everyone present gets some time, whatever else. */
export const FLOOR_MS = 2 * MINUTE_MS;
/** A turn shorter than this is worth a word. */
export const SHORT_TURN_MS = 6 * MINUTE_MS;

const memberSchema = v.pipe(v.string(), v.maxLength(200));
const groupSchema = v.object({
  /** Whose turn it is in this group; null when all of it had theirs. */
  client: v.nullable(memberSchema),
  others: v.pipe(v.array(memberSchema), v.maxLength(40)),
});
/** One of several groups that talk at the same time. */
export type Group = v.InferOutput<typeof groupSchema>;

export const stepSchema = v.object({
  /** `phase`, `phase:member` or `phase:member:part`; a round of groups stands in the member's place. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  phase: v.pipe(v.string(), v.maxLength(100)),
  kind: kindSchema,
  member: v.nullable(memberSchema),
  ms: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Which part of the turn it is. */
  part: v.optional(v.pipe(v.string(), v.maxLength(50))),
  /** The groups that talk at the same time. */
  groups: v.optional(v.pipe(v.array(groupSchema), v.maxLength(20))),
});
/** One stretch of a meeting: a phase, one member's turn in it, or a part of that turn. */
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

export interface PlanInput extends TurnsInput {
  format: Format;
  lengthMs: number;
  floorMs?: number;
  /** Who gave a turn away, and to whom; '': to all. */
  gave?: Readonly<Record<string, string>> | undefined;
  /** ms that members have beyond an equal share. */
  extra?: ReadonlyMap<string, number> | undefined;
}

/** What a phase takes for each of its `turns` by its format, in ms; null for the one that takes the rest. */
export function usualMs(phase: Phase, turns: number, index: number): number | null {
  if (phase.minutes === 'rest') return null;
  const ms = Math.round(phase.minutes * MINUTE_MS);
  if (!phase.inAll || turns === 0) return ms;
  // The odd ms to the first.
  return Math.floor(ms / turns) + (index < ms % turns ? 1 : 0);
}

/** The least a turn of the phase that takes the rest can be, ms. */
export const turnFloor = (phase: Phase, floorMs: number): number =>
  Math.max(floorMs, phase.parts ? leastOfParts(phase.parts) : 0);

/** Whether turns of a phase can be given away: they share the rest, and nobody else talks at the same time. */
export const canGive = (phase: Phase): boolean =>
  phase.minutes === 'rest' && phase.perMember && phase.groupsOf === undefined;

/** The agenda of a meeting: every step with its time. */
export function planMeeting(input: PlanInput): Plan {
  const { format, lengthMs } = input;
  const given = givenTurns(input.present, input.gave ?? {}, input.asked);
  const { asked } = given;
  const turnsIn = (phase: Phase) =>
    turnsOf(phase, canGive(phase) ? { ...input, present: given.holders, asked } : input);
  const phases = format.phases.map((phase) => ({ phase, turns: turnsIn(phase) }));
  const fixed = ({ phase, turns }: (typeof phases)[number]) =>
    turns.map((turn, i) => {
      const ms = usualMs(phase, turns.length, i) ?? 0;
      return stepsOfTurn(phase, turn, phase.parts ? divideTurn(phase.parts, ms) : [ms]);
    });
  const rest = phases.find(({ phase }) => phase.minutes === 'rest');
  const fixedMs = phases
    .filter((one) => one !== rest)
    .flatMap((one) => fixed(one).flat())
    .reduce((sum, step) => sum + step.ms, 0);
  const floorMs = rest ? turnFloor(rest.phase, input.floorMs ?? FLOOR_MS) : 0;
  const sharers = rest?.turns.map((turn) => turn.key ?? '') ?? [];
  const shares = fairShares(lengthMs - fixedMs, sharers, asked, floorMs, {
    extra: input.extra,
    turns: given.turns,
  });
  const overMs = rest && sharers.length > 0 ? shares.overMs : Math.max(0, fixedMs - lengthMs);
  const steps = phases.flatMap((one) => {
    if (one !== rest) return fixed(one).flat();
    const { phase, turns } = one;
    return turns.flatMap((turn) => {
      const ms = shares.ms.get(turn.key ?? '') ?? 0;
      return stepsOfTurn(phase, turn, phase.parts ? divideTurn(phase.parts, ms) : [ms]);
    });
  });
  const turns = turnLengths(steps.filter((step) => step.kind === 'work'));
  const shortestTurnMs = turns.length > 0 ? Math.min(...turns) : 0;
  // Turns with parts of their own, of some, or in groups are as long as their format makes them.
  const isPlain =
    rest?.phase.kind === 'work' && !rest.phase.parts && !rest.phase.seats && !rest.phase.groupsOf;
  return {
    steps,
    fits: overMs === 0,
    overMs,
    shortestTurnMs,
    advice:
      isPlain && turns.length > 0
        ? adviceFor(shortestTurnMs, turns, lengthMs, overMs, asked.size > 0)
        : overAdvice(overMs),
  };
}

const overAdvice = (overMs: number): Advice[] =>
  overMs > 0
    ? [
        { kind: 'runOver', overMs },
        { kind: 'shorten', overMs },
      ]
    : [];

function adviceFor(
  shortestTurnMs: number,
  turns: readonly number[],
  lengthMs: number,
  overMs: number,
  someAsked: boolean,
): Advice[] {
  const advice = overAdvice(overMs);
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

/** Whole minutes of the parts of a speed event. A round is two halves, with the roles swapped between them, and a move. */
export interface SpeedMinutes {
  intro: number;
  prepare: number;
  /** One half of a round. */
  half: number;
  move: number;
  wrapUp: number;
}

/** Shared out so that 45 minutes hold 2 rounds, 60 hold 3, 75 hold 5 and 90 hold 6. */
export const SPEED_MINUTES: SpeedMinutes = { intro: 5, prepare: 4, half: 5, move: 1, wrapUp: 10 };

/** No event has more, however short its rounds. */
export const MAX_ROUNDS = 40;

export const STEP_KINDS = ['intro', 'prepare', 'first', 'second', 'move', 'wrapUp'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A timed part. `round` counts from 0; null outside the rounds. */
export interface SpeedStep {
  id: string;
  kind: StepKind;
  round: number | null;
  ms: number;
}

export const MINUTE_MS = 60_000;

export const roundMinutes = (minutes: SpeedMinutes): number => 2 * minutes.half + minutes.move;

const around = (minutes: SpeedMinutes): number => minutes.intro + minutes.prepare + minutes.wrapUp;

/** How many whole rounds a length holds; 0 when it holds none. @param lengthMin minutes. */
export function roundsThatFit(lengthMin: number, minutes: SpeedMinutes = SPEED_MINUTES): number {
  const rounds = Math.floor((lengthMin - around(minutes)) / roundMinutes(minutes));
  return Math.min(MAX_ROUNDS, Math.max(0, rounds));
}

/** How many rounds it takes until everybody has met everybody, in pairs. @param people 2 or more. */
export const roundsToMeetAll = (people: number): number => (people % 2 === 0 ? people - 1 : people);

/** How long an event of so many rounds is, in minutes. */
export const eventMinutes = (rounds: number, minutes: SpeedMinutes = SPEED_MINUTES): number =>
  around(minutes) + rounds * roundMinutes(minutes);

/** All parts of an event in order. Parts of no minutes are left out, but for the wrap-up: an event ends somewhere. */
export function timetable(rounds: number, minutes: SpeedMinutes = SPEED_MINUTES): SpeedStep[] {
  const step = (kind: StepKind, length: number, round: number | null = null): SpeedStep => ({
    id: round === null ? kind : `${kind}-${round}`,
    kind,
    round,
    ms: length * MINUTE_MS,
  });
  const steps = [step('intro', minutes.intro), step('prepare', minutes.prepare)];
  for (let round = 0; round < rounds; round++) {
    steps.push(step('first', minutes.half, round), step('second', minutes.half, round));
    steps.push(step('move', minutes.move, round));
  }
  return [...steps.filter(({ ms }) => ms > 0), step('wrapUp', minutes.wrapUp)];
}

/**
 * Whether a part ends by the clock. In the rounds people sit in rooms of their own with the times in their hand, and
 * nobody could tell them that it goes on later; what all do together ends when the host says so.
 */
export const endsByItself = (kind: StepKind): boolean =>
  kind === 'first' || kind === 'second' || kind === 'move';

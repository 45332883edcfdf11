import * as v from 'valibot';
import { MAX_ROUNDS, STEP_KINDS } from './timetable.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(240));
const people = v.pipe(v.array(v.object({ id, name })), v.maxLength(200));
const replaces = v.array(v.string());
const ms = v.number();

const step = v.object({
  id,
  kind: v.picklist(STEP_KINDS),
  round: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  ms: v.pipe(v.number(), v.minValue(0)),
});

const steps = v.pipe(v.array(step), v.minLength(1), v.maxLength(3 * MAX_ROUNDS + 3));

/**
 * The facts of a speed mentoring event; entity `speed-<id>`, in one's own log: the list of those who come is the host's.
 * Instants are UTC ms. What was drawn and the times of the parts stand in the facts, so that no two versions of the code
 * ever draw differently.
 */
export const speedKinds = {
  /** Set up, or set up anew before it begins. */
  'speed.planned': v.object({
    title: v.pipe(v.string(), v.maxLength(200)),
    people,
    /** Groups of ids of people who all know each other. */
    acquainted: v.pipe(v.array(v.array(id)), v.maxLength(500)),
    odd: v.picklist(['trio', 'rest']),
    start: ms,
    lengthMin: v.pipe(v.number(), v.minValue(1), v.maxValue(1440)),
    minutes: v.object({ intro: minutes, prepare: minutes, half: minutes, move: minutes, wrapUp: minutes }),
    steps,
    replaces,
  }),
  /** Who sits with whom in every round, those that are over included. */
  'speed.drawn': v.object({
    seed: v.number(),
    rounds: v.pipe(
      v.array(v.object({ groups: v.array(v.array(id)), rest: v.array(id) })),
      v.maxLength(MAX_ROUNDS),
    ),
    replaces,
  }),
  /** Somebody came late (with a name when they were not on the list) or left early. */
  'speed.presence': v.object({ person: id, name, isHere: v.boolean(), at: ms, replaces }),
  /** Begins the event or goes from one part to another. It counts only while `from` is the part one is in. */
  'speed.moved': v.object({ from: v.nullable(id), to: id, at: ms, steps }),
  /** The clock stops or goes on. */
  'speed.paused': v.object({ step: id, at: ms }),
  'speed.resumed': v.object({ step: id, at: ms }),
  /** More time for the part one is in; `steps` as they are from then on. */
  'speed.stretched': v.object({ step: id, at: ms, steps }),
  'speed.ended': v.object({ at: ms }),
  /** Which of the people is me; null takes it back. */
  'speed.me': v.object({ person: v.nullable(id), replaces }),
  /** What we planned, for my eyes; `person` null: of the whole event. */
  'speed.noted': v.object({
    person: v.nullable(id),
    text: v.pipe(v.string(), v.maxLength(20_000)),
    at: ms,
    replaces,
  }),
} as const;

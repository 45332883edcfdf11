import * as v from 'valibot';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A device's public key, or the hash of a fact: 32 bytes, base64url. */
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const ms = v.number();
const replaces = v.array(v.string());

/** A result is of so many answers at least: domain.md §7. */
export const MIN_ANSWERS = 4;
/** A circle has no more seats. */
const MAX_ANSWERS = 12;
/** The instrument's items, each answered from 1 to {@link TOP}. */
export const ITEMS = 7;
export const TOP = 7;
/** Longest words that go with how a meeting was, in characters. */
export const MAX_WORDS = 500;

const step = (top: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(top));

/**
 * My own answers to the seven items, as I gave them; in my own log and nowhere else. Entity `pulse-<id>`: the round's id
 * where they are for one, a random one otherwise. They go when their circle is erased: they are about its people.
 */
export const answerKinds = {
  'pulse.answered': v.object({
    circle: id,
    round: v.nullable(id),
    items: v.pipe(v.array(step(TOP)), v.length(ITEMS)),
    at: ms,
    replaces,
  }),
} as const;

/** How a meeting was for me, for me alone; entity `felt-<meeting>`. It goes when its circle is erased. */
export const feltKinds = {
  'pulse.felt': v.object({
    circle: id,
    meeting: id,
    /** 1 hard … 5 very good. */
    step: step(5),
    words: v.pipe(v.string(), v.maxLength(MAX_WORDS)),
    at: ms,
    replaces,
  }),
} as const;

/** Whether I want to be asked how meetings of a circle were; entity `ask-<circle>`. */
export const askKinds = { 'pulse.ask': v.object({ circle: id, on: v.boolean(), replaces }) } as const;

/**
 * A round of a shared circle, in its log; entity `pulse-<random id>`. None of them holds an answer: `shares` are random
 * numbers, sealed, that add up to one only when all are put together, and nobody has all. `round.ts` says what counts.
 */
export const roundKinds = {
  /** `until`: answers are waited for until then. */
  'pulse.opened': v.object({ at: ms, until: ms }),
  /**
   * The writer's member answers with the writing device. `box`: the device's own word of what is to be sealed to; what
   * somebody else once wrote of its keys is not asked.
   */
  'pulse.joined': v.object({ at: ms, box: key }),
  'pulse.withdrew': v.object({ at: ms }),
  /** Called off by who opened it, before it was settled. */
  'pulse.stopped': v.object({ at: ms }),
  /** Who is in it, for good: nobody is added and nobody taken out. By the device that opened the round. */
  'pulse.settled': v.object({
    at: ms,
    respondents: v.pipe(
      v.array(v.object({ member: id, device: key })),
      v.minLength(MIN_ANSWERS),
      v.maxLength(MAX_ANSWERS),
    ),
  }),
  /** `of`: the `pulse.settled` it is for. Device → the number for it, sealed to it (HPKE). */
  'pulse.shares': v.object({
    of: key,
    at: ms,
    shares: v.record(key, v.pipe(v.string(), v.maxLength(200))),
  }),
  /** All numbers this device was given in the round, added up modulo 2^32. */
  'pulse.sum': v.object({
    of: key,
    at: ms,
    sum: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
  }),
} as const;

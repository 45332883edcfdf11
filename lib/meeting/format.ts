import * as v from 'valibot';

/**
 * What a phase is for, as far as this version knows. A format of a later version may name others: they are kept, run
 * and shown by their title, so a stored kind is any word.
 */
export const PHASE_KINDS = [
  'arrive',
  'roles',
  'reports',
  'work',
  'contracts',
  'close',
  'talk',
  'break',
  'write',
] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

export const kindSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(50));
const minutesSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1440));
const titleSchema = v.pipe(v.string(), v.maxLength(200));
const promptSchema = v.pipe(v.string(), v.maxLength(1000));
/** Names words of the catalogue (`FORMAT_WORDS`); one of a later version falls back to the kind's. */
const wordsSchema = v.pipe(v.string(), v.maxLength(50));

/** One of several stretches of a member's turn, such as "clarifying questions". */
export const partSchema = v.object({
  /** Part of the step's id, so without a colon. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(50), v.regex(/^[^:]+$/)),
  words: v.optional(wordsSchema),
  title: v.optional(titleSchema),
  prompt: v.optional(promptSchema),
  minutes: minutesSchema,
  /** How short it gets when the turn is short; without it, it stays as it is. */
  least: v.optional(minutesSchema),
  /** Takes what a long turn has beyond the usual minutes; without any, the last one does. */
  grows: v.optional(v.boolean()),
});
export type Part = v.InferOutput<typeof partSchema>;

export const ORDERS = ['seats', 'random'] as const;

export const phaseSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  kind: kindSchema,
  /** The circle's own words; otherwise those of `words`, otherwise the catalogue's for the kind. */
  title: v.optional(titleSchema),
  /** Whether it has a step for each member present, and its minutes are for each. */
  perMember: v.boolean(),
  /** Minutes, or all that the other phases leave. At most one phase takes the rest. */
  minutes: v.union([minutesSchema, v.literal('rest')]),
  words: v.optional(wordsSchema),
  /** The question of the phase, in the circle's own words. */
  prompt: v.optional(promptSchema),
  /** Minutes are for the phase as a whole, divided evenly among its turns. */
  inAll: v.optional(v.boolean()),
  /** Stretches of each turn; then `minutes` is what they add up to, or 'rest'. */
  parts: v.optional(v.pipe(v.array(partSchema), v.minLength(1), v.maxLength(12))),
  /** How many members have a turn; the circle chooses them, by bids at first. Without it: everyone. */
  seats: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
  /**
   * Members talk in groups of that many at the same time; each has a turn in the own group, so there is a turn for a
   * round of all groups and not for a member.
   */
  groupsOf: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(6))),
  /** Who speaks after whom; without it: as they sit. */
  order: v.optional(v.picklist(ORDERS)),
});
export type Phase = v.InferOutput<typeof phaseSchema>;

const phases = v.pipe(v.array(phaseSchema), v.minLength(1), v.maxLength(40));

/** One meeting of a format that goes through a row of different ones. */
export const sessionSchema = v.object({
  words: v.optional(wordsSchema),
  title: v.optional(titleSchema),
  phases,
});
export type Session = v.InferOutput<typeof sessionSchema>;

export const MAX_PEOPLE = 40;
const people = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PEOPLE));

export const formatSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  everyDays: v.number(),
  lengthMin: v.number(),
  phases,
  /** Own formats: what it is called, for whom it is, and what it was copied from. */
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  about: v.optional(v.pipe(v.string(), v.maxLength(500))),
  basedOn: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** How many members it is meant for. */
  people: v.optional(v.object({ from: people, to: people })),
  /** The first meeting, the second …; `phases` are those of the first. */
  sessions: v.optional(v.pipe(v.array(sessionSchema), v.minLength(1), v.maxLength(12))),
  /** The format a circle goes on with when all sessions were held. */
  after: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** Of a meeting that was one of `sessions`: which, from 1. */
  session: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
/** How a meeting goes, as data: its phases in order. */
export type Format = v.InferOutput<typeof formatSchema>;

export { formatOf, formatOfMeeting, isKnownFormat } from './formats/all.ts';
export { PMC } from './formats/pmc.ts';

import * as v from 'valibot';

/** What kind of thing was reached. The first five are those of published circles; the words are `milestone_kind_<id>`. */
export const MILESTONE_KINDS = [
  'promotion',
  'grant',
  'paper',
  'position',
  'defence',
  'award',
  'talk',
  'other',
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/**
 * How far a milestone may go: it stays in the circle; it may be told outside without anybody's name; it may be told with
 * the name of whoever consents. The narrowest first. For somebody who is thanked only the last one opens anything.
 */
export const SCOPES = ['circle', 'outside', 'named'] as const;
export type Scope = (typeof SCOPES)[number];

/** Longest title of a milestone, and of what somebody is thanked for, in characters. */
export const MAX_TITLE = 300;
export const MAX_FOR = 200;
/** More than a circle has seats, since former members helped too. */
export const MAX_CREDIT = 24;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const replaces = v.array(v.string());

/** Whether a text is a day of the calendar, `2026-11-22`. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const words = {
  kind: v.picklist(MILESTONE_KINDS),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TITLE)),
  /** ISO date. */
  on: v.pipe(v.string(), v.check(isIsoDay)),
  /** Who helped, and with what. */
  credit: v.pipe(
    v.array(v.object({ member: id, for: v.optional(v.pipe(v.string(), v.maxLength(MAX_FOR))) })),
    v.maxLength(MAX_CREDIT),
  ),
};

/** The facts of a milestone, in the circle's log; entity: its own random id. */
export const milestoneKinds = {
  'milestone.reached': v.object({
    circle: id,
    /** Whose it is. Written by another, it is a suggestion until their own device says a word about it. */
    member: id,
    ...words,
    /** A goal that was shared with the circle. One that was not is never named here. */
    goal: v.optional(id),
    /** The contract that led to it, where that stands in the circle's log too. */
    contract: v.optional(id),
    /** The meeting it was told at; absent between meetings. */
    meeting: v.optional(id),
    /** ms since 1970. */
    at: v.number(),
    /** The milestone this is a copy of, in the log of the circle before. */
    source: v.optional(id),
  }),
  'milestone.edited': v.object({ ...words, at: v.number(), replaces }),
  /**
   * By the member whose it is: so it was, in these words. `scribe`: by another, for a member who has no device in the
   * circle; it counts then, and still goes nowhere.
   */
  'milestone.confirmed': v.object({
    wording: v.pipe(v.string(), v.maxLength(100)),
    at: v.number(),
    scribe: v.optional(v.boolean()),
  }),
  /**
   * How far `member` lets it go. It holds for the words it was given for (`wording`), so that other words ask again.
   * `replaces`: all that was said of this member's consent before.
   */
  'milestone.consented': v.object({
    member: id,
    scope: v.picklist(SCOPES),
    wording: v.pipe(v.string(), v.maxLength(100)),
    at: v.number(),
    replaces,
  }),
} as const;

import * as v from 'valibot';

/** Longest goal, step or review, in characters. */
export const MAX_PLAN_TEXT = 2000;
export const MAX_PLAN_TITLE = 200;

const text = v.pipe(v.string(), v.maxLength(MAX_PLAN_TEXT));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const replaces = v.array(v.string());
const at = v.number();

/**
 * The facts of a written development plan, in one's own log alone; entity `plan-<id>`. Goals, steps and reviews have
 * ids of their own, so that a contract can name the goal it serves, and each is replaced by itself: two devices that
 * wrote at the same time both keep what they wrote. `off` takes one away. `inCircle` is not called `circle`: erasing a
 * circle erases what is about it, and the plan is about its writer.
 */
export const planKinds = {
  'plan.begun': v.object({
    /** The circle it was begun in; null: for oneself. */
    inCircle: v.nullable(id),
    /** ms since 1970. */
    at,
  }),
  'plan.titled': v.object({ title: v.pipe(v.string(), v.maxLength(MAX_PLAN_TITLE)), replaces }),
  'plan.goal': v.object({
    goal: id,
    text,
    /** By when, if that was said. */
    by: v.nullable(isoDate),
    /** The day it was reached. */
    reachedOn: v.nullable(isoDate),
    off: v.boolean(),
    at,
    replaces,
  }),
  'plan.step': v.object({
    step: id,
    goal: id,
    text,
    by: v.nullable(isoDate),
    doneOn: v.nullable(isoDate),
    off: v.boolean(),
    at,
    replaces,
  }),
  /** A day to look at the plan again, and what one then wrote. */
  'plan.review': v.object({
    review: id,
    on: isoDate,
    doneOn: v.nullable(isoDate),
    text,
    off: v.boolean(),
    at,
    replaces,
  }),
} as const;

/** Longest goal or look back, in characters. */
export const MAX_GOAL = 1000;

export const STAGES = ['early', 'middle', 'late'] as const;
export type Stage = (typeof STAGES)[number];

/** What a goal may be about; a circle may take one of them as its single focus. */
export const FOCUSES = ['publications', 'grants', 'skill', 'balance'] as const;
export type Focus = (typeof FOCUSES)[number];

export const GOAL_STATES = ['open', 'reached', 'aside'] as const;
export type GoalState = (typeof GOAL_STATES)[number];

const goalText = v.pipe(v.string(), v.maxLength(MAX_GOAL));
const goalShape = {
  text: goalText,
  /** A question one carries, not a goal one reaches. */
  question: v.boolean(),
  focus: v.nullable(v.picklist(FOCUSES)),
} as const;

/**
 * The facts of a goal or a question, in one's own log; entity `goal-<id>`. It is its writer's and not a circle's: nothing
 * here names a circle as `circle`, so that erasing one leaves the goal.
 */
export const goalKinds = {
  'goal.written': v.object({
    ...goalShape,
    stage: v.nullable(v.picklist(STAGES)),
    /** The span it is for: from that day until that day. */
    from: isoDate,
    until: isoDate,
    at,
    replaces,
  }),
  /** How it stands, since when, and what one then wrote; carrying on past its end gives a new `until`. */
  'goal.stood': v.object({
    state: v.picklist(GOAL_STATES),
    on: isoDate,
    text: goalText,
    until: v.nullable(isoDate),
    at,
    replaces,
  }),
  /** Its copy in a circle's log; null: it was withdrawn. One for each circle. */
  'goal.sharedAs': v.object({ inCircle: id, copy: v.nullable(id), at, replaces }),
} as const;

/** A goal that its author shows their circle, in the circle's log; entity `goal-<random id>`, not that of the original. */
export const sharedGoalKinds = {
  'goal.shared': v.object({
    member: id,
    ...goalShape,
    until: isoDate,
    /** The day it was reached. */
    reachedOn: v.nullable(isoDate),
    at,
    replaces,
  }),
} as const;

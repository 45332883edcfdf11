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

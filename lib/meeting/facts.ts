import * as v from 'valibot';
import { formatSchema, ORDERS } from './format.ts';
import { stepSchema } from './plan.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const replaces = v.array(v.string());
const ms = v.number();
const plan = v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(300));

/** Where somebody was during a meeting. Nothing said of a member means: here. */
export const PRESENCES = ['here', 'away', 'late', 'left'] as const;
export type Presence = (typeof PRESENCES)[number];

export const MEETING_ROLES = ['facilitator', 'timekeeper', 'host'] as const;
export type MeetingRole = (typeof MEETING_ROLES)[number];

/** The answer to step 0. */
export const UNRECORDED = ['nothing', 'something'] as const;
export type Unrecorded = (typeof UNRECORDED)[number];

/**
 * The facts of a meeting; entity: the meeting's id. Instants are UTC ms and stand in the body; each change of course
 * carries the plan that follows from it, so that no two versions of the code ever plan differently.
 */
export const meetingKinds = {
  'meeting.planned': v.object({
    circle: id,
    originalStart: ms,
    start: ms,
    lengthMin: v.pipe(v.number(), v.minValue(1), v.maxValue(1440)),
    /** Held without a date in a calendar. */
    adhoc: v.boolean(),
    replaces,
  }),
  /** Asking for time; null takes it back. */
  'meeting.asked': v.object({ member: id, minutes: v.nullable(v.number()), replaces }),
  /** A turn of work is given away: to that member, to all (''), or taken back (null). */
  'meeting.gave': v.object({ member: id, to: v.nullable(v.pipe(v.string(), v.maxLength(200))), replaces }),
  /** Two members swap their places in the order of speaking. */
  'meeting.swapped': v.object({ a: id, b: id }),
  /** Who speaks after whom today: as they sit, or as it was drawn by `seed`. What came of it is in the plan. */
  'meeting.order': v.object({
    order: v.picklist(ORDERS),
    seed: v.pipe(v.string(), v.maxLength(200)),
    replaces,
  }),
  /** Step 0: whether anything records or takes notes, as somebody answered aloud. */
  'meeting.unrecorded': v.object({ answer: v.picklist(UNRECORDED), at: ms, replaces }),
  'meeting.presence': v.object({ member: id, presence: v.picklist(PRESENCES), at: ms, replaces }),
  'meeting.roles': v.object({
    facilitator: v.nullable(id),
    timekeeper: v.nullable(id),
    host: v.nullable(id),
    replaces,
  }),
  /** A role at a meeting to come, swapped with somebody; null: as the rota has it. The meeting's own roles come first. */
  'meeting.duty': v.object({ role: v.picklist(MEETING_ROLES), member: v.nullable(id), replaces }),
  /** Called off by the circle; false: it is held, also where the circle pauses; null: neither was meant. */
  'meeting.calledOff': v.object({ off: v.nullable(v.boolean()), replaces }),
  /** This member is not asked for that role this time; the next in line is. */
  'meeting.skipped': v.object({ role: v.picklist(MEETING_ROLES), member: id }),
  /** `extra`: ms that came back to members from earlier meetings, beyond their equal share. */
  'meeting.started': v.object({
    at: ms,
    endsAt: ms,
    format: formatSchema,
    plan,
    extra: v.optional(v.record(id, ms)),
  }),
  /** Next, back, or a jump: from one step to another. It counts only while `from` is the step one is in. */
  'meeting.moved': v.object({ from: id, to: id, at: ms, plan: v.optional(plan) }),
  'meeting.paused': v.object({ at: ms }),
  /** `endsAt`: agreed on anew with the plan; absent, it stays. */
  'meeting.resumed': v.object({ at: ms, plan: v.optional(plan), endsAt: v.optional(ms) }),
  'meeting.replanned': v.object({
    at: ms,
    reason: v.picklist(['extended', 'late', 'left', 'passed', 'given', 'swapped']),
    /** The step one was in; a minute more counts only while one still is. */
    step: v.optional(id),
    plan,
    endsAt: v.optional(ms),
  }),
  /** In a shared circle: this member steers the meeting from now on, beside those who do. `lib/meeting/steering.ts`. */
  'meeting.tookOver': v.object({ at: ms }),
  /** This member makes no contract this time. */
  'meeting.passed': v.object({ member: id }),
  /** "We lost the thread": back to the question of the step. It is counted, and nobody asks who pressed it. */
  'meeting.lost': v.object({ at: ms, step: id }),
  /** This member has said a stroke in the round; the words stay in the room. */
  'meeting.stroked': v.object({ member: id }),
  'meeting.ended': v.object({ at: ms }),
  /** Somebody was still there. */
  'meeting.alive': v.object({ at: ms }),
  /** A past meeting, added or corrected by hand. */
  'meeting.recorded': v.object({ start: ms, end: ms, present: v.array(id), replaces }),
} as const;

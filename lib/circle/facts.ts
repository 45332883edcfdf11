import * as v from 'valibot';
import { formatSchema } from '../meeting/format.ts';
import { PROMPT_CHOICES } from '../meeting/prompt-level.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const replaces = v.array(v.string());
const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** What ties a circle to calendars and calls. Evidence, never identity. */
export const linkSchema = v.variant('kind', [
  /** `value`: the key of a calendar series. */
  v.object({ kind: v.literal('series'), value: text(500) }),
  /** `value`: the code of a call on `host`, such as `abc-defg-hij`. */
  v.object({ kind: v.literal('call'), host: text(20), value: text(500), url: text(2000) }),
]);
export type CircleLink = v.InferOutput<typeof linkSchema>;

/** Longest sentence of a report for the programme, in characters. */
export const MAX_REPORT_LINE = 500;

/** When a guide leaves: with the meeting of that number, or on a date; null: a member like all others. */
export const guideSchema = v.nullable(
  v.union([
    v.object({ meeting: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    v.object({ date: isoDate }),
  ]),
);
export type GuideUntil = v.InferOutput<typeof guideSchema>;

/** What a circle may be about alone, as published groups are. */
export const CIRCLE_FOCUSES = ['publications', 'grants', 'skill', 'balance'] as const;
export type CircleFocus = (typeof CIRCLE_FOCUSES)[number];

/** The facts of a circle; entity: the circle's id. */
export const circleKinds = {
  'circle.created': v.object({ name: text(200), at: v.number() }),
  'circle.named': v.object({ name: text(200), replaces }),
  /** How it meets. `formatId` may name a format this version does not know. */
  'circle.rhythm': v.object({ formatId: text(100), everyDays: v.number(), lengthMin: v.number(), replaces }),
  /** The ground rules: ids of offered items, or the circle's own words. */
  'circle.agreed': v.object({ items: v.array(text(500)), replaces }),
  'circle.linked': v.object({ link: linkSchema }),
  /** A format of the circle's own, whole; `circle.rhythm` names it by its id. One with the same id takes its place. */
  'circle.format': v.object({ format: formatSchema, replaces }),
  /** Whether time that members lost comes back to them at later meetings; without it: yes. */
  'circle.timeBack': v.object({ on: v.boolean(), replaces }),
  /** How many prompts roles see; without it they fade by themselves. */
  'circle.prompts': v.object({ shown: v.picklist(PROMPT_CHOICES), replaces }),
  /** The one thing all of it is about for now; null: whatever each brings. `about`: which skill, in a few words. */
  'circle.focused': v.object({
    focus: v.nullable(v.picklist(CIRCLE_FOCUSES)),
    about: v.optional(text(100)),
    replaces,
  }),
  /**
   * What the circle's report for its programme says about it in words; empty: nothing any more. Thumbs for it are
   * `member.agreed` of its own wording. `report`: a random id that the files of these reports carry.
   */
  'circle.reportLine': v.object({ report: text(64), text: text(MAX_REPORT_LINE), replaces }),
  'circle.archived': v.object({ archived: v.boolean(), replaces }),
  /** A pause such as the summer's, both days included; `off`: it was taken back. One with the same id takes its place. */
  'circle.pause': v.object({ pause: text(200), from: isoDate, to: isoDate, off: v.boolean(), replaces }),
  /** The circle has looked back and ended on that day; null: it goes on after all. */
  'circle.closed': v.object({ on: v.nullable(isoDate), replaces }),
  /** The circle goes on in another log (it was shared, or joined to a shared one); this one is kept and not shown. */
  'circle.continued': v.object({ in: text(200), at: v.number() }),
} as const;

/** The facts of a member; entity: the member's id. */
export const memberKinds = {
  /** `seat`: the place round the ring, from 0; it gives the colour. */
  'member.added': v.object({
    circle: text(200),
    name: text(200),
    email: text(320),
    seat: v.number(),
    guide: guideSchema,
    on: isoDate,
  }),
  'member.renamed': v.object({ name: text(200), email: text(320), replaces }),
  'member.guide': v.object({ guide: guideSchema, replaces }),
  /** A thumb up for the ground rules as they stand in `wording`, given by the member or ticked for them; false takes it back. */
  'member.agreed': v.object({
    wording: text(100),
    agreed: v.boolean(),
    meeting: v.nullable(text(200)),
    replaces,
  }),
  /**
   * `until`: the last accepted `seq` per author of the member's devices; empty in an unshared circle. `right`, here and
   * below: in a shared circle, the fact by which the writer is a steward; absent when they speak of themselves.
   */
  'member.left': v.object({
    on: isoDate,
    until: v.record(v.string(), v.number()),
    /** See `rights-facts.ts`. */
    acts: v.optional(v.pipe(v.array(text(200)), v.maxLength(2_000))),
    replaces,
    right: v.optional(text(200)),
  }),
  'member.returned': v.object({ on: isoDate, replaces, right: v.optional(text(200)) }),
} as const;

/** Why an agreement item, a name … is too long is said where it is typed; here it only keeps rubbish out. */
export const MAX_MEMBERS = 12;
export const MIN_MEMBERS = 2;

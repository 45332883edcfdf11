import * as v from 'valibot';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const replaces = v.array(v.string());

/** Which member of a circle is me; entity `me-<circle>`. */
export const selfKinds = { 'me.member': v.object({ circle: id, member: id, replaces }) } as const;

/** A private note of a meeting; entity `note-<meeting>`. */
export const noteKinds = {
  'note.written': v.object({
    circle: id,
    meeting: id,
    text: v.pipe(v.string(), v.maxLength(20_000)),
    at: v.number(),
    replaces,
  }),
} as const;

/**
 * What I decided of a calendar series; entity `series-<key>`. Carries what the series looked like, so that the
 * decision is found again when the calendar splits the series and gives the rest a new key.
 */
export const decisionKinds = {
  'series.decided': v.object({
    key: id,
    /** The circle it is, or null: not a circle. */
    circle: v.nullable(id),
    title: v.pipe(v.string(), v.maxLength(1000)),
    people: v.pipe(v.array(v.pipe(v.string(), v.maxLength(320))), v.maxLength(500)),
    code: v.nullable(v.pipe(v.string(), v.maxLength(500))),
    replaces,
  }),
} as const;

/** A circle whose log was erased here for good, also for later imports; entity `erased-<circle>`. */
export const erasedCircleKinds = { 'erasure.circle': v.object({ circle: id, at: v.number() }) } as const;

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
] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

export const kindSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(50));

export const phaseSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  kind: kindSchema,
  /** The circle's own words; otherwise the catalogue's for the kind. */
  title: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Whether it has a step for each member present, and its minutes are for each. */
  perMember: v.boolean(),
  /** Minutes, or all that the other phases leave. At most one phase takes the rest. */
  minutes: v.union([v.pipe(v.number(), v.minValue(0), v.maxValue(1440)), v.literal('rest')]),
});
export type Phase = v.InferOutput<typeof phaseSchema>;

export const formatSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  everyDays: v.number(),
  lengthMin: v.number(),
  phases: v.pipe(v.array(phaseSchema), v.minLength(1), v.maxLength(40)),
});
/** How a meeting goes, as data: its phases in order. */
export type Format = v.InferOutput<typeof formatSchema>;

/**
 * The Peer Mentoring Circle. Its parts are published, its minutes are ours: arrive and confidentiality 2, roles and
 * asking for time 3, reports 2 a member, new contracts 1.5 a member, close 5, and all the rest to work.
 */
export const PMC: Format = {
  id: 'pmc',
  version: 1,
  everyDays: 14,
  lengthMin: 90,
  phases: [
    { id: 'arrive', kind: 'arrive', perMember: false, minutes: 2 },
    { id: 'roles', kind: 'roles', perMember: false, minutes: 3 },
    { id: 'reports', kind: 'reports', perMember: true, minutes: 2 },
    { id: 'work', kind: 'work', perMember: true, minutes: 'rest' },
    { id: 'contracts', kind: 'contracts', perMember: true, minutes: 1.5 },
    { id: 'close', kind: 'close', perMember: false, minutes: 5 },
  ],
};

const FORMATS: readonly Format[] = [PMC];

/** The format of that id; PMC for one that this version does not know. */
export const formatOf = (id: string): Format => FORMATS.find((format) => format.id === id) ?? PMC;

/** Whether meetings of that format can be run by this version. */
export const isKnownFormat = (id: string): boolean => FORMATS.some((format) => format.id === id);

import * as v from 'valibot';

/** What somebody gives or gets in a tie. */
export const SUPPORTS = ['job', 'career', 'personal'] as const;
export type Support = (typeof SUPPORTS)[number];

/** How near somebody is, the nearest first. */
export const CLOSENESS = ['close', 'friendly', 'distant'] as const;
export type Closeness = (typeof CLOSENESS)[number];

/** Where one knows people from: the categories a network is mapped by. */
export const TIE_CATEGORIES = [
  'colleaguesNow',
  'colleaguesBefore',
  'training',
  'conferences',
  'family',
  'community',
  'mentorsBefore',
  'chair',
] as const;
export type TieCategory = (typeof TIE_CATEGORIES)[number];

/** A step ahead, or at the same one; of a tie nobody said it of, nothing is taken for granted. */
export const STANDINGS = ['peer', 'nearPeer'] as const;
export type Standing = (typeof STANDINGS)[number];

export const MAX_TIE_NAME = 200;
export const MAX_TIE_NOTES = 5000;

/** What a rhythm counts in. */
export const RHYTHM_UNITS = ['weeks', 'months'] as const;
export type RhythmUnit = (typeof RHYTHM_UNITS)[number];

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A day of the calendar where its writer was. */
const day = v.pipe(v.string(), v.isoDate());
const replaces = v.array(v.string());

/**
 * The facts of a tie, in one's own log alone; entity `tie-<id>`. A tie is written as a whole, so that what one sees is
 * what was meant; what happens in it (a contact, a rhythm) gets kinds of its own. `metIn` names the circle inside it and
 * not as `circle`: erasing a circle erases what is about it, and a person one keeps in touch with is not.
 */
export const tieKinds = {
  'tie.written': v.object({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_TIE_NAME)),
    /** Lower case; '' when unknown. */
    email: text(320),
    /** In the order of {@link SUPPORTS}; none: nobody said. */
    support: v.pipe(v.array(v.picklist(SUPPORTS)), v.maxLength(SUPPORTS.length)),
    closeness: v.nullable(v.picklist(CLOSENESS)),
    category: v.nullable(v.picklist(TIE_CATEGORIES)),
    standing: v.nullable(v.picklist(STANDINGS)),
    /** The circle one met in, and who the person is there. */
    metIn: v.nullable(v.object({ circleId: id, memberId: id })),
    /** For oneself; optional, as the first ties had none. */
    notes: v.optional(text(MAX_TIE_NOTES)),
    /** ms since 1970. */
    at: v.number(),
    replaces,
  }),
  /** We were in touch on that day. Each stands for itself: two devices lose none. */
  'tie.contacted': v.object({ on: day, at: v.number() }),
  /** How often one wants to be in touch; null: no rhythm (any more). */
  'tie.rhythm': v.object({
    rhythm: v.nullable(
      v.object({
        every: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
        unit: v.picklist(RHYTHM_UNITS),
      }),
    ),
    /** Counted from here while no contact is known. */
    from: day,
    at: v.number(),
    replaces,
  }),
  /** The word that was due on `due` may wait until `until`. */
  'tie.putOff': v.object({ due: day, until: day, at: v.number(), replaces }),
  /** Another tie with the same address is somebody else. */
  'tie.apart': v.object({ other: id, at: v.number() }),
} as const;

/**
 * Somebody who was a guest and need not be offered again; entity `guest-<random id>`. It holds no name and no address:
 * only a salted hash, by which the same guest is known when met again.
 */
export const guestKinds = {
  'guest.passed': v.object({
    salt: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    mark: text(100),
    at: v.number(),
  }),
} as const;

/** What makes it safe to speak, and what a near-peer mentor may look back on. */
export const KINDNESSES = [
  'acceptance',
  'inclusion',
  'confirmation',
  'mutuality',
  'listening',
  'feedback',
  'resources',
] as const;
export type Kindness = (typeof KINDNESSES)[number];

export const MAX_REFLECTION = 5000;
const some = v.pipe(v.array(v.picklist(KINDNESSES)), v.maxLength(KINDNESSES.length));
const words = text(MAX_REFLECTION);

/** A look back at one's mentoring of near-peers, in one's own log; entity `reflection-<random id>`. Written as a whole. */
export const reflectionKinds = {
  'reflection.written': v.object({
    /** Whom I mentor, and what their situation is. */
    whom: words,
    shown: some,
    could: some,
    /** To whom I could show these. */
    toWhom: words,
    hinders: words,
    roundIt: words,
    at: v.number(),
    replaces,
  }),
} as const;

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

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

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
    /** ms since 1970. */
    at: v.number(),
    replaces: v.array(v.string()),
  }),
} as const;

/** What a single word can stand for; several add up to a phrase in any order ("circle of peer mentors"). */
export const ROLES = [
  'mentor',
  'peer',
  'circle',
  'group',
  'coach',
  'accountability',
  'cohort',
  'pod',
  'forum',
  'buddy',
  'writing',
  /** Three or four people who take turns: a trio, a triad. */
  'trio',
  /** What equals do for each other: support, consult, exchange. */
  'help',
  /** "Tutoría entre iguales": one of these among colleagues, teaching among pupils. */
  'tutoring',
  /** "entre", "unter", "among": between people of one kind. */
  'among',
  /** What they hold each other to: goals, success, commitments. */
  'goal',
  /** Whose career it is: postdocs, faculty, founders, job seekers. */
  'career',
  /** Who or what such circles are for: women, trust, stem. Never enough alone. */
  'theme',
  /** Says nothing either way: days, numbers, "meeting", "online". */
  'neutral',
  /** What circles do, for descriptions: what is said stays here, a promise until next time, equal turns. */
  'secret',
  'promise',
  'turn',
  /** Nobody is senior: "leaderless", "among equals", "self-run". */
  'level',
  /** Everybody brings something, a case or a question, and helps the others with theirs. */
  'bring',
  /** Somebody who would not be an equal, when a `by` word ("with", "led by") stands before: the dean, a trainer. */
  'senior',
  'by',
  /** "no", "without": turns what follows round. */
  'not',
] as const;
export type Role = (typeof ROLES)[number];

/** The bit that stands for a role, so that a set of them is one number. */
export function roleBit(role: Role): number {
  return 1 << ROLES.indexOf(role);
}

export const PRACTICES = ['secret', 'promise', 'turn', 'level', 'bring'] as const satisfies readonly Role[];
export type Practice = (typeof PRACTICES)[number];

/**
 * How a fixed phrase counts.
 * `strong`: says it by itself · `likely`: says it, but has other meanings, so wants a second sign ·
 * `trap`: takes the meaning from the words it covers · `hard`: no circle whatever else is said ·
 * `about`: something about circles, not one (a committee, a deadline) · `work`: ordinary work · `topic`: another kind of group ·
 * `led`: somebody senior or from outside leads, or teaches · `care`: for patients and those close to them.
 */
export const CLASSES = ['strong', 'likely', 'trap', 'hard', 'led', 'care', 'about', 'work', 'topic'] as const;
export type PhraseClass = (typeof CLASSES)[number];

/** The words of one language, apart by spaces, and phrases, apart by commas. Case, accents, hyphens and a plural `s` do not matter. */
export interface Lexicon {
  roles: Partial<Readonly<Record<Role, string>>>;
  phrases: Partial<Readonly<Record<PhraseClass | Practice, string>>>;
  /** Words that give a circle word beside them another meaning: "reading circle", "Circle line", "círculo de lectura". */
  otherCircle: { before?: string; after?: string };
  /** "brings a case", "apporte une question": every verb beside every thing counts as `bring`. */
  brings?: { verbs: string; things: string };
  /** "supporting each other", "hold one another": every verb before every phrase (apart by commas) counts as `bring` too. */
  mutual?: { verbs: string; partners: string };
  /** Small words that are skipped, so that "circle of peers" and "cercle de pairs" read alike. */
  stop: string;
  /** Where the language writes compounds: what may stand before a circle word and leave its meaning. */
  before?: string;
}

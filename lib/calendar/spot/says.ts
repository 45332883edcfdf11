import { PRACTICES, type Role, roleBit } from './lexicon/lexicon.ts';
import { COSTS, NAME } from './look.ts';
import type { Said } from './match.ts';

/** How firmly words say that something is a circle. */
export type Strength = 'strong' | 'likely' | 'weak';

export interface Claim {
  strength: Strength;
  points: number;
  word: string;
}

interface Combination {
  points: number;
  /** Bits of the roles that must all be there. */
  roles: number;
}

function when(points: number, ...roles: Role[]): Combination {
  return { points, roles: roles.reduce((sum, role) => sum | roleBit(role), 0) };
}

/** Words that together name a peer mentoring circle, in any language and order. */
const STRONG: readonly Combination[] = [
  when(70, 'peer', 'mentor', 'circle'),
  when(70, 'mentor', 'circle'),
  when(70, 'peer', 'mentor', 'group'),
  when(70, 'peer', 'mentor', 'pod'),
  when(70, 'peer', 'mentor', 'cohort'),
  when(70, 'peer', 'mentor', 'forum'),
  when(70, 'peer', 'coach', 'circle'),
  when(70, 'peer', 'coach', 'group'),
  when(70, 'peer', 'circle'),
  when(70, 'mentor', 'pod'),
  when(70, 'coach', 'circle'),
  when(70, 'accountability', 'circle'),
];
const LIKELY: readonly Combination[] = [
  when(52, 'peer', 'mentor'),
  when(50, 'peer', 'help'),
  when(50, 'peer', 'goal'),
  when(50, 'peer', 'tutoring'),
  when(50, 'help', 'among', 'career'),
  when(50, 'mentor', 'among'),
  when(46, 'coach', 'among'),
  when(46, 'goal', 'among'),
  when(46, 'peer', 'writing'),
  when(50, 'coach', 'trio'),
  when(50, 'coach', 'pod'),
  when(50, 'goal', 'circle'),
  when(50, 'help', 'circle', 'career'),
  when(46, 'help', 'group', 'career'),
  when(46, 'help', 'pod'),
  when(46, 'level', 'help'),
  when(46, 'level', 'group'),
  when(46, 'goal', 'group'),
  when(46, 'goal', 'pod'),
  when(46, 'goal', 'buddy'),
  when(46, 'writing', 'goal'),
  when(46, 'writing', 'group', 'career'),
  when(40, 'mentor', 'level'),
  when(40, 'mentor', 'buddy'),
  when(40, 'peer', 'forum'),
  when(40, 'peer', 'level'),

  when(50, 'mentor', 'group'),
  when(50, 'peer', 'coach'),
  when(50, 'accountability', 'group'),
  when(50, 'accountability', 'pod'),
  when(50, 'accountability', 'writing'),
  when(44, 'mentor', 'cohort'),
  when(44, 'accountability', 'buddy'),
  when(40, 'peer', 'group'),
  when(40, 'peer', 'cohort'),
  when(40, 'peer', 'pod'),
  when(36, 'writing', 'circle'),
  when(30, 'writing', 'pod'),
  when(26, 'writing', 'group'),
];
/** Words that need a second sign. */
const WEAK: readonly Combination[] = [
  when(34, 'accountability'),
  when(32, 'circle'),
  when(26, 'mentor'),
  when(20, 'buddy'),
  when(20, 'pod'),
  when(20, 'cohort'),
  when(16, 'forum'),
  when(14, 'peer'),
];
/** Whom or what circles are for. */
export const THEMES = roleBit('theme') | roleBit('career') | roleBit('help') | roleBit('goal');
const THEME_POINTS = 8;
/** A name beside these is usual; beside "mentoring" it is rather its subject ("Mentoring: launch"). */
const NAMED = roleBit('circle') | roleBit('accountability');
const PEER = roleBit('peer');
/** "Peers", "Pairs du mardi": nothing but that word, days and numbers. */
const BARE_PEERS = 6;
/** However many weak words come together, they are not a name. */
const MOST_WEAK = 48;
/** One name beside a weak word is usual ("WEBS circle"); each further unlisted word takes this away. */
const STRANGER = 4;
const MOST_STRANGE = 12;

const ANY = [...STRONG, ...LIKELY, ...WEAK].reduce((sum, each) => sum | each.roles, 0);
/** Help with what each has set herself. */
const AIMS = roleBit('goal') | roleBit('bring');
const PRACTICE = PRACTICES.reduce((sum, role) => sum | roleBit(role), 0);

/** The firmest thing a text says, or null when it names nothing of the kind. */
export function claim(said: Said): Claim | null {
  if (said.hits.length === 0 && (said.roles & ANY) === 0) return null;
  return firmly(said, 'strong', STRONG, 70) ?? firmly(said, 'likely', LIKELY, 50) ?? weakly(said);
}

const ONE_WORD = WEAK.reduce((sum, each) => sum | each.roles, 0) | NAME;
/** Names made of words that say nothing alone. */
const TOGETHER = [...STRONG, ...LIKELY].map((each) => each.roles).filter((roles) => (roles & ONE_WORD) === 0);

/** Whether words that could mean all of this ({@link glance}) can be a claim at all. */
export function couldClaim(glanced: number): boolean {
  if ((glanced & ONE_WORD) !== 0) return true;
  for (const roles of TOGETHER) if ((glanced & roles) === roles) return true;
  return false;
}

/** Whether they can change anything beside a title that claims something. */
export function couldMatter(glanced: number): boolean {
  return (glanced & (ANY | PRACTICE | NAME | COSTS)) !== 0;
}

/** The same for {@link speaks}. */
export function couldSpeak(glanced: number, enough: boolean): boolean {
  const told = glanced & PRACTICE;
  return (enough ? told !== 0 : (told & (told - 1)) !== 0) || couldClaim(glanced);
}

/**
 * Whether a text says or describes anything that could matter; a quick look before the thorough one. `enough`: one thing
 * that circles do would be enough to matter.
 */
export function speaks(said: Said, enough: boolean): boolean {
  const told = said.roles & PRACTICE;
  return (enough ? told !== 0 : (told & (told - 1)) !== 0) || (claim(said)?.strength ?? 'weak') !== 'weak';
}

function firmly(
  said: Said,
  strength: 'strong' | 'likely',
  table: readonly Combination[],
  points: number,
): Claim | null {
  const phrase = said.hits.find((hit) => hit.as === strength);
  const found = table.find(({ roles }) => (said.roles & roles) === roles);
  // Words that add up quote more of a title than the phrase among them.
  if (found && (!phrase || found.points >= points))
    return { strength, points: found.points, word: said.quote(found.roles) ?? '' };
  return phrase ? { strength, points, word: phrase.word } : null;
}

function weakly(said: Said): Claim | null {
  const found = WEAK.filter(({ roles }) => (said.roles & roles) !== 0);
  const first = found[0];
  if (!first) return null;
  const theme = said.roles & THEMES ? THEME_POINTS : 0;
  const free = (first.roles & NAMED) === 0 ? 0 : 1;
  const strange = Math.min(
    MOST_STRANGE,
    Math.max(0, said.strangers - free) * (free ? STRANGER : 2 * STRANGER),
  );
  const more = found.slice(1).reduce((sum, { points }) => sum + points / 2, 0);
  const bare = said.strangers === 0 && said.hits.length === 0 && first.roles === PEER ? BARE_PEERS : 0;
  return {
    strength: 'weak',
    points: Math.min(MOST_WEAK, first.points + more + theme) - strange + bare,
    word: said.quote(first.roles) ?? '',
  };
}

function firstQuote(said: Said, roles: readonly Role[]): string {
  for (const role of roles) {
    const word = said.quote(roleBit(role));
    if (word !== null) return word;
  }
  return '';
}

/** How many of the things circles do a text names (what stays here, a promise, equal turns, nobody senior, a case each), and the words for it. */
export function practices(said: Said): { count: number; word: string } {
  const named = PRACTICES.filter((role) => said.roles & roleBit(role));
  // Looking back on one promise and ahead to the next is more than either; so is help with goals.
  const both = said.promises >= 2 || (said.roles & AIMS) === AIMS ? 1 : 0;
  return { count: Math.min(PRACTICES.length, named.length + both), word: firstQuote(said, named) };
}

import { roleBit } from './compile.ts';
import type { Role } from './lexicon/lexicon.ts';
import { has, type Said } from './match.ts';

/** How firmly words say that something is a circle. */
export type Strength = 'strong' | 'likely' | 'weak';

export interface Claim {
  strength: Strength;
  points: number;
  word: string;
}

type Combination = readonly [points: number, ...roles: Role[]];

/** Words that together name a peer mentoring circle, in any language and order. */
const STRONG: readonly Combination[] = [
  [70, 'peer', 'mentor', 'circle'],
  [70, 'mentor', 'circle'],
  [70, 'peer', 'mentor', 'group'],
  [70, 'peer', 'mentor', 'pod'],
  [70, 'peer', 'mentor', 'cohort'],
  [70, 'peer', 'mentor', 'forum'],
  [70, 'peer', 'coach', 'circle'],
  [70, 'peer', 'coach', 'group'],
  [70, 'peer', 'circle'],
  [70, 'mentor', 'pod'],
  [70, 'coach', 'circle'],
  [70, 'accountability', 'circle'],
];
const LIKELY: readonly Combination[] = [
  [52, 'peer', 'mentor'],
  [50, 'mentor', 'group'],
  [50, 'peer', 'coach'],
  [50, 'accountability', 'group'],
  [50, 'accountability', 'pod'],
  [50, 'accountability', 'writing'],
  [44, 'mentor', 'cohort'],
  [44, 'accountability', 'buddy'],
  [40, 'peer', 'group'],
  [40, 'peer', 'cohort'],
  [40, 'peer', 'pod'],
  [36, 'writing', 'circle'],
  [30, 'writing', 'pod'],
  [26, 'writing', 'group'],
];
/** Words that need a second sign. */
const WEAK: readonly Combination[] = [
  [34, 'accountability'],
  [32, 'circle'],
  [26, 'mentor'],
  [18, 'buddy'],
  [18, 'pod'],
  [18, 'cohort'],
  [14, 'forum'],
  [14, 'peer'],
];
const THEME_POINTS = 8;

function bits(roles: readonly Role[]): number {
  return roles.reduce((sum, role) => sum | roleBit(role), 0);
}

/** The firmest thing a text says, or null when it names nothing of the kind. */
export function claim(said: Said): Claim | null {
  for (const strength of ['strong', 'likely'] as const) {
    const phrase = said.hits.find((hit) => hit.as === strength);
    if (phrase) return { strength, points: strength === 'strong' ? 70 : 50, word: phrase.word };
    const table = strength === 'strong' ? STRONG : LIKELY;
    const combination = table.find(([, ...roles]) => has(said.roles, ...roles));
    if (combination) return together(said, strength, combination);
  }
  const weak = WEAK.filter(([, role]) => role !== undefined && has(said.roles, role));
  const first = weak[0];
  if (!first) return null;
  const best = together(said, 'weak', first);
  const more = weak.slice(1).reduce((sum, [points]) => sum + points / 2, 0);
  const theme = has(said.roles, 'theme') ? THEME_POINTS : 0;
  return { ...best, points: Math.min(48, best.points + more + theme) };
}

function together(said: Said, strength: Strength, [points, ...roles]: Combination): Claim {
  return { strength, points, word: said.quote(bits(roles)) ?? '' };
}

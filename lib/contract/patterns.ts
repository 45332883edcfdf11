import type { Aside } from './aside.ts';
import type { ContractRow } from './contract.ts';
import { namesDay, plainWords } from './suggest-words.ts';
import { besideOf } from './write-contract.ts';

/** What a contract of mine has or has not. */
export const TRAITS = ['day', 'know', 'ifThen', 'goal', 'standing', 'short'] as const;
export type Trait = (typeof TRAITS)[number];

/** So many were kept, of so many that I told of. */
export interface Share {
  kept: number;
  of: number;
}

export interface TraitPattern {
  trait: Trait;
  with: Share;
  /** Those without it; null where there are too few to say anything. */
  without: Share | null;
}

/** What my own contracts show me. All of it is null or empty while there are too few to claim anything. */
export interface Patterns {
  all: Share | null;
  traits: readonly TraitPattern[];
  /** By circle, the most told of first; with two circles or more. */
  circles: readonly (Share & { circleId: string })[];
  /** Days from making to telling that it was kept: half took no longer than `middle`. */
  took: { middle: number; of: number } | null;
  /** How many were told of at all. */
  told: number;
}

/** Fewer than these are stories, not a pattern. */
export const FEWEST = 5;
/** Before anything at all is claimed. */
export const FEWEST_IN_ALL = 8;
/** Words of a short contract, at most. */
export const SHORT_WORDS = 8;

const DAY_MS = 86_400_000;

/**
 * My patterns. Only what I told of counts, as kept, partly or not yet: nothing reported is no failure, and neither is what
 * was released or renegotiated, so those are left out altogether.
 * @param contracts mine alone, each once. @param asideOf what I keep beside each.
 */
export function myPatterns(
  contracts: readonly ContractRow[],
  asideOf: (id: string) => Aside | null | undefined,
): Patterns {
  const told = contracts.filter(
    ({ outcome }) => outcome === 'kept' || outcome === 'partly' || outcome === 'notYet',
  );
  if (told.length < FEWEST_IN_ALL) return { ...NOTHING, told: told.length };
  const circles = [...Map.groupBy(told, (one) => one.circleId)]
    .map(([circleId, some]) => ({ circleId, ...shareOf(some) }))
    .filter(({ of }) => of >= FEWEST)
    .sort((a, b) => b.of - a.of || (a.circleId < b.circleId ? -1 : 1));
  return {
    all: shareOf(told),
    traits: TRAITS.flatMap((trait): TraitPattern[] => {
      const groups = Map.groupBy(told, (one) => has(trait, one, asideOf(one.id)));
      const [yes, no] = [groups.get(true) ?? [], groups.get(false) ?? []];
      // What all of them have tells nothing.
      if (yes.length < FEWEST || no.length === 0) return [];
      return [{ trait, with: shareOf(yes), without: no.length < FEWEST ? null : shareOf(no) }];
    }),
    circles: circles.length > 1 ? circles : [],
    took: tookOf(told),
    told: told.length,
  };
}

const NOTHING: Patterns = { all: null, traits: [], circles: [], took: null, told: 0 };

const shareOf = (some: readonly ContractRow[]): Share => ({
  kept: some.filter((one) => one.outcome === 'kept').length,
  of: some.length,
});

function has(trait: Trait, contract: ContractRow, aside: Aside | null | undefined): boolean {
  const beside = besideOf(contract, aside);
  switch (trait) {
    case 'day':
      return contract.due !== null || namesDay(plainWords(contract.text));
    case 'know':
      return beside.know !== null;
    case 'ifThen':
      return beside.ifThen !== null;
    case 'goal':
      return beside.goal !== null;
    case 'standing':
      return contract.kind === 'standing';
    case 'short':
      return contract.text.trim().split(/\s+/u).length <= SHORT_WORDS;
    default:
      return trait satisfies never;
  }
}

/** Of actions alone: a standing contract is kept again and again. */
function tookOf(told: readonly ContractRow[]): Patterns['took'] {
  const days = told
    .flatMap((one) => {
      const kept = one.reports.find((report) => report.outcome === 'kept');
      return one.kind === 'action' && one.outcome === 'kept' && kept
        ? [Math.max(0, Math.round((kept.at - one.madeAt) / DAY_MS))]
        : [];
    })
    .sort((a, b) => a - b);
  const middle = days[Math.floor((days.length - 1) / 2)];
  return days.length < FEWEST || middle === undefined ? null : { middle, of: days.length };
}

import type { Evidence } from './evidence.ts';
import type { PhraseClass } from './lexicon/lexicon.ts';

/** Points from which on a series is called a circle, or quietly offered as one. */
export const CIRCLE = 60;
export const MAYBE = 40;

const CERTAIN = 100;
/** Just under a circle: it may only be asked about. */
const ONLY_ASK = CIRCLE - 1;
const NEVER = 20;
/** A circle has 2 to 12 seats; a larger meeting tells about circles. */
const MOST_GUESTS = 15;

/** The most points a series can reach, whatever else speaks for it: some words and facts cannot be outweighed. */
export function ceiling(evidence: Evidence): number {
  const { series, people, claim, met } = evidence;
  const strong = claim?.strength === 'strong';
  if (says(evidence, 'hard')) return NEVER;
  if (evidence.ruledOut) return strong && series.allDay && people >= 3 ? ONLY_ASK : NEVER;
  if (people > MOST_GUESTS) return strong ? ONLY_ASK : NEVER;
  if (says(evidence, 'about')) return strong || claim?.strength === 'likely' ? ONLY_ASK : NEVER;
  if (met?.sameLink && (met.samePeople || series.call?.host !== 'other')) return CERTAIN;
  if (!claim) return withoutTitle(evidence);
  if (series.cadence.everyDays === 0 && evidence.description?.said.hits.some((hit) => hit.as === 'about'))
    return ONLY_ASK;
  if (strong) return CERTAIN;
  if (claim.strength === 'likely') {
    const alone = people === 0 && series.call === null;
    return alone || people === 1 || says(evidence, 'work') ? ONLY_ASK : CERTAIN;
  }
  const second = series.cadence.everyDays > 0 || people >= 3 || met !== null;
  return second ? CERTAIN : ONLY_ASK;
}

/** A title that says nothing needs a description that says it outright, or people who are known. */
function withoutTitle(evidence: Evidence): number {
  if (says(evidence, 'work') || says(evidence, 'topic') || says(evidence, 'trap')) return NEVER;
  const { description } = evidence;
  if (description?.claim?.strength === 'strong') return CERTAIN;
  if (!description) return ONLY_ASK;
  const { claim, practices, said } = description;
  const spoilt = (as: PhraseClass) => said.hits.some((hit) => hit.as === as);
  const named = claim !== null && claim.strength !== 'weak';
  if (spoilt('hard') || spoilt('about') || spoilt('topic') || (spoilt('work') && !named)) return ONLY_ASK;
  return practices.count + (claim ? 1 : 0) >= 2 ? CERTAIN : ONLY_ASK;
}

function says({ title }: Evidence, as: PhraseClass): boolean {
  return title.hits.some((hit) => hit.as === as);
}

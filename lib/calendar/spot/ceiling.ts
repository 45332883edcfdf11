import type { Evidence } from './evidence.ts';
import type { PhraseClass } from './lexicon/lexicon.ts';
import { roleBit } from './lexicon/lexicon.ts';
import type { Said } from './match.ts';
import { THEMES } from './says.ts';

/** Points from which on a series is called a circle, or quietly offered as one. */
export const CIRCLE = 60;
export const MAYBE = 40;

const CERTAIN = 100;
/** Just under a circle: it may only be asked about. */
const ONLY_ASK = CIRCLE - 1;
const NEVER = 20;
/** A circle has 2 to 12 seats; a larger meeting tells about circles. */
export const MOST_GUESTS = 15;

/** The most points a series can reach, whatever else speaks for it: some words and facts cannot be outweighed. */
export function ceiling(evidence: Evidence): number {
  const { series, people, claim, met, title, description } = evidence;
  const strong = claim?.strength === 'strong';
  if (says(evidence, 'hard')) return NEVER;
  if (evidence.ruledOut) return strong && series.allDay && people >= 3 ? ONLY_ASK : NEVER;
  if (people > MOST_GUESTS) return strong ? ONLY_ASK : NEVER;
  const firm = borneOut(evidence);
  const otherKind = says(evidence, 'topic') && (title.roles & roleBit('mentor')) === 0;
  if (says(evidence, 'about') || (otherKind && !firm))
    return strong || claim?.strength === 'likely' ? ONLY_ASK : NEVER;
  if (notAmongEquals(evidence) && !(firm && description))
    return claim && claim.strength !== 'weak' ? ONLY_ASK : NEVER;
  if (met?.sameLink && (met.samePeople || series.call?.host !== 'other')) return CERTAIN;
  if (!claim) return withoutTitle(evidence);
  if (series.cadence.everyDays === 0 && evidence.description?.said.hits.some((hit) => hit.as === 'about'))
    return ONLY_ASK;
  if (strong) return CERTAIN;
  if (claim.strength === 'likely') {
    const alone = people === 0 && series.call === null;
    if (offTopic(evidence) || teaches(title)) return ONLY_ASK;
    // A day of its own called "mastermind" is a talk, a game or an exam, unless its note tells of more.
    const told = description?.claim || description?.practices.count;
    if (series.cadence.everyDays === 0 && title.strangers > 0 && !told) return ONLY_ASK;
    return alone || people === 1 || (says(evidence, 'work') && !firm) ? ONLY_ASK : CERTAIN;
  }
  if (offTopic(evidence) || hobby(evidence) || aboutWork(evidence)) return ONLY_ASK;
  const second = series.cadence.everyDays > 0 || people >= 3 || met !== null;
  return second ? CERTAIN : ONLY_ASK;
}

/** A few people who meet every one to four weeks or up to quarterly. */
function keepsMeeting({ series, people }: Evidence): boolean {
  const { everyDays } = series.cadence;
  return everyDays >= 7 && everyDays <= 98 && people >= 3 && people <= 12;
}

/**
 * A firm name for a few people who keep meeting, and a note that tells of two things circles do, or none at all behind a
 * name that has no other meaning. "Cercle de pairs : directrices de crèche": further words are the members' trade.
 */
export function borneOut(evidence: Evidence): boolean {
  const { claim, description, title } = evidence;
  if (!claim || claim.strength === 'weak' || !keepsMeeting(evidence)) return false;
  const otherKind = says(evidence, 'topic');
  const trade = (title.roles & (otherKind ? CAREER : WHO)) !== 0;
  if (description === null) return trade || (claim.strength === 'strong' && !otherKind);
  const told = description.practices.count + (description.claim ? 1 : 0);
  return told >= 2 && !description.said.hits.some(({ as }) => UNEQUAL.has(as));
}

const WHO = roleBit('career') | roleBit('theme');
const UNEQUAL: ReadonlySet<PhraseClass> = new Set(['hard', 'led', 'care']);

/** A title that says nothing needs a description that says it outright, or people who are known. */
function withoutTitle(evidence: Evidence): number {
  if (says(evidence, 'work') || says(evidence, 'topic') || says(evidence, 'trap')) return NEVER;
  const { description } = evidence;
  if (ledFrom(description?.said)) return ONLY_ASK;
  if (description?.claim?.strength === 'strong') return CERTAIN;
  if (!description) return ONLY_ASK;
  const { claim, practices, said } = description;
  const spoilt = (as: PhraseClass) => said.hits.some((hit) => hit.as === as);
  // Three things that circles do outweigh a word of other meetings ("interviews, applications, offers").
  const told = practices.count >= 3 && keepsMeeting(evidence) && !spoilt('topic') && !spoilt('care');
  if (told) return CERTAIN;
  const named = claim !== null && claim.strength !== 'weak';
  if (spoilt('hard') || spoilt('about') || spoilt('topic') || spoilt('care') || (spoilt('work') && !named))
    return ONLY_ASK;
  return named || practices.count + (claim ? 1 : 0) >= 2 ? CERTAIN : ONLY_ASK;
}

/** The note speaks of poems or a full moon, and hardly of what circles do. */
function offTopic({ claim, description }: Evidence): boolean {
  if (!description?.said.hits.some((hit) => hit.as === 'topic')) return false;
  return claim?.strength === 'weak' ? description.practices.count < 2 : description.practices.count === 0;
}

const PERSONAL = roleBit('secret') | roleBit('level') | roleBit('bring');

/** "Accountability Friday" with a note of team and targets: what colleagues report to their boss. */
function aboutWork({ description }: Evidence): boolean {
  if (!description || (description.said.roles & PERSONAL) !== 0) return false;
  return description.said.hits.filter((hit) => hit.as === 'work').length >= 2;
}

function teaches({ roles, strangers }: Said): boolean {
  return (roles & roleBit('tutoring')) !== 0 && (roles & CAREER) === 0 && strangers > 0;
}

/** "Sacred circle" in person: most circles with another word to their name are pastimes, unless they meet by video. */
function hobby({ series, title, met, description }: Evidence): boolean {
  if (series.call || met || title.strangers === 0 || (title.roles & THEMES) !== 0) return false;
  return description === null || description.practices.count === 0;
}

const CAREER = roleBit('career');

/** Somebody senior or from outside leads it, or it is there for patients; professions that treat them meet as equals too. */
function notAmongEquals({ title, claim, description }: Evidence): boolean {
  if (ledFrom(title) || ledFrom(description?.said)) return true;
  if ((title.roles & CAREER) !== 0) return false;
  if (cares(title)) return true;
  return (
    claim?.strength !== 'strong' &&
    description !== null &&
    cares(description.said) &&
    (description.said.roles & CAREER) === 0
  );
}

function cares(said: Said): boolean {
  return said.hits.some((hit) => hit.as === 'care');
}

/** A guide who leaves, or a text that says nobody is senior, is no leader. */
function ledFrom(said: Said | undefined): boolean {
  return (said?.roles ?? 0) & roleBit('level')
    ? false
    : (said?.hits.some((hit) => hit.as === 'led') ?? false);
}

function says({ title }: Evidence, as: PhraseClass): boolean {
  return title.hits.some((hit) => hit.as === as);
}

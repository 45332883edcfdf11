import type { Series } from '../event.ts';
import { type Hit, has, match, type Said } from './match.ts';
import { type Familiar, familiar, type People, peopleOf } from './people.ts';
import { DESCRIPTION_READ, plainDescription } from './plain-description.ts';
import { type Claim, claim } from './says.ts';
import { ruledOut, type Sign, shapeSigns } from './shape.ts';
import type { Against, KnownCircle, Reason, Spotted, Verdict } from './spotted.ts';

/** How much of a title is read, in characters; what a person would see of it. */
const TITLE_READ = 400;
/** Points from which on something is called a circle, or offered quietly. */
const CIRCLE = 60;
const MAYBE = 40;
/** Just under a circle: it may only be asked about. */
const ONLY_ASK = CIRCLE - 1;
const NEVER = 20;

const NO: Spotted = { score: 0, verdict: 'no', reasons: [] };

/** What words take away, by class: for the first such word, and for each more. */
const TITLE_COST = { hard: 60, about: 45, work: 25, topic: 35, trap: 10 } as const;
const FURTHER_COST = 10;
const DESCRIPTION_COST = { hard: 20, about: 6, work: 2, topic: 10, trap: 2 } as const;
const MOST_COST = 60;
const MOST_DESCRIPTION_COST = 26;

type Costs = Readonly<Record<'hard' | 'about' | 'work' | 'topic' | 'trap', number>>;

/**
 * Whether a series looks like a circle, with the reasons that are true of it. Pure; the member's own decision is laid
 * over it by `decide`. Words weigh most, the title's above the description's; rhythm, people and call are the second
 * sign that weak words need (domain: peer mentoring circles meet every one to four weeks with 3 to 12 people).
 */
export function spot(series: Series, known: readonly KnownCircle[]): Spotted {
  const title = match(series.title, TITLE_READ);
  const inTitle = claim(title);
  const people = peopleOf(series);
  const met = familiar(series, people, known);
  if (met?.sameSeries) return belongs(met);
  const signs = shapeSigns(series, people);
  const shape = signs.reduce((sum, sign) => sum + sign.points, 0);
  // Reading a long description is dear, and without a circle's shape it decides nothing.
  const description =
    series.description !== '' && (inTitle !== null || shape >= 24) && inTitle?.strength !== 'strong'
      ? match(plainDescription(series.description), DESCRIPTION_READ)
      : null;
  const inDescription = description ? describedClaim(description) : null;
  if (!inTitle && !inDescription && !met) return NO;

  const against = [...costly(title, TITLE_COST, MOST_COST)];
  let points = shape + (inTitle?.points ?? 0) - cost(title, TITLE_COST, FURTHER_COST, MOST_COST);
  if (description) {
    points += descriptionPoints(inDescription, description);
    points -= cost(description, DESCRIPTION_COST, DESCRIPTION_COST.topic, MOST_DESCRIPTION_COST);
    against.push(...costly(description, DESCRIPTION_COST, DESCRIPTION_COST.topic));
  }
  if (met) points += (met.samePeople ? 30 : 0) + (met.sameLink ? 35 : 0);
  const out = ruledOut(series);
  points = Math.min(points, ceiling(title, inTitle, inDescription, met, people, series, out));

  const says = spoken(inTitle, inDescription);
  return {
    ...verdictOf(points),
    reasons: chosen(points, says, signs, met, out, against),
    ...(met && points >= MAYBE ? { circleId: met.circle.id } : {}),
  };
}

function belongs(met: Familiar): Spotted {
  return {
    score: 1,
    verdict: 'circle',
    reasons: [{ kind: 'same-series', circleId: met.circle.id }],
    circleId: met.circle.id,
  };
}

/** A description counts when it names the thing outright and is not only news about it. */
function describedClaim(said: Said): Claim | null {
  const found = claim(said);
  if (!found || found.strength === 'weak') return null;
  return said.hits.some((hit) => hit.as === 'about' || hit.as === 'hard') ? null : found;
}

function descriptionPoints(found: Claim | null, said: Said): number {
  const practice = has(said.roles, 'practice') ? 6 : 0;
  return practice + (found ? (found.strength === 'strong' ? 30 : 18) : 0);
}

function cost(said: Said, costs: Costs, further: number, most: number): number {
  let total = 0;
  let seen = 0;
  for (const hit of said.hits) {
    if (hit.as === 'strong' || hit.as === 'likely') continue;
    total = seen++ === 0 ? costs[hit.as] : Math.max(total + Math.min(further, costs[hit.as]), costs[hit.as]);
  }
  return Math.min(total, most);
}

/** The words that cost most, dearest first; only those above a trifle are worth telling. */
function costly(said: Said, costs: Costs, least: number): Hit[] {
  const dear = (hit: Hit) => (hit.as === 'strong' || hit.as === 'likely' ? 0 : costs[hit.as]);
  const enough = Math.min(least, costs.trap);
  return said.hits.filter((hit) => dear(hit) >= enough).sort((a, b) => dear(b) - dear(a));
}

/** The most a series can reach, whatever else speaks for it. */
function ceiling(
  title: Said,
  inTitle: Claim | null,
  inDescription: Claim | null,
  met: Familiar | null,
  people: People,
  series: Series,
  out: Reason | null,
): number {
  const says = (as: Hit['as']) => title.hits.some((hit) => hit.as === as);
  if (says('hard')) return NEVER;
  if (out) return inTitle?.strength === 'strong' && series.allDay && people.count >= 3 ? ONLY_ASK : NEVER;
  if (people.count > 15) return inTitle?.strength === 'strong' ? ONLY_ASK : NEVER;
  if (says('about')) return inTitle?.strength === 'strong' ? ONLY_ASK : NEVER;
  const knownCall = met?.sameLink === true && (met.samePeople || series.call?.host !== 'other');
  if (knownCall) return 100;
  if (!inTitle && (says('work') || says('topic') || says('trap'))) return NEVER;
  if (!inTitle && inDescription?.strength !== 'strong') return ONLY_ASK;
  if (inTitle?.strength === 'likely' && says('work')) return ONLY_ASK;
  const second = series.cadence.everyDays > 0 || people.count >= 3 || met !== null;
  if (inTitle?.strength !== 'strong' && !second) return ONLY_ASK;
  return 100;
}

function verdictOf(points: number): { score: number; verdict: Verdict } {
  const verdict = points >= CIRCLE ? 'circle' : points >= MAYBE ? 'maybe' : 'no';
  return { score: Math.max(0, Math.min(100, points)) / 100, verdict };
}

function spoken(inTitle: Claim | null, inDescription: Claim | null): Reason[] {
  const says: Reason[] = [];
  if (inTitle) says.push({ kind: 'says', word: inTitle.word, where: 'title' });
  if (inDescription) says.push({ kind: 'says', word: inDescription.word, where: 'description' });
  return says;
}

/** For a circle or a maybe: all that speaks for it and the strongest against; otherwise only what speaks against. */
function chosen(
  points: number,
  says: readonly Reason[],
  signs: readonly Sign[],
  met: Familiar | null,
  out: Reason | null,
  against: readonly Hit[],
): Reason[] {
  const reasons = signs.flatMap((sign) => (sign.reason ? [sign.reason] : []));
  const objections: Reason[] = out ? [out] : [];
  const word = against[0];
  if (word) objections.push({ kind: 'against', by: 'word', word: word.word } satisfies Against);
  objections.push(...reasons.filter((reason) => reason.kind === 'against'));
  if (points < MAYBE) return objections;
  const familiarSigns: Reason[] = [];
  if (met?.sameLink) familiarSigns.push({ kind: 'same-link', circleId: met.circle.id });
  if (met?.samePeople) familiarSigns.push({ kind: 'same-people', circleId: met.circle.id, shared: met.shared });
  const supports = reasons.filter((reason) => reason.kind !== 'against');
  return [...says, ...familiarSigns, ...supports, ...objections.slice(0, 1)];
}

import type { Series } from '../event.ts';
import { borneOut, CIRCLE, ceiling, MAYBE } from './ceiling.ts';
import { cost, DESCRIPTION_COSTS, objections, TITLE_COSTS } from './costs.ts';
import { type Evidence, gather } from './evidence.ts';
import { shapeReasons } from './shape.ts';
import type { KnownCircle, Reason, Spotted, Verdict } from './spotted.ts';

const NO: Spotted = { score: 0, verdict: 'no', reasons: [] };

/** What a description is worth beside the title's words and the shape. */
const DESCRIBED = { strong: 30, likely: 24, weak: 10 } as const;
/** Where the title is only a name ("Freitagsrunde"), what the description says outright is all there is. */
const ONLY_THERE = 6;
/** What other words take from a title that names a circle outright. */
const OUTRIGHT = 0.5;
/** By how many of the things circles do it names; one alone ("confidential") says little. */
const PRACTISED = [0, 8, 28, 32, 34, 36] as const;
/** The people of a known circle, or its call. */
const SAME_PEOPLE = 30;
const SAME_LINK = 35;
/** And as often as that circle meets. */
const SAME_RHYTHM = 10;

/**
 * Whether a series looks like a circle, with the reasons that are true of it. Pure; the member's own decision is laid
 * over it by `decide`. Words weigh most, the title's above the description's; rhythm, people and call are the second
 * sign that weak words need (circles meet every one to four weeks or quarterly, with 3 to 12 people).
 */
export function spot(series: Series, known: readonly KnownCircle[]): Spotted {
  const evidence = gather(series, known);
  if (!evidence) return NO;
  const { met } = evidence;
  if (met?.sameSeries) {
    const circleId = met.circle.id;
    return { score: 1, verdict: 'circle', reasons: [{ kind: 'same-series', circleId }], circleId };
  }
  const points = Math.min(weigh(evidence), ceiling(evidence));
  if (!evidence.claim && !met && points < MAYBE) return NO;
  return {
    score: Math.max(0, Math.min(100, points)) / 100,
    verdict: verdict(points),
    reasons: points >= MAYBE ? [...supports(evidence), ...against(evidence).slice(0, 1)] : against(evidence),
    ...(met && points >= MAYBE ? { circleId: met.circle.id } : {}),
  };
}

function verdict(points: number): Verdict {
  if (points >= CIRCLE) return 'circle';
  return points >= MAYBE ? 'maybe' : 'no';
}

function weigh(evidence: Evidence): number {
  const { claim, description, met, shape, title } = evidence;
  const described = description
    ? (description.claim ? DESCRIBED[description.claim.strength] : 0) +
      (PRACTISED[description.practices.count] ?? 0) -
      cost(description.said, DESCRIPTION_COSTS)
    : 0;
  const familiar =
    (met?.samePeople ? SAME_PEOPLE : 0) +
    (met?.sameLink ? SAME_LINK : 0) +
    (met?.sameRhythm ? SAME_RHYTHM : 0);
  if (!claim && described <= 0 && familiar === 0) return 0;
  const named = claim || !description?.claim || description.claim.strength === 'weak' ? 0 : ONLY_THERE;
  const objected =
    cost(title, TITLE_COSTS) * (claim?.strength === 'strong' || borneOut(evidence) ? OUTRIGHT : 1);
  return shape + (claim?.points ?? 0) + described + named + familiar - objected;
}

/** All that speaks for it, words first. */
function supports({ claim, description, met, series, people }: Evidence): Reason[] {
  const reasons: Reason[] = [];
  if (claim) reasons.push({ kind: 'says', word: claim.word, where: 'title' });
  const word = description?.claim?.word || description?.practices.word;
  if (word) reasons.push({ kind: 'says', word, where: 'description' });
  if (met?.sameLink) reasons.push({ kind: 'same-link', circleId: met.circle.id });
  if (met?.samePeople) reasons.push({ kind: 'same-people', circleId: met.circle.id, shared: met.shared });
  for (const reason of shapeReasons(series, people)) if (reason.kind !== 'against') reasons.push(reason);
  return reasons;
}

/** All that speaks against it, the strongest first. */
function against({ title, description, series, people, ruledOut }: Evidence): Reason[] {
  const reasons: Reason[] = ruledOut ? [ruledOut] : [];
  const word =
    objections(title, TITLE_COSTS)[0] ?? (description && objections(description.said, DESCRIPTION_COSTS)[0]);
  if (word) reasons.push({ kind: 'against', by: 'word', word: word.word });
  for (const reason of shapeReasons(series, people)) if (reason.kind === 'against') reasons.push(reason);
  return reasons;
}

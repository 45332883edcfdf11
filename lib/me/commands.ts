import { myDraft, undoDraft } from '../fact/draft.ts';
import { type Draft, type FactHash, ME } from '../fact/fact.ts';
import { decisionEntity } from './me.ts';

/** What a decision keeps of a series, so that it is found again under another key. */
export interface DecidedSeries {
  key: string;
  title: string;
  /** E-mail addresses of those invited, lower case. */
  people: readonly string[];
  /** `host:code` of its call, or null. */
  code: string | null;
}

/** The shape of the fact bounds these; a longer one would not be read again. */
const MAX_TITLE = 1000;
const MAX_PEOPLE = 500;
const MAX_ADDRESS = 320;
const MAX_CODE = 500;

/**
 * I say which circle a calendar series is, or (null) that it is none.
 * @param replaces the facts that decided it so far (`DecisionRow.setBy`).
 */
export function decideSeries(
  series: DecidedSeries,
  circleId: string | null,
  replaces: readonly FactHash[],
): Draft {
  return myDraft(decisionEntity(series.key), 'series.decided', {
    key: series.key,
    circle: circleId,
    title: series.title.slice(0, MAX_TITLE),
    people: series.people.filter((email) => email.length <= MAX_ADDRESS).slice(0, MAX_PEOPLE),
    code: series.code && series.code.length <= MAX_CODE ? series.code : null,
    replaces: [...replaces],
  });
}

/** Takes decisions on a series back, so that it is asked about again. @param facts all that ever decided it. */
export const undecideSeries = (key: string, facts: readonly FactHash[]): Draft =>
  undoDraft(ME, null, decisionEntity(key), facts);

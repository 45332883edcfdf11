import { draft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { MAX_CREDIT, MAX_FOR, MAX_TITLE, type Scope } from './facts.ts';
import { type Credit, type MilestoneRow, type MilestoneWords, scopeOf, wordingFor } from './milestone.ts';

export interface NewMilestone extends MilestoneWords {
  id: string;
  circleId: string;
  /** Whose it is. */
  memberId: string;
  /** The meeting it was told at; null between meetings. */
  meetingId: string | null;
  /** A goal that was shared with the circle. */
  goal?: string;
  /** A contract of the circle's log that led to it. */
  contract?: string;
  /** The milestone it is a copy of. */
  source?: string;
}

/** One line, cut to what a fact can hold. */
const line = (text: string, most: number): string => text.replace(/\s+/g, ' ').trim().slice(0, most);

/** The same words as a fact can hold them: what consents are given for, and what is folded from it again. */
export const tidyWords = ({ kind, title, on, credit }: MilestoneWords): MilestoneWords => ({
  kind,
  title: line(title, MAX_TITLE),
  on,
  credit: credit.slice(0, MAX_CREDIT).map(({ memberId, for: why }): Credit => {
    const said = line(why ?? '', MAX_FOR);
    return said === '' ? { memberId } : { memberId, for: said };
  }),
});

const body = (words: MilestoneWords) => ({
  ...words,
  credit: words.credit.map(({ memberId, ...rest }) => ({ member: memberId, ...rest })),
});

/**
 * A milestone is written down; it goes nowhere until its member consents. About another member it is a suggestion.
 * @param by the member I am. @param at ms since 1970.
 */
export const reachMilestone = (one: NewMilestone, by: string | null, at: number): Draft =>
  draft(one.circleId, by, one.id, 'milestone.reached', {
    circle: one.circleId,
    member: one.memberId,
    ...body(tidyWords(one)),
    ...(one.goal === undefined ? {} : { goal: one.goal }),
    ...(one.contract === undefined ? {} : { contract: one.contract }),
    ...(one.meetingId === null ? {} : { meeting: one.meetingId }),
    at,
    ...(one.source === undefined ? {} : { source: one.source }),
  });

type Of = Pick<MilestoneRow, 'id' | 'circleId'>;

/** Other words for a milestone. Consents that were given for the old ones hold no more. @param at ms since 1970. */
export const editMilestone = (
  row: Of & Pick<MilestoneRow, 'wordingFacts'>,
  words: MilestoneWords,
  by: string | null,
  at: number,
): Draft =>
  draft(row.circleId, by, row.id, 'milestone.edited', {
    ...body(tidyWords(words)),
    at,
    replaces: [...row.wordingFacts],
  });

/**
 * "So it was": by the member whose it is, about what another wrote down; or as a scribe for one who has no device.
 * @param at ms since 1970.
 */
export const confirmMilestone = (
  row: Of & MilestoneWords & Pick<MilestoneRow, 'memberId'>,
  by: string | null,
  at: number,
  scribe = false,
): Draft =>
  draft(row.circleId, by, row.id, 'milestone.confirmed', {
    wording: wordingFor({ ...tidyWords(row), memberId: row.memberId }, row.memberId),
    at,
    ...(scribe ? { scribe } : {}),
  });

/**
 * How far `memberId` lets a milestone go, with the words it has now. In a shared circle everybody says it for themselves
 * alone; in one's own, one answers for all that one wrote.
 * @param row as it is, or as it is about to be made (then without consents). @param at ms since 1970.
 */
export const consentTo = (
  row: Of & MilestoneWords & Pick<MilestoneRow, 'memberId'> & Partial<Pick<MilestoneRow, 'consents'>>,
  memberId: string,
  scope: Scope,
  by: string | null,
  at: number,
): Draft =>
  draft(row.circleId, by, row.id, 'milestone.consented', {
    member: memberId,
    scope,
    wording: wordingFor({ ...tidyWords(row), memberId: row.memberId }, memberId),
    at,
    replaces: [...(row.consents?.find((one) => one.memberId === memberId)?.facts ?? [])],
  });

/**
 * Other words for a milestone, and in the same breath the consents of those one answers for, since the old ones were for
 * the old words. @param scope how far its member lets it go now. @param answersFor whether one may say so for a member.
 * @param at ms since 1970.
 */
export function rewriteMilestone(
  row: MilestoneRow,
  words: MilestoneWords,
  scope: Scope,
  answersFor: (member: string) => boolean,
  by: string | null,
  at: number,
): Draft[] {
  const next = { ...row, ...tidyWords(words) };
  const people = new Set([row.memberId, ...next.credit.map((one) => one.memberId)]);
  return [
    editMilestone(row, words, by, at),
    ...[...people].filter(answersFor).flatMap((member) => {
      const before = scopeOf(row, member);
      const now = member === row.memberId ? scope : before;
      return now === 'circle' && before === 'circle' ? [] : [consentTo(next, member, now, by, at)];
    }),
  ];
}

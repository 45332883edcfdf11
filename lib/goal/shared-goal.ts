import { draft, myDraft } from '../fact/draft.ts';
import type { Draft, Fact, FactHash } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';
import { type Focus, sharedGoalKinds } from './facts.ts';
import { type Goal, goalEntity } from './goal.ts';

/** A goal of a member that the circle sees; folded from the circle's log. */
export interface SharedGoal {
  id: string;
  memberId: string;
  text: string;
  question: boolean;
  focus: Focus | null;
  /** ISO dates; null while it is not reached. */
  until: string;
  reachedOn: string | null;
  /** ms since 1970. */
  at: number;
  setBy: readonly FactHash[];
}

/** Folds one shared goal; null when it was withdrawn. Only its owner's word counts. */
export function foldSharedGoal(entity: string, facts: readonly Fact[]): SharedGoal | null {
  if (!entity.startsWith(goalEntity(''))) return null;
  const known = readFacts(sharedGoalKinds, facts).facts.filter((fact) => fact.by === fact.body.member);
  const [first, now] = [known[0], latest(known)];
  if (!first || !now || now.body.member !== first.body.member) return null;
  const { member, text, question, focus, until, reachedOn } = now.body;
  const id = entity.slice(goalEntity('').length);
  return {
    id,
    memberId: member,
    text,
    question,
    focus,
    until,
    reachedOn,
    at: first.body.at,
    setBy: replacing(known),
  };
}

/** What the circle is shown of a goal: its words, what it is about, and its day; never stage, look-backs or contracts. */
const shown = (goal: Goal, member: string, at: number, replaces: readonly FactHash[]) => ({
  member,
  text: goal.text,
  question: goal.question,
  focus: goal.focus,
  until: goal.until,
  reachedOn: goal.state === 'reached' ? goal.stateOn : null,
  at,
  replaces: [...replaces],
});

/** Shares a goal with a circle: a copy in its log, and a mark in one's own. @param copy its new random id. @param at ms. */
export const shareGoal = (goal: Goal, circleId: string, copy: string, by: string, at: number): Draft[] =>
  goal.sharedIn[circleId] !== undefined
    ? []
    : [
        draft(circleId, by, goalEntity(copy), 'goal.shared', shown(goal, by, at, [])),
        markGoal(goal, circleId, copy, at),
      ];

/** The mark in one's own log: shared as `copy`, or (null) not any more. */
export const markGoal = (goal: Goal, circleId: string, copy: string | null, at: number): Draft =>
  myDraft(goalEntity(goal.id), 'goal.sharedAs', {
    inCircle: circleId,
    copy,
    at,
    replaces: [...(goal.sharedBy[circleId] ?? [])],
  });

/** Brings the copy in a circle to what the goal is now; nothing where it is so already. */
export function updateShared(
  goal: Goal,
  circleId: string,
  copy: SharedGoal,
  by: string,
  at: number,
): Draft[] {
  const body = shown(goal, by, at, copy.setBy);
  const isSame =
    body.text === copy.text &&
    body.question === copy.question &&
    body.focus === copy.focus &&
    body.until === copy.until &&
    body.reachedOn === copy.reachedOn;
  return isSame ? [] : [draft(circleId, by, goalEntity(copy.id), 'goal.shared', body)];
}

import { myDraft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import type { Focus, GoalState, Stage } from './facts.ts';
import { type Goal, goalEntity } from './goal.ts';

/** What is written of a goal. Dates are ISO. */
export interface GoalWords {
  text: string;
  question: boolean;
  focus: Focus | null;
  stage: Stage | null;
  from: string;
  until: string;
}

/** Writes a goal or question of mine, in the place of what it was. @param at ms since 1970. */
export const writeMyGoal = (id: string, words: GoalWords, before: Goal | null, at: number): Draft =>
  myDraft(goalEntity(id), 'goal.written', {
    text: words.text.trim(),
    question: words.question,
    focus: words.focus,
    stage: words.stage,
    from: words.from,
    until: words.until,
    at,
    replaces: [...(before?.writtenBy ?? [])],
  });

/** How a goal stands from a day on, with what one writes about it. `until`: carried on to that day; null: as it was. */
export const standGoal = (
  goal: Goal,
  stands: { state: GoalState; on: string; text: string; until: string | null },
  at: number,
): Draft =>
  myDraft(goalEntity(goal.id), 'goal.stood', {
    ...stands,
    text: stands.text.trim(),
    at,
    replaces: [...goal.stoodBy],
  });

import { myDraft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import {
  type DevelopmentPlan,
  type PlanGoal,
  type PlanReview,
  type PlanStep,
  planEntity,
} from './development-plan.ts';

/** I begin a written plan, in a circle or for myself. @param at ms since 1970. */
export const beginPlan = (id: string, inCircle: string | null, at: number): Draft =>
  myDraft(planEntity(id), 'plan.begun', { inCircle, at });

export const titlePlan = (plan: DevelopmentPlan, title: string): Draft =>
  myDraft(planEntity(plan.id), 'plan.titled', { title: title.trim(), replaces: [...plan.titleSetBy] });

/** What is written of a goal; `off` takes it away. `before`: the goal as it is, null for a new one. */
export const writeGoal = (
  planId: string,
  goal: Pick<PlanGoal, 'id' | 'text' | 'by' | 'reachedOn'>,
  before: PlanGoal | null,
  at: number,
  off = false,
): Draft =>
  myDraft(planEntity(planId), 'plan.goal', {
    goal: goal.id,
    text: goal.text.trim(),
    by: goal.by,
    reachedOn: goal.reachedOn,
    off,
    at,
    replaces: [...(before?.setBy ?? [])],
  });

/** What is written of a step towards a goal. */
export const writeStep = (
  planId: string,
  step: Pick<PlanStep, 'id' | 'goalId' | 'text' | 'by' | 'doneOn'>,
  before: PlanStep | null,
  at: number,
  off = false,
): Draft =>
  myDraft(planEntity(planId), 'plan.step', {
    step: step.id,
    goal: step.goalId,
    text: step.text.trim(),
    by: step.by,
    doneOn: step.doneOn,
    off,
    at,
    replaces: [...(before?.setBy ?? [])],
  });

/** A day to look at the plan again, and what I then wrote. */
export const writeReview = (
  planId: string,
  review: Pick<PlanReview, 'id' | 'on' | 'doneOn' | 'text'>,
  before: PlanReview | null,
  at: number,
  off = false,
): Draft =>
  myDraft(planEntity(planId), 'plan.review', {
    review: review.id,
    on: review.on,
    doneOn: review.doneOn,
    text: review.text.trim(),
    off,
    at,
    replaces: [...(before?.setBy ?? [])],
  });

import type { Fact, FactHash } from '../fact/fact.ts';
import { type Known, latest, readFacts, replacing } from '../fact/fold.ts';
import { planKinds } from './facts.ts';

export interface PlanStep {
  id: string;
  goalId: string;
  text: string;
  /** ISO dates, or null. */
  by: string | null;
  doneOn: string | null;
  /** Facts that an edit names. */
  setBy: readonly FactHash[];
}

export interface PlanGoal {
  id: string;
  text: string;
  /** ISO dates, or null. */
  by: string | null;
  reachedOn: string | null;
  /** In the order they were written. */
  steps: readonly PlanStep[];
  setBy: readonly FactHash[];
}

export interface PlanReview {
  id: string;
  /** ISO date. */
  on: string;
  doneOn: string | null;
  text: string;
  setBy: readonly FactHash[];
}

/** A written development plan as screens show it; folded from its own facts alone, which stand in one's own log. */
export interface DevelopmentPlan {
  id: string;
  /** The circle it was begun in. */
  inCircle: string | null;
  /** '' when it has none. */
  title: string;
  /** In the order they were written. */
  goals: readonly PlanGoal[];
  /** The earliest first. */
  reviews: readonly PlanReview[];
  /** ms since 1970. */
  begunAt: number;
  titleSetBy: readonly FactHash[];
  newer: number;
}

type PlanFact = Known<typeof planKinds>;
type Of<K extends PlanFact['kind']> = Extract<PlanFact, { kind: K }>;

export const planEntity = (id: string): string => `plan-${id}`;

/** Folds the facts of one plan. Null while its beginning has not arrived, or when it was undone or erased. */
export function foldPlan(id: string, facts: readonly Fact[]): DevelopmentPlan | null {
  const { facts: known, newer } = readFacts(planKinds, facts);
  const of = <K extends PlanFact['kind']>(kind: K) =>
    known.filter((fact): fact is Of<K> => fact.kind === kind);
  const [begun] = of('plan.begun');
  if (!begun) return null;
  const titles = of('plan.titled');
  const steps = current(of('plan.step'), (fact) => fact.body.step).map(({ now, all }) => ({
    id: now.body.step,
    goalId: now.body.goal,
    text: now.body.text,
    by: now.body.by,
    doneOn: now.body.doneOn,
    setBy: replacing(all),
  }));
  const goals = current(of('plan.goal'), (fact) => fact.body.goal).map(({ now, all }) => ({
    id: now.body.goal,
    text: now.body.text,
    by: now.body.by,
    reachedOn: now.body.reachedOn,
    steps: steps.filter((step) => step.goalId === now.body.goal),
    setBy: replacing(all),
  }));
  const reviews = current(of('plan.review'), (fact) => fact.body.review).map(({ now, all }) => ({
    id: now.body.review,
    on: now.body.on,
    doneOn: now.body.doneOn,
    text: now.body.text,
    setBy: replacing(all),
  }));
  return {
    id,
    inCircle: begun.body.inCircle,
    title: latest(titles)?.body.title ?? '',
    goals,
    reviews: reviews.toSorted((a, b) => (a.on < b.on || (a.on === b.on && a.id < b.id) ? -1 : 1)),
    begunAt: begun.body.at,
    titleSetBy: replacing(titles),
    newer,
  };
}

/** What each item is now, in the order of its first fact; those taken away are left out. */
function current<F extends Of<'plan.goal' | 'plan.step' | 'plan.review'>>(
  facts: readonly F[],
  idOf: (fact: F) => string,
): { now: F; all: readonly F[] }[] {
  return [...Map.groupBy(facts, idOf).values()].flatMap((all) => {
    const now = latest(all);
    return now && !now.body.off ? [{ now, all }] : [];
  });
}

/** The next day to look at the plan again; null when no review is open. */
export const nextReview = (plan: DevelopmentPlan): PlanReview | null =>
  plan.reviews.find((review) => review.doneOn === null) ?? null;

/** How many steps of a plan are done, of how many. */
export function stepsDone(plan: DevelopmentPlan): { done: number; of: number } {
  const steps = plan.goals.flatMap((goal) => goal.steps);
  return { done: steps.filter((step) => step.doneOn !== null).length, of: steps.length };
}

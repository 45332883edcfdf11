import type { Draft } from '../fact/fact.ts';
import { type Acting, gaveFact, write } from './commands.ts';
import { replan } from './course.ts';
import { TO_ALL } from './given-turns.ts';
import type { MeetingRow } from './meeting.ts';
import { joinPlan } from './members-in-plan.ts';
import { canGive, type Step } from './plan.ts';
import type { Run } from './run.ts';
import { turnId } from './turns.ts';

const currentIndex = (run: Run): number => run.plan.findIndex((step) => step.id === run.current.step);

/** The turns a member can still give away, or swap: ids of those that have not begun. */
function turnsAhead(run: Run, member: string, isOf: (step: Step) => boolean): string[] {
  const begun = new Set(run.plan.slice(0, currentIndex(run) + 1).map(turnId));
  for (const past of run.history) {
    const step = run.plan.find((one) => one.id === past.step);
    if (step) begun.add(turnId(step));
  }
  return [
    ...new Set(
      run.plan.filter((step) => step.member === member && isOf(step) && !begun.has(turnId(step))).map(turnId),
    ),
  ];
}

/** Whether a step is of a turn that can be given away. */
const givable = (run: Run) => (step: Step) =>
  run.format.phases.some((phase) => phase.id === step.phase && canGive(phase));

/** Whether a member has a turn of work to come, to give away while the meeting runs. */
export const canGiveAway = (run: Run, member: string): boolean =>
  turnsAhead(run, member, givable(run)).length > 0;

/** Those whose turn of work is on or to come, so that another's can be added to it. */
export function receivers(run: Run, giver: string): string[] {
  const now = run.plan[currentIndex(run)];
  const members = [...new Set(run.plan.flatMap((step) => step.member ?? []))];
  return members.filter(
    (member) =>
      member !== giver &&
      (canGiveAway(run, member) || (now !== undefined && now.member === member && givable(run)(now))),
  );
}

/** Those with whom a member can swap places: both have a turn of work that has not begun. */
export const swappers = (run: Run, member: string): string[] =>
  canGiveAway(run, member) ? receivers(run, member).filter((other) => canGiveAway(run, other)) : [];

/**
 * A turn is given away while the meeting runs: to a member, whose turn becomes so much longer (at once, when it is on),
 * or to all who still have one.
 */
export function giveAway(acting: Acting, giver: string, to: string, at: number): Draft[] {
  const { row } = acting;
  if (!row?.run || (to !== TO_ALL && !receivers(row.run, giver).includes(to))) return [];
  const { run } = row;
  const ahead = turnsAhead(run, giver, givable(run));
  if (ahead.length === 0) return [];
  const goneMs = run.plan.reduce((sum, step) => (ahead.includes(turnId(step)) ? sum + step.ms : sum), 0);
  const isOn = run.plan[currentIndex(run)]?.member === to;
  const plan = run.plan
    .filter((step) => !ahead.includes(turnId(step)))
    .map((step) => (isOn && step.id === run.current.step ? { ...step, ms: step.ms + goneMs } : step));
  const then: MeetingRow = { ...row, gave: { ...row.gave, [giver]: to } };
  return [gaveFact(acting, giver, to), replan(acting, then, run, plan, at, 'given')];
}

/** A turn that was given away is taken back, as long as its phase is not over. */
export function takeTurnBack(acting: Acting, giver: string, order: readonly string[], at: number): Draft[] {
  const { row } = acting;
  if (!row?.run || row.gave[giver] === undefined) return [];
  const { [giver]: _, ...gave } = row.gave;
  const plan = joinPlan(row.run, giver, order);
  const back = gaveFact(acting, giver, null);
  return plan === row.run.plan
    ? [back]
    : [back, replan(acting, { ...row, gave }, row.run, plan, at, 'given')];
}

/** Two members swap places in every phase in which neither has begun. */
export function swapTurns(acting: Acting, a: string, b: string, at: number): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const { run } = row;
  let { plan } = run;
  for (const phase of run.format.phases) {
    const inPhase = (step: Step) => step.phase === phase.id;
    const [one, other] = [turnsAhead(run, a, inPhase)[0], turnsAhead(run, b, inPhase)[0]];
    if (one !== undefined && other !== undefined) plan = exchanged(plan, one, other);
  }
  if (plan === run.plan) return [];
  return [write(acting, 'meeting.swapped', { a, b }), replan(acting, row, run, plan, at, 'swapped')];
}

/** The plan with two turns in each other's place. */
function exchanged(plan: readonly Step[], one: string, other: string): readonly Step[] {
  const turns = Map.groupBy(plan, turnId);
  const ids = [...turns.keys()].map((id) => (id === one ? other : id === other ? one : id));
  return ids.flatMap((id) => turns.get(id) ?? []);
}

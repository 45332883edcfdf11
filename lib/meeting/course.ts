import type { Draft } from '../fact/fact.ts';
import { type Acting, write } from './commands.ts';
import type { MeetingRow } from './meeting.ts';
import { FLOOR_MS, MINUTE_MS, type Step, stepId, usualMs } from './plan.ts';
import { refit } from './refit.ts';
import { type Run, usedBySteps } from './run.ts';
import { spentMs } from './view.ts';

const indexOf = (run: Run, step: string): number => run.plan.findIndex((one) => one.id === step);
const askedMs = (row: MeetingRow): Map<string, number> =>
  new Map(Object.entries(row.asked).map(([member, minutes]) => [member, minutes * MINUTE_MS]));

/** The plan with all from index `from` on fitted into what is left of the meeting at `at`. */
const fitted = (
  row: MeetingRow,
  run: Run,
  from: number,
  at: number,
  plan: readonly Step[] = run.plan,
): readonly Step[] =>
  refit(plan, from, run.endsAt - at, run.format, askedMs(row), FLOOR_MS, usedBySteps(run)).steps;

/**
 * From the step one is in to the step `to`, with all that is still to come fitted into the time that is left.
 * Empty when there is no such step.
 */
export function moveTo(acting: Acting, to: string, at: number): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const { run } = row;
  const index = indexOf(run, to);
  if (index < 0 || to === run.current.step) return [];
  const forward = index > indexOf(run, run.current.step);
  const plan = forward ? [...fitted(row, run, index, at)] : undefined;
  return [write(acting, 'meeting.moved', { from: run.current.step, to, at, ...(plan ? { plan } : {}) })];
}

/** How far the meeting would run over, ms, if the step one is in were left at `at` and the rest fitted. */
export function overAfterNext(row: MeetingRow, run: Run, at: number): number {
  const from = indexOf(run, run.current.step) + 1;
  return refit(run.plan, from, run.endsAt - at, run.format, askedMs(row), FLOOR_MS, usedBySteps(run)).overMs;
}

/** The step one is in gets a minute (or `ms`) more, taken from what is to come. */
export function addTime(acting: Acting, at: number, ms: number = MINUTE_MS): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const { run } = row;
  const index = indexOf(run, run.current.step);
  // Once it is over, a minute means a minute from now.
  const lengthen = (step: Step) => ({ ...step, ms: Math.max(step.ms, spentMs(run, at)) + ms });
  const longer = run.plan.map((step, i) => (i === index ? lengthen(step) : step));
  return [replan(acting, row, run, longer, at, 'extended')];
}

/** Fits what comes after the current step around a changed plan. */
function replan(
  acting: Acting,
  row: MeetingRow,
  run: Run,
  plan: readonly Step[],
  at: number,
  reason: 'extended' | 'late' | 'left' | 'passed',
): Draft {
  const index = plan.findIndex((step) => step.id === run.current.step);
  const restMs = Math.max(0, (plan[index]?.ms ?? 0) - spentMs(run, at));
  return write(acting, 'meeting.replanned', {
    at,
    reason,
    step: run.current.step,
    plan: [...fitted(row, run, index + 1, at + restMs, plan)],
  });
}

export const pause = (acting: Acting, at: number): Draft[] =>
  acting.row?.run ? [write(acting, 'meeting.paused', { at })] : [];

/** Goes on; what the pause has cost is fitted into what is left. */
export function resume(acting: Acting, at: number): Draft[] {
  const { row } = acting;
  if (!row?.run || row.run.current.pausedAt === null) return [];
  const { run } = row;
  const index = indexOf(run, run.current.step);
  const restMs = Math.max(0, (run.plan[index]?.ms ?? 0) - spentMs(run, at));
  return [write(acting, 'meeting.resumed', { at, plan: [...fitted(row, run, index + 1, at + restMs)] })];
}

/** A member arrives late: their steps are added to all phases that are not over. */
export function arriveLate(acting: Acting, member: string, order: readonly string[], at: number): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const presence = write(acting, 'meeting.presence', {
    member,
    presence: 'late',
    at,
    replaces: row.setBy[`presence:${member}`] ?? [],
  });
  const plan = withMember(row.run, member, order);
  return plan.length === row.run.plan.length
    ? [presence]
    : [presence, replan(acting, row, row.run, plan, at, 'late')];
}

/** The plan with a step for `member` in every per-member phase that still runs or is to come, in speaking order. */
function withMember(run: Run, member: string, order: readonly string[]): readonly Step[] {
  const nowPhase = run.format.phases.findIndex(
    (phase) => phase.id === run.plan[indexOf(run, run.current.step)]?.phase,
  );
  let plan = [...run.plan];
  for (const phase of run.format.phases.slice(Math.max(0, nowPhase))) {
    const id = stepId(phase.id, member);
    if (!phase.perMember || plan.some((step) => step.id === id)) continue;
    const step: Step = { id, phase: phase.id, kind: phase.kind, member, ms: usualMs(phase) ?? FLOOR_MS };
    const current = plan.findIndex((one) => one.id === run.current.step);
    const later = plan.findIndex(
      (one, i) =>
        i > current && one.phase === phase.id && order.indexOf(one.member ?? '') > order.indexOf(member),
    );
    const last = plan.findLastIndex((one) => one.phase === phase.id);
    const nextPhases = run.format.phases.slice(run.format.phases.indexOf(phase) + 1).map((one) => one.id);
    const afterPhase = plan.findIndex((one) => nextPhases.includes(one.phase));
    const place = later >= 0 ? later : last >= 0 ? last + 1 : afterPhase >= 0 ? afterPhase : plan.length;
    plan = plan.toSpliced(Math.max(place, current + 1), 0, step);
  }
  return plan;
}

/** A member leaves early: their steps that have not begun are taken out. */
export function leaveEarly(acting: Acting, member: string, at: number): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const presence = write(acting, 'meeting.presence', {
    member,
    presence: 'left',
    at,
    replaces: row.setBy[`presence:${member}`] ?? [],
  });
  const plan = without(row.run, (step) => step.member === member);
  return plan.length === row.run.plan.length
    ? [presence]
    : [presence, replan(acting, row, row.run, plan, at, 'left')];
}

/** A member passes: the turn is left out when it is to come, and left at once when it is on. */
export function pass(acting: Acting, step: string, at: number): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const { run } = row;
  const index = indexOf(run, step);
  const one = run.plan[index];
  if (!one?.member) return [];
  const passed = one.kind === 'contracts' ? [write(acting, 'meeting.passed', { member: one.member })] : [];
  if (step === run.current.step) {
    const next = run.plan[index + 1];
    return next ? [...passed, ...moveTo(acting, next.id, at)] : passed;
  }
  if (index < indexOf(run, run.current.step)) return passed;
  return [
    ...passed,
    replan(
      acting,
      row,
      run,
      without(run, (other) => other.id === step),
      at,
      'passed',
    ),
  ];
}

const without = (run: Run, goes: (step: Step) => boolean): readonly Step[] => {
  const current = indexOf(run, run.current.step);
  return run.plan.filter((step, i) => i <= current || !goes(step));
};

export const endMeeting = (acting: Acting, at: number): Draft[] =>
  acting.row?.run ? [write(acting, 'meeting.ended', { at })] : [];

/** A rare sign of life of a running meeting that nobody touches. */
export const stillAlive = (acting: Acting, at: number): Draft[] =>
  acting.row?.run ? [write(acting, 'meeting.alive', { at })] : [];

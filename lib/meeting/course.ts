import type { Draft } from '../fact/fact.ts';
import { type Acting, write } from './commands.ts';
import { givenTurns } from './given-turns.ts';
import type { MeetingRow } from './meeting.ts';
import { joinPlan, leavePlan, reseat } from './members-in-plan.ts';
import { askedMs, canGive, MINUTE_MS, type Step } from './plan.ts';
import { type Refit, refit } from './refit.ts';
import { type Run, usedBySteps } from './run.ts';
import { maySteer } from './steering.ts';
import { turnId } from './turns.ts';
import { spentMs } from './view.ts';

const indexOf = (run: Run, step: string): number => run.plan.findIndex((one) => one.id === step);

/**
 * The plan with all from index `from` on fitted into what is left of the meeting at `at`.
 * @param nowMs what the step one is in will have had when it is left.
 */
const fitted = (
  row: MeetingRow,
  run: Run,
  from: number,
  at: number,
  nowMs: number,
  plan: readonly Step[] = run.plan,
) => {
  const used = usedBySteps(run);
  const gone = new Map(used).set(run.current.step, nowMs);
  // Whoever gave a turn away and is here may have no step; of one who stays away there is no turn to have.
  const givers = Object.keys(row.gave).filter((member) => row.presence[member]?.presence !== 'away');
  const here = givers.concat(plan.flatMap((step) => step.member ?? []));
  const { asked, turns } = givenTurns([...new Set(here)], row.gave, askedMs(row.asked));
  const claims = { turns, extra: new Map(Object.entries(run.extra)) };
  return refit(plan, from, run.endsAt - at, run.format, asked, { used, gone, claims });
};

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
  const plan = forward ? [...fitted(row, run, index, at, spentMs(run, at)).steps] : undefined;
  return [write(acting, 'meeting.moved', { from: run.current.step, to, at, ...(plan ? { plan } : {}) })];
}

/** How far the meeting would run over, ms, if the step one is in were left at `at` and the rest fitted. */
export const overAfterNext = (row: MeetingRow, run: Run, at: number): number =>
  fitAfterNext(row, run, at).overMs;

/** What the steps to come would be if the step one is in were left at `at`. */
export function fitAfterNext(row: MeetingRow, run: Run, at: number): Refit {
  const from = indexOf(run, run.current.step) + 1;
  return fitted(row, run, from, at, spentMs(run, at));
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
export function replan(
  acting: Acting,
  row: MeetingRow,
  run: Run,
  plan: readonly Step[],
  at: number,
  reason: 'extended' | 'late' | 'left' | 'passed' | 'given' | 'swapped',
): Draft {
  const index = plan.findIndex((step) => step.id === run.current.step);
  const spent = spentMs(run, at);
  const restMs = Math.max(0, (plan[index]?.ms ?? 0) - spent);
  return write(acting, 'meeting.replanned', {
    at,
    reason,
    step: run.current.step,
    plan: [...fitted(row, run, index + 1, at + restMs, spent + restMs, plan).steps],
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
  const spent = spentMs(run, at);
  const restMs = Math.max(0, (run.plan[index]?.ms ?? 0) - spent);
  const { steps } = fitted(row, run, index + 1, at + restMs, spent + restMs);
  return [write(acting, 'meeting.resumed', { at, plan: [...steps] })];
}

/**
 * A member arrives late: their steps are added to all phases that are not over. Whoever does not steer the meeting notes
 * it and no more: a note is no reason to take over.
 */
export function arriveLate(acting: Acting, member: string, order: readonly string[], at: number): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const presence = write(acting, 'meeting.presence', {
    member,
    presence: 'late',
    at,
    replaces: row.setBy[`presence:${member}`] ?? [],
  });
  const plan = withoutGiven(row, row.run, joinPlan(row.run, member, order), member);
  return plan === row.run.plan || !steers(acting)
    ? [presence]
    : [presence, replan(acting, row, row.run, plan, at, 'late')];
}

const steers = ({ slot, row, by }: Acting): boolean => maySteer(slot.circleId, row, by);

/** Whether it was only noted that a member came late or left, and I may change the plan to fit. */
export function isOnlyNoted(acting: Acting, member: string, order: readonly string[]): boolean {
  const { row } = acting;
  if (!row?.run || !steers(acting)) return false;
  const { run } = row;
  const presence = row.presence[member]?.presence;
  if (presence === 'left') return leavePlan(run, member) !== run.plan;
  return presence === 'late' && withoutGiven(row, run, joinPlan(run, member, order), member) !== run.plan;
}

/** A turn that was given away before its giver came stays with whoever has it. */
function withoutGiven(row: MeetingRow, run: Run, plan: readonly Step[], member: string): readonly Step[] {
  if (row.gave[member] === undefined || plan === run.plan) return plan;
  const given = new Set(run.format.phases.filter(canGive).map((phase) => phase.id));
  const left = plan.filter(
    (step) => step.member !== member || !given.has(step.phase) || run.plan.includes(step),
  );
  return left.length === run.plan.length ? run.plan : left;
}

/** A member leaves early: their steps that have not begun are taken out. Whoever does not steer only notes it. */
export function leaveEarly(acting: Acting, member: string, at: number): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const presence = write(acting, 'meeting.presence', {
    member,
    presence: 'left',
    at,
    replaces: row.setBy[`presence:${member}`] ?? [],
  });
  const plan = leavePlan(row.run, member);
  return plan === row.run.plan || !steers(acting)
    ? [presence]
    : [presence, replan(acting, row, row.run, plan, at, 'left')];
}

/** A member passes: the turn is left out when it is to come, and left at once, with all its parts, when it is on. */
export function pass(acting: Acting, step: string, at: number): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const { run } = row;
  const index = indexOf(run, step);
  const one = run.plan[index];
  if (!one?.member) return [];
  const passed = one.kind === 'contracts' ? [write(acting, 'meeting.passed', { member: one.member })] : [];
  const now = indexOf(run, run.current.step);
  const turn = turnId(one);
  const isOn = run.plan[now] !== undefined && turnId(run.plan[now]) === turn;
  if (isOn) {
    const next = run.plan.find((other, i) => i > now && turnId(other) !== turn);
    return next ? [...passed, ...moveTo(acting, next.id, at)] : passed;
  }
  if (index < now) return passed;
  const plan = run.plan.filter((other, i) => i <= now || turnId(other) !== turn);
  return [...passed, ...noteHere(acting, one.member, plan, at), replan(acting, row, run, plan, at, 'passed')];
}

/** Whoever passes the last of their turns is still here, and is noted to be: the plan does not tell it any more. */
function noteHere(acting: Acting, member: string, plan: readonly Step[], at: number): Draft[] {
  const { row } = acting;
  if (row?.presence[member] !== undefined || plan.some((step) => step.member === member)) return [];
  const replaces = row?.setBy[`presence:${member}`] ?? [];
  return [write(acting, 'meeting.presence', { member, presence: 'here', at, replaces })];
}

/** Others than planned have the turns of a phase with few seats; turns that have begun stay. */
export function chooseForPhase(
  acting: Acting,
  phase: string,
  members: readonly string[],
  at: number,
): Draft[] {
  const { row } = acting;
  if (!row?.run) return [];
  const plan = reseat(row.run, phase, members);
  return plan === row.run.plan ? [] : [replan(acting, row, row.run, plan, at, 'passed')];
}

/** The talk has drifted: back to the question of the step one is in. */
export const loseThread = (acting: Acting, at: number): Draft[] =>
  acting.row?.run ? [write(acting, 'meeting.lost', { at, step: acting.row.run.current.step })] : [];

/** A member has said their stroke. */
export const sayStroke = (acting: Acting, member: string): Draft[] => [
  write(acting, 'meeting.stroked', { member }),
];

export const endMeeting = (acting: Acting, at: number): Draft[] =>
  acting.row?.run ? [write(acting, 'meeting.ended', { at })] : [];

/** A rare sign of life of a running meeting that nobody touches. */
export const stillAlive = (acting: Acting, at: number): Draft[] =>
  acting.row?.run ? [write(acting, 'meeting.alive', { at })] : [];

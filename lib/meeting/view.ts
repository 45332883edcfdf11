import type { MeetingRow } from './meeting.ts';
import { MINUTE_MS, type Step } from './plan.ts';
import { elapsedMs, isSilent, type Past, type Run, toGoMs, usedBySteps } from './run.ts';

export type Lateness = { kind: 'onTime' } | { kind: 'behind' | 'ahead'; minutes: number };

/** A running meeting at a moment, derived from when things began; nothing is counted. */
export interface RunningView {
  step: Step;
  index: number;
  /** Negative when over. */
  remainingMs: number;
  elapsedMs: number;
  totalMs: number;
  paused: boolean;
  /** A minute or less is left. */
  soon: boolean;
  over: boolean;
  next: Step | null;
  previous: Step | null;
  lateness: Lateness;
  /** Until all steps to come are through, at their present lengths. */
  leftInAllMs: number;
  /** How far past the planned end that will be; 0 when in time. */
  overMs: number;
  /** Time used at work, by member, with the running turn. */
  usedMs: ReadonlyMap<string, number>;
  /** Steps that were had, also when they were come back to. */
  done: ReadonlySet<string>;
}

export type MeetingView =
  | { phase: 'before' }
  | { phase: 'running'; running: RunningView }
  | { phase: 'ended'; endedAt: number; bySilence: boolean };

/** What a screen shows of a meeting at `now` (UTC ms). */
export function viewMeeting(row: MeetingRow, now: number): MeetingView {
  const { run } = row;
  if (row.endedAt !== null) return { phase: 'ended', endedAt: row.endedAt, bySilence: false };
  if (!run) return { phase: 'before' };
  if (isSilent(run, now)) return { phase: 'ended', endedAt: run.aliveAt, bySilence: true };
  return { phase: 'running', running: viewRun(run, now) };
}

/** All that was left and the step one is in, as if it were left at `now`. */
function withCurrent(run: Run, now: number): Past[] {
  const step = run.plan.find((one) => one.id === run.current.step);
  if (run.endedAt !== null || !step) return [...run.history];
  const { id, member, kind } = step;
  const usedMs = elapsedMs(run.current, now);
  return [...run.history, { step: id, member, kind, startedAt: run.current.startedAt, endedAt: now, usedMs }];
}

/** Time used in turns of work, by member, ms. */
export function workUsed(run: Run, now: number): Map<string, number> {
  const used = new Map<string, number>();
  for (const { member, kind, usedMs } of withCurrent(run, now))
    if (member !== null && kind === 'work') used.set(member, (used.get(member) ?? 0) + usedMs);
  return used;
}

/** How long each step has run before the present visit, so that coming back goes on where it was left. */
function earlierMs(run: Run, step: string): number {
  return run.history.reduce((sum, past) => sum + (past.step === step ? past.usedMs : 0), 0);
}

/** How long the current step has run in all, ms. */
export const spentMs = (run: Run, now: number): number =>
  earlierMs(run, run.current.step) + elapsedMs(run.current, now);

/** When the step one is in is over at its present length, UTC ms; null while it is paused, or when it is in no plan. */
export function runsOutAt(run: Run): number | null {
  const { current, plan } = run;
  const step = plan.find((one) => one.id === current.step);
  if (!step || current.pausedAt !== null) return null;
  return current.startedAt + current.pausedMs + step.ms - earlierMs(run, current.step);
}

function viewRun(run: Run, now: number): RunningView {
  const { plan, current } = run;
  const index = Math.max(
    0,
    plan.findIndex((step) => step.id === current.step),
  );
  const step = plan[index] ?? { id: '', phase: '', kind: 'talk' as const, member: null, ms: 0 };
  const spent = spentMs(run, now);
  const remainingMs = step.ms - spent;
  const done = new Set(run.history.map((past) => past.step));
  const ahead = plan.slice(index + 1);
  const used = usedBySteps(run);
  const leftInAllMs =
    Math.max(0, remainingMs) +
    ahead.reduce((sum, one) => sum + Math.max(0, one.ms - (used.get(one.id) ?? 0)), 0);
  const paused = current.pausedAt !== null;
  return {
    step,
    index,
    remainingMs,
    elapsedMs: spent,
    totalMs: step.ms,
    paused,
    soon: remainingMs <= MINUTE_MS && remainingMs > 0 && step.ms > MINUTE_MS,
    over: remainingMs <= 0,
    next: plan[index + 1] ?? null,
    previous: plan[index - 1] ?? null,
    lateness: lateness(run, now),
    leftInAllMs,
    overMs: Math.max(0, now + leftInAllMs - run.endsAt),
    usedMs: workUsed(run, now),
    done,
  };
}

/**
 * When the meeting would be over if all that is to come took as long as first planned, against when it was to be over
 * (`Run.originalPlan`). Less than a minute is "on time".
 */
function lateness(run: Run, wall: number): Lateness {
  // A wall clock that stands before the step began says nothing.
  const now = Math.max(wall, run.current.startedAt);
  const behindMs = now + toGoMs(run, run.originalPlan, now) - run.measuredTo;
  const minutes = Math.floor(Math.round(Math.abs(behindMs)) / MINUTE_MS);
  if (minutes === 0) return { kind: 'onTime' };
  return { kind: behindMs > 0 ? 'behind' : 'ahead', minutes };
}

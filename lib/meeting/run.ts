import type { Known } from '../fact/fold.ts';
import type { meetingKinds } from './facts.ts';
import type { Format } from './format.ts';
import { MINUTE_MS, type Step } from './plan.ts';

/** The step one is in. Time is derived: what has run is `f(current, now)`. Instants are UTC ms. */
export interface Current {
  step: string;
  startedAt: number;
  /** Pauses that are over, ms. */
  pausedMs: number;
  /** When the pause that is on began; null while the clock runs. */
  pausedAt: number | null;
}

/** A step that was left. */
export interface Past {
  step: string;
  member: string | null;
  kind: Step['kind'];
  startedAt: number;
  endedAt: number;
  /** Without pauses. */
  usedMs: number;
}

/** A meeting that was started. */
export interface Run {
  startedAt: number;
  endsAt: number;
  format: Format;
  plan: readonly Step[];
  /**
   * What "behind" is measured by: the plan as it was at the start, or when the circle last changed who has a turn
   * (somebody came, left or passed); a re-fit because of the clock does not move it.
   */
  originalPlan: readonly Step[];
  /** When the meeting would be over by `originalPlan`, UTC ms. */
  measuredTo: number;
  /** The last sign of life, UTC ms. */
  aliveAt: number;
  /** ms that members have beyond an equal share, from earlier meetings. */
  extra: Readonly<Record<string, number>>;
  current: Current;
  history: readonly Past[];
  /** When the thread was lost, and in which step; presses at about the same time are one. */
  lost: readonly { step: string; at: number }[];
  endedAt: number | null;
}

export type MeetingFact = Known<typeof meetingKinds>;

/** How long the current step has run at `now`, without pauses, ms. */
export const elapsedMs = (current: Current, now: number): number =>
  Math.max(0, (current.pausedAt ?? now) - current.startedAt - current.pausedMs);

/** A meeting that nobody ended counts as over this long after both its planned end and its last sign of life. */
export const SILENCE_MS = 2 * 60 * MINUTE_MS;

/** Whether a meeting that nobody ended is over at `now`: it ended at its last sign of life. */
export const isSilent = (run: Run, now: number): boolean =>
  run.endedAt === null && now > Math.max(run.endsAt, run.aliveAt) + SILENCE_MS;

/** How long each step ran in visits that are over, ms. */
export function usedBySteps(run: Run): Map<string, number> {
  const used = new Map<string, number>();
  for (const { step, usedMs } of run.history) used.set(step, (used.get(step) ?? 0) + usedMs);
  return used;
}

/** How long `plan` still takes from the step one is in, by the part of each step that is left, ms. */
export function toGoMs(run: Run, plan: readonly Step[], now: number): number {
  const used = usedBySteps(run);
  const lengths = new Map(plan.map((step) => [step.id, step.ms]));
  const index = run.plan.findIndex((step) => step.id === run.current.step);
  return run.plan.slice(Math.max(0, index)).reduce((all, step) => {
    const hadMs = (used.get(step.id) ?? 0) + (step.id === run.current.step ? elapsedMs(run.current, now) : 0);
    const left = step.ms > 0 ? Math.max(0, 1 - hadMs / step.ms) : 0;
    return all + (lengths.get(step.id) ?? step.ms) * left;
  }, 0);
}

/**
 * Runs a meeting's facts, in reading order, through its course: null before the start. What does not apply (a second
 * Next from the same step, a step that is not in the plan, anything after the end) changes nothing. A start after
 * the end (or after two hours of silence: somebody had pressed Start by mistake) begins anew.
 */
export function runMeeting(facts: readonly MeetingFact[]): Run | null {
  let run: Run | null = null;
  for (const fact of facts) run = next(run, fact);
  return run;
}

function next(run: Run | null, fact: MeetingFact): Run | null {
  const at = 'at' in fact.body ? fact.body.at : null;
  const over = run === null || run.endedAt !== null || (at !== null && isSilent(run, at));
  if (over) return fact.kind === 'meeting.started' ? begin(fact.body) : run;
  const after = step(run, fact);
  return at === null ? after : { ...after, aliveAt: Math.max(after.aliveAt, at) };
}

/** Two who press at the same moment mean one thing. */
const ONE_LOSS_MS = MINUTE_MS;

/** One fact of a meeting that runs. */
function step(run: Run, fact: MeetingFact): Run {
  switch (fact.kind) {
    case 'meeting.moved': {
      const { from, to, at } = fact.body;
      const plan = fact.body.plan ?? run.plan;
      if (from !== run.current.step || !plan.some((step) => step.id === to)) return run;
      const current = { step: to, startedAt: at, pausedMs: 0, pausedAt: null };
      return { ...run, plan, current, history: [...run.history, leave(run, at)] };
    }
    case 'meeting.paused':
      if (run.current.pausedAt !== null) return run;
      return { ...run, current: { ...run.current, pausedAt: fact.body.at } };
    case 'meeting.resumed': {
      const { pausedAt, pausedMs } = run.current;
      if (pausedAt === null) return run;
      const more = Math.max(0, fact.body.at - pausedAt);
      const current = { ...run.current, pausedAt: null, pausedMs: pausedMs + more };
      const endsAt = fact.body.endsAt ?? run.endsAt;
      return { ...run, endsAt, current, plan: keeping(run, fact.body.plan) };
    }
    case 'meeting.replanned': {
      const { reason, step: from = run.current.step } = fact.body;
      if (reason === 'extended' && from !== run.current.step) return run;
      const plan = keeping(run, fact.body.plan);
      const endsAt = fact.body.endsAt ?? run.endsAt;
      // A minute more, or another order, is measured against what was planned before.
      if (plan === run.plan || reason === 'extended' || reason === 'swapped') return { ...run, endsAt, plan };
      const measuredTo = fact.body.at + toGoMs({ ...run, plan }, plan, fact.body.at);
      return { ...run, endsAt, plan, originalPlan: plan, measuredTo };
    }
    case 'meeting.lost': {
      const { step: at, at: when } = fact.body;
      const last = run.lost.at(-1);
      const isSame = last?.step === at && Math.abs(when - last.at) < ONE_LOSS_MS;
      return isSame ? run : { ...run, lost: [...run.lost, { step: at, at: when }] };
    }
    case 'meeting.ended':
      return { ...run, endedAt: fact.body.at, history: [...run.history, leave(run, fact.body.at)] };
    default:
      return run;
  }
}

/** A new plan counts only when the step one is in is part of it. */
const keeping = (run: Run, plan: readonly Step[] | undefined): readonly Step[] =>
  plan?.some((step) => step.id === run.current.step) ? plan : run.plan;

function begin(body: Extract<MeetingFact, { kind: 'meeting.started' }>['body']): Run | null {
  const first = body.plan[0];
  if (!first) return null;
  return {
    startedAt: body.at,
    endsAt: body.endsAt,
    format: body.format,
    plan: body.plan,
    originalPlan: body.plan,
    measuredTo: body.at + body.plan.reduce((all, one) => all + one.ms, 0),
    aliveAt: body.at,
    extra: body.extra ?? {},
    current: { step: first.id, startedAt: body.at, pausedMs: 0, pausedAt: null },
    history: [],
    lost: [],
    endedAt: null,
  };
}

function leave(run: Run, at: number): Past {
  const step = run.plan.find((one) => one.id === run.current.step);
  return {
    step: run.current.step,
    member: step?.member ?? null,
    kind: step?.kind ?? 'talk',
    startedAt: run.current.startedAt,
    endedAt: at,
    usedMs: elapsedMs(run.current, at),
  };
}

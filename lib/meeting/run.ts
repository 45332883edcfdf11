import type { Known } from '../fact/fold.ts';
import type { meetingKinds } from './facts.ts';
import type { Format } from './format.ts';
import type { Step } from './plan.ts';

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
  /** As it was at the start; what "behind" is measured by. */
  originalPlan: readonly Step[];
  current: Current;
  history: readonly Past[];
  endedAt: number | null;
}

export type MeetingFact = Known<typeof meetingKinds>;

/** How long the current step has run at `now`, without pauses, ms. */
export const elapsedMs = (current: Current, now: number): number =>
  Math.max(0, (current.pausedAt ?? now) - current.startedAt - current.pausedMs);

/**
 * Runs a meeting's facts, in reading order, through its course: null before the start. What does not apply (a second
 * Next from the same step, a step that is not in the plan, anything after the end) changes nothing.
 */
export function runMeeting(facts: readonly MeetingFact[]): Run | null {
  let run: Run | null = null;
  for (const fact of facts) run = next(run, fact);
  return run;
}

function next(run: Run | null, fact: MeetingFact): Run | null {
  if (!run) return fact.kind === 'meeting.started' ? begin(fact.body) : null;
  if (run.endedAt !== null) return run;
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
      return { ...run, current, plan: keeping(run, fact.body.plan) };
    }
    case 'meeting.replanned':
      return { ...run, plan: keeping(run, fact.body.plan) };
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
    current: { step: first.id, startedAt: body.at, pausedMs: 0, pausedAt: null },
    history: [],
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

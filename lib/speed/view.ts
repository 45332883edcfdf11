import type { SpeedCourse, SpeedEvent } from './event.ts';
import { endsByItself, MINUTE_MS, type SpeedStep } from './timetable.ts';

/** The part that is on at a moment. All times in ms. */
export interface SpeedPart {
  step: SpeedStep;
  index: number;
  startedAt: number;
  elapsedMs: number;
  /** Below 0 by how much it is over. */
  remainingMs: number;
  over: boolean;
  /** The last minute of a part that is longer than that. */
  soon: boolean;
}

const SOON_MS = MINUTE_MS;
/** A wrap-up that nobody ended is over this long after its time. */
const SILENT_MS = 60 * MINUTE_MS;

/**
 * Which part is on at `now` (UTC ms), however long nobody looked: the parts of the rounds follow each other by the clock,
 * those that all share wait for the host.
 */
export function partAt(course: SpeedCourse, now: number): SpeedPart {
  const moment = course.pausedAt ?? now;
  let index = Math.max(
    0,
    course.steps.findIndex(({ id }) => id === course.step),
  );
  let { startedAt } = course;
  const stepAt = (place: number): SpeedStep =>
    course.steps[place] ?? { id: course.step, kind: 'wrapUp', round: null, ms: 0 };
  while (index + 1 < course.steps.length) {
    const { kind, ms } = stepAt(index);
    if (!endsByItself(kind) || moment < startedAt + ms) break;
    startedAt += ms;
    index += 1;
  }
  const step = stepAt(index);
  const elapsedMs = Math.max(0, moment - startedAt);
  const remainingMs = step.ms - elapsedMs;
  return {
    step,
    index,
    startedAt,
    elapsedMs,
    remainingMs,
    over: remainingMs <= 0,
    soon: remainingMs > 0 && remainingMs <= SOON_MS && step.ms > SOON_MS,
  };
}

/** Where an event stands. */
export type SpeedView =
  | { phase: 'before' }
  | {
      phase: 'running';
      part: SpeedPart;
      paused: boolean;
      next: SpeedStep | null;
      previous: SpeedStep | null;
      /** When it will be over if all goes on as planned, UTC ms. */
      endsAt: number;
      /** Minutes behind (or below 0: ahead of) the plan it began with; 0 within one. */
      behindMin: number;
    }
  | { phase: 'ended'; endedAt: number };

/** What there is to see of an event at `now` (UTC ms). */
export function viewSpeed({ course }: Pick<SpeedEvent, 'course'>, now: number): SpeedView {
  if (!course) return { phase: 'before' };
  if (course.endedAt !== null) return { phase: 'ended', endedAt: course.endedAt };
  const part = partAt(course, now);
  const next = course.steps[part.index + 1] ?? null;
  const paused = course.pausedAt !== null;
  if (!next && !paused && -part.remainingMs > SILENT_MS)
    return { phase: 'ended', endedAt: part.startedAt + part.step.ms };
  const later = course.steps.slice(part.index + 1).reduce((sum, { ms }) => sum + ms, 0);
  const endsAt = now + Math.max(0, part.remainingMs) + later;
  const off = endsAt - course.plannedEnd;
  return {
    phase: 'running',
    part,
    paused,
    next,
    previous: course.steps[part.index - 1] ?? null,
    endsAt,
    behindMin: Math.abs(off) < MINUTE_MS ? 0 : Math.trunc(off / MINUTE_MS),
  };
}

/** When each part begins, by the set-up before the event and by its clock while it runs. UTC ms, in order. */
export function clockTimes(event: SpeedEvent, now: number): { step: SpeedStep; at: number }[] {
  const { course } = event;
  if (!course) return follow(event.steps, event.start);
  const part = partAt(course, now);
  const held = course.pausedAt === null ? 0 : Math.max(0, now - course.pausedAt);
  const over = Math.max(0, -part.remainingMs);
  const rest = follow(course.steps.slice(part.index + 1), part.startedAt + part.step.ms + over + held);
  return [{ step: part.step, at: part.startedAt }, ...rest];
}

function follow(steps: readonly SpeedStep[], from: number): { step: SpeedStep; at: number }[] {
  let at = from;
  return steps.map((step) => {
    const begins = { step, at };
    at += step.ms;
    return begins;
  });
}

/** The moments still to come at which the bell rings: roles swap, or a half ends the round. UTC ms. */
export function bells(course: SpeedCourse, now: number): { at: number; kind: 'swap' | 'end' }[] {
  if (course.pausedAt !== null || course.endedAt !== null) return [];
  const part = partAt(course, now);
  const found: { at: number; kind: 'swap' | 'end' }[] = [];
  for (const { step, at } of follow(course.steps.slice(part.index), part.startedAt)) {
    const end = at + step.ms;
    if (end > now && step.kind !== 'move')
      found.push({ at: end, kind: step.kind === 'first' ? 'swap' : 'end' });
    if (!endsByItself(step.kind)) break;
  }
  return found;
}

/** The first round whose pairs can still be changed: the next after the one that is on. */
export function openRound(event: SpeedEvent, now: number): number {
  const { course } = event;
  if (!course) return 0;
  const { step, index } = partAt(course, now);
  if (step.round !== null) return step.round + 1;
  const next = course.steps.slice(index).find(({ round }) => round !== null);
  return next?.round ?? event.rounds.length;
}

/** The round people sit in, or go to next; null before the rounds' table is of use and after the last. */
export function shownRound(event: SpeedEvent, now: number): number | null {
  const { course } = event;
  if (!course) return event.rounds.length > 0 ? 0 : null;
  const { step } = partAt(course, now);
  const round = step.kind === 'first' || step.kind === 'second' ? step.round : openRound(event, now);
  return round !== null && round < event.rounds.length ? round : null;
}

/** The rounds that were held, in full or begun, by `now`. */
export function heldRounds(event: SpeedEvent, now: number): number {
  const { course } = event;
  if (!course) return 0;
  const reached = course.endedAt === null ? now : Math.min(now, course.endedAt);
  const { step, index } = partAt(course, reached);
  if (step.round !== null) return step.round + 1;
  const before = course.steps.slice(0, index).findLast(({ round }) => round !== null);
  return Math.min(event.rounds.length, (before?.round ?? -1) + 1);
}

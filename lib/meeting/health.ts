import { attendance } from './attendance.ts';
import { heldTime, movedTime } from './balance.ts';
import type { MeetingRow } from './meeting.ts';
import { elapsedMs } from './run.ts';

/** One gentle thing about a circle; what can be done about it is `health_<kind>_todo` in the catalogue. */
export type Health =
  | { kind: 'longGap'; days: number }
  | { kind: 'missing'; members: readonly string[] }
  | { kind: 'fewer'; came: number; of: number }
  /** Away from what makes it a circle: by the time, or by the thread that was lost. */
  | { kind: 'drift'; by: 'time' | 'thread' }
  | { kind: 'uneven' };

export interface HealthInput {
  /** Meetings that were held, the earliest first. */
  held: readonly MeetingRow[];
  /** Members now, by id. */
  members: readonly string[];
  /** 14: every other week; 0: no rhythm. */
  everyDays: number;
  /** Days since the last meeting in which the circle paused; nobody was missed then. */
  pausedDays?: number;
  /** UTC ms. */
  now: number;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * The one thing worth a word to the facilitator of the day, or null: what keeps a circle from meeting comes first, then
 * who is missed, then how the time is spent. A circle that met less than twice is left alone.
 */
export function circleHealth(input: HealthInput): Health | null {
  if (input.held.length < 2) return null;
  return longGap(input) ?? missing(input) ?? fewer(input) ?? drift(input) ?? uneven(input);
}

/** More than twice the rhythm since the last meeting; without a rhythm, three months. */
function longGap({ held, everyDays, pausedDays = 0, now }: HealthInput): Health | null {
  const last = held.at(-1);
  if (!last) return null;
  const days = Math.floor((now - last.start) / DAY_MS) - pausedDays;
  const most = everyDays > 0 ? Math.max(20, 2 * everyDays + 2) : 90;
  return days > most ? { kind: 'longGap', days } : null;
}

/** Who was away from the last two meetings and had been there before; only where most came. */
function missing({ held, members }: HealthInput): Health | null {
  const [before, last] = held.slice(-2).map((row) => attendance(row, members));
  const away = members.filter((member) => last?.away.includes(member) && before?.away.includes(member));
  const once = away.filter((member) =>
    held.slice(0, -2).some((row) => attendance(row, members).present.includes(member)),
  );
  return once.length > 0 && once.length <= 2 ? { kind: 'missing', members: once } : null;
}

/** The last two meetings had clearly fewer there than those before. */
function fewer({ held, members }: HealthInput): Health | null {
  if (held.length < 4) return null;
  const counts = held.slice(-6).map((row) => {
    const { present, away } = attendance(row, members);
    return { came: present.length, of: present.length + away.length };
  });
  const share = (some: typeof counts) =>
    some.reduce((all, one) => all + one.came, 0) /
    Math.max(
      1,
      some.reduce((all, one) => all + one.of, 0),
    );
  const lately = share(counts.slice(-2));
  const last = counts.at(-1);
  return last && lately <= 0.75 && share(counts.slice(0, -2)) - lately >= 0.2
    ? { kind: 'fewer', ...last }
    : null;
}

/** What makes it a circle and no coffee with friends. */
const CORE: ReadonlySet<string> = new Set(['reports', 'work', 'contracts', 'write']);

/**
 * In both of the last two meetings half of the reports, turns and contracts fell away, no contract was come to, or the
 * thread was lost again and again.
 */
function drift({ held }: HealthInput): Health | null {
  const last = held.filter((row) => row.run).slice(-2);
  if (last.length < 2 || !last.every((row) => hasDrifted(row) || lostOften(row))) return null;
  return { kind: 'drift', by: last.some(hasDrifted) ? 'time' : 'thread' };
}

/** So often in one meeting that it is worth a word. */
const LOST_OFTEN = 3;

const lostOften = ({ run }: MeetingRow): boolean => run !== null && run.lost.length >= LOST_OFTEN;

/** A step that was left sooner was only passed through. */
const GLANCE_MS = 15_000;

function hasDrifted({ run }: MeetingRow): boolean {
  if (!run) return false;
  const core = run.plan.filter((step) => CORE.has(step.kind));
  if (core.length === 0) return false;
  const usedMs = run.history.reduce((all, past) => all + (CORE.has(past.kind) ? past.usedMs : 0), 0);
  const now = run.plan.find((step) => step.id === run.current.step);
  const nowMs = run.endedAt === null && now && CORE.has(now.kind) ? elapsedMs(run.current, run.aliveAt) : 0;
  const plannedMs = core.reduce((all, step) => all + step.ms, 0);
  const hasCome = (kind: string) =>
    run.history.some((past) => past.kind === kind && past.usedMs >= GLANCE_MS) ||
    (now?.kind === kind && run.endedAt === null);
  const skipsContracts = core.some((step) => step.kind === 'contracts') && !hasCome('contracts');
  return skipsContracts || usedMs + nowMs < plannedMs / 2;
}

/** Over the last meetings a good part of the time went from some to others who had not been given it. */
const UNEVEN_PART = 0.15;

function uneven({ held }: HealthInput): Health | null {
  const times = held.flatMap((row) => heldTime(row) ?? []).slice(-3);
  if (times.length < 2) return null;
  const parts = times.map((time) => {
    const { movedMs, allMs } = movedTime(time);
    return movedMs / Math.max(1, allMs);
  });
  return parts.every((part) => part >= UNEVEN_PART) ? { kind: 'uneven' } : null;
}

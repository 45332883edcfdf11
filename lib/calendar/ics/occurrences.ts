import type { Occurrence } from '../event.ts';
import type { Draft } from './draft.ts';
import { expandRule } from './expand-rule.ts';
import type { ZoneResolver } from './resolve-zone.ts';
import { lastWall } from './rule.ts';
import { DAY_MS, dayOfWall, type LocalTime } from './wall-time.ts';
import { UTC, type Zone } from './zone.ts';

export interface Window {
  /** UTC ms, inclusive. */
  from: number;
  /** UTC ms, exclusive. */
  to: number;
}

export interface Placed {
  zone: Zone;
  /** UTC ms; for a whole day midnight UTC of its date, the same for members in every zone. */
  start: number;
  lengthMs: number;
  occurrences: Occurrence[];
  /** False when a rule went beyond the bounds; then only the start and single dates stand. */
  complete: boolean;
}

/** Wider than any zone's offset and any change of the clock. */
const SLACK = 27 * 3_600_000;

/** Places a master event and the overrides of its UID in time, and keeps what touches the window. */
export function placeSeries(
  master: Draft,
  overrides: readonly Draft[],
  zones: ZoneResolver,
  window: Window,
): Placed {
  const zone = master.start.date ? UTC : zones.resolve(master.start.tzid);
  const at = reader(master, zones);
  const start = at(master.start);
  const lengthMs = lengthOf(master, start, at);
  const toWall = (utc: number) => utc + zone.offsetAt(utc);
  const span = { from: window.from - Math.max(lengthMs, 0) - SLACK, to: window.to + SLACK };

  const lengths = new Map<number, number>();
  let complete = true;
  for (const rule of master.rules) {
    const expansion = expandRule(rule, master.start.wall, lastWall(rule, toWall), span);
    if (expansion.complete) for (const wall of expansion.walls) lengths.set(zone.toUtc(wall), lengthMs);
    else complete = false;
  }
  if (master.rules.length === 0 || !complete) lengths.set(start, lengthMs);
  for (const extra of master.extraDates) {
    const from = at(extra.at);
    const end = extra.end ? at(extra.end) : null;
    lengths.set(from, end !== null && end > from ? end - from : (extra.lengthMs ?? lengthMs));
  }
  removeExceptions(master, lengths, at, toWall);

  const moves = readMoves(master, overrides, zones, lengths, toWall);
  const occurrences: Occurrence[] = [];
  const keep = (one: Occurrence) => {
    if (touches(one.start, one.lengthMs, window) || touches(one.originalStart, one.lengthMs, window))
      occurrences.push(one);
  };
  for (const [originalStart, length] of lengths) {
    if (moves.single.has(originalStart)) continue;
    const range = moves.ranges.findLast((move) => move.from <= originalStart);
    if (!range) keep({ originalStart, start: originalStart, lengthMs: length, cancelled: false });
    else {
      const moved = zone.toUtc(toWall(originalStart) + range.shift);
      keep({ originalStart, start: moved, lengthMs: range.lengthMs, cancelled: range.cancelled });
    }
  }
  for (const [originalStart, move] of moves.single) keep({ originalStart, ...move });
  occurrences.sort((a, b) => a.originalStart - b.originalStart);
  return { zone, start, lengthMs, occurrences, complete };
}

/** Places occurrences whose master is not in the file: invitations to single dates of somebody else's series. */
export function placeOrphans(orphans: readonly Draft[], zones: ZoneResolver, window: Window): Occurrence[] {
  const byStart = new Map<number, Occurrence>();
  for (const orphan of orphans) {
    const at = reader(orphan, zones);
    const start = at(orphan.start);
    const lengthMs = lengthOf(orphan, start, at);
    const replaced = orphan.replaces ? at(orphan.replaces) : start;
    // A date alone names the day; the time of day is then the occurrence's own.
    const originalStart = orphan.replaces?.date && !orphan.start.date ? start : replaced;
    const one = { originalStart, start, lengthMs, cancelled: orphan.status === 'cancelled' };
    if (touches(start, lengthMs, window) || touches(originalStart, lengthMs, window))
      byStart.set(originalStart, one);
  }
  return [...byStart.values()].sort((a, b) => a.originalStart - b.originalStart);
}

/** Whether a stretch of time touches the window; one without length counts where it starts. */
export function touches(start: number, lengthMs: number, window: Window): boolean {
  return start < window.to && (start >= window.from || start + lengthMs > window.from);
}

/**
 * Reads the times that stand beside the DTSTART of `draft`. One without a zone is in the zone of DTSTART, also where
 * it should have had one. Beside a whole day only the date counts; a moment in UTC names the date it is here then.
 */
function reader(draft: Draft, zones: ZoneResolver): (time: LocalTime) => number {
  if (draft.start.date) {
    return (time) => {
      const isMoment = time.tzid === 'UTC' && time.wall % DAY_MS !== 0;
      return dayOfWall(isMoment ? time.wall + zones.floating.offsetAt(time.wall) : time.wall) * DAY_MS;
    };
  }
  const own = zones.resolve(draft.start.tzid);
  return (time) => (time.date || time.tzid === '' ? own : zones.resolve(time.tzid)).toUtc(time.wall);
}

/** ms from start to end; a whole day when a date has no end, nothing when a time has none. Never negative. */
function lengthOf(draft: Draft, start: number, at: (time: LocalTime) => number): number {
  const { end } = draft;
  if (draft.start.date) {
    const days = end
      ? dayOfWall(end.wall) - dayOfWall(draft.start.wall)
      : Math.ceil((draft.lengthMs ?? DAY_MS) / DAY_MS);
    return Math.max(1, days) * DAY_MS;
  }
  return Math.max(0, end ? at(end) - start : (draft.lengthMs ?? 0));
}

/** EXDATE: the very moment, whatever zone it is written in; a date alone takes every occurrence of that day. */
function removeExceptions(
  master: Draft,
  lengths: Map<number, number>,
  at: (time: LocalTime) => number,
  toWall: (utc: number) => number,
): void {
  const days = new Set<number>();
  for (const except of master.exceptDates) {
    if (except.date && !master.start.date) days.add(dayOfWall(except.wall));
    else lengths.delete(at(except));
  }
  if (days.size === 0) return;
  for (const utc of lengths.keys()) if (days.has(dayOfWall(toWall(utc)))) lengths.delete(utc);
}

interface Moves {
  single: Map<number, Omit<Occurrence, 'originalStart'>>;
  /** From `from` on, all shifted by `shift` of wall time; in order. */
  ranges: { from: number; shift: number; lengthMs: number; cancelled: boolean }[];
}

function readMoves(
  master: Draft,
  overrides: readonly Draft[],
  zones: ZoneResolver,
  lengths: ReadonlyMap<number, number>,
  toWall: (utc: number) => number,
): Moves {
  const at = reader(master, zones);
  const moves: Moves = { single: new Map(), ranges: [] };
  const byDay = new Map<number, number>();
  if (overrides.some((override) => override.replaces?.date)) {
    for (const utc of lengths.keys()) byDay.set(dayOfWall(toWall(utc)), utc);
  }
  for (const override of overrides) {
    const id = override.replaces;
    if (!id) continue;
    // RECURRENCE-ID is that very moment; given as a date it is the occurrence of that day.
    const originalStart = (id.date ? byDay.get(dayOfWall(id.wall)) : undefined) ?? at(id);
    // A whole day may be moved to a time of day.
    const own = master.start.date && !override.start.date ? reader(override, zones) : at;
    const start = own(override.start);
    const lengthMs = lengthOf(override, start, own);
    const cancelled = override.status === 'cancelled';
    // Cancelling what is not there says nothing; replacing it does: the occurrence was written down for a reason.
    if (cancelled && !override.andFollowing && !lengths.has(originalStart)) continue;
    if (!override.andFollowing) moves.single.set(originalStart, { start, lengthMs, cancelled });
    else
      moves.ranges.push({
        from: originalStart,
        shift: toWall(start) - toWall(originalStart),
        lengthMs,
        cancelled,
      });
  }
  moves.ranges.sort((a, b) => a.from - b.from);
  return moves;
}

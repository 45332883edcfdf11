import type { Format, Part, Phase } from '../format.ts';
import { sessionsOf } from './check-format.ts';

/** A format of one's own, the same as `format` in all but id and name. */
export function copyFormat(format: Format, id: string, name: string): Format {
  const { session: _, ...rest } = structuredClone(format);
  return { ...rest, id, name, version: 1, basedOn: format.basedOn ?? format.id };
}

/** What a turn's parts add up to, in minutes. */
const partsMinutes = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.minutes, 0);

/** A phase whose minutes say what its parts add up to, and that has nothing only turns can have when it has none. */
export function tidyPhase(phase: Phase): Phase {
  const { parts, seats, groupsOf, order, inAll, ...rest } = phase;
  if (!phase.perMember) return rest;
  const hasParts = parts !== undefined && parts.length > 0;
  const minutes = hasParts && phase.minutes !== 'rest' ? partsMinutes(parts) : phase.minutes;
  return {
    ...rest,
    minutes,
    ...(hasParts ? { parts } : {}),
    ...(seats !== undefined && groupsOf === undefined ? { seats } : {}),
    ...(groupsOf !== undefined ? { groupsOf } : {}),
    ...(order !== undefined && order !== 'seats' ? { order } : {}),
    ...(inAll && !hasParts && minutes !== 'rest' ? { inAll } : {}),
  };
}

/** The format with other phases in its `session`th meeting (from 0). */
export function withPhases(format: Format, session: number, phases: readonly Phase[]): Format {
  const all = sessionsOf(format).map((one, i) => (i === session ? phases : one).map(tidyPhase));
  const [first = []] = all;
  if (!format.sessions) return { ...format, phases: first };
  const sessions = format.sessions.map((one, i) => ({ ...one, phases: all[i] ?? [] }));
  return { ...format, phases: first, sessions };
}

/** An id that none of these phases (or parts) has yet. */
export function freeId(taken: readonly { id: string }[], stem: string): string {
  for (let i = 1; ; i += 1) if (!taken.some((one) => one.id === `${stem}-${i}`)) return `${stem}-${i}`;
}

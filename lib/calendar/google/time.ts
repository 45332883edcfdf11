import { readLocalTime } from '../ics/wall-time.ts';
import { ianaZone } from '../ics/zone.ts';
import { fieldOf, textOf } from './read-value.ts';

export interface Time {
  /** UTC ms; for a whole day midnight UTC of its date, the same for members in every zone. */
  at: number;
  allDay: boolean;
  /** IANA. */
  zone: string;
}

/** RFC 3339 with an offset, as Google writes it; `Date.parse` alone would take years of six digits as well. */
const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/**
 * Reads `{ date }` or `{ dateTime, timeZone }`. A time without an offset is read in its zone; `zone` (IANA) is where
 * whole days and times without a zone are planned. Null when it names no moment.
 */
export function readTime(value: unknown, zone: string): Time | null {
  const written = textOf(fieldOf(value, 'dateTime'), 40);
  if (written === '') {
    const day = readLocalTime(textOf(fieldOf(value, 'date'), 10), '');
    return day?.date ? { at: day.wall, allDay: true, zone } : null;
  }
  const own = ianaZone(textOf(fieldOf(value, 'timeZone'), 100)) ?? ianaZone(zone);
  const at = WITH_OFFSET.test(written) ? Date.parse(written) : toInstant(written, own);
  return Number.isFinite(at) ? { at, allDay: false, zone: own?.id ?? 'UTC' } : null;
}

function toInstant(written: string, zone: ReturnType<typeof ianaZone>): number {
  const local = readLocalTime(written.replace(/\.\d+$/, ''), '');
  return local && !local.date ? (zone?.toUtc(local.wall) ?? local.wall) : Number.NaN;
}

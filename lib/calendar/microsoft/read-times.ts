import { windowsZone } from '../ics/windows-zones.ts';
import { ianaZone, UTC, type Zone } from '../ics/zone.ts';
import { type Json, objectOf, textOf } from './json.ts';

/**
 * The zone behind a name of Graph: a Windows name, an IANA name, or one of Exchange's own addresses. Null when there
 * is none (`tzone://Microsoft/Custom` names a zone that only that Outlook knew).
 */
export function zoneNamed(name: string): Zone | null {
  const clean = name.trim();
  if (clean === '' || clean.length > 200) return null;
  if (/^tzone:\/\/microsoft\/utc$/i.test(clean)) return UTC;
  const windows = windowsZone(clean);
  return ianaZone(windows ?? clean);
}

const WALL = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z)?$/;

/**
 * UTC ms of Graph's `dateTimeTimeZone` (`2026-11-05T17:00:00.0000000` and a zone's name). UTC is asked for by
 * header, but what comes in another zone is read all the same. Null when it names no moment.
 */
export function readMoment(value: unknown): number | null {
  const said = objectOf(value);
  const found = WALL.exec(textOf(said.dateTime));
  if (!found) return null;
  const wall = Date.parse(`${found[1]}Z`);
  if (!Number.isFinite(wall)) return null;
  const zone = found[3] ? UTC : (zoneNamed(textOf(said.timeZone)) ?? UTC);
  return zone.toUtc(wall);
}

/** UTC ms of an ISO text with its own offset, such as `originalStart`; null when it is none. */
export function readInstant(value: unknown): number | null {
  const text = textOf(value);
  if (!/^\d{4}-\d\d-\d\dT/.test(text)) return null;
  // Without an offset it is in UTC, which is what Graph's `DateTimeOffset` falls back to.
  const at = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isFinite(at) ? at : null;
}

export interface Times {
  start: number;
  lengthMs: number;
  allDay: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Start and length, or null when there is no start. A whole day is midnight UTC of its date, as with calendar files:
 * Graph gives whole days from midnight to midnight whatever zone is asked for. `allDay` where the event itself does
 * not say (a thin date of a series).
 */
export function readTimes(event: Json, allDay: boolean): Times | null {
  const start = readMoment(event.start);
  if (start === null) return null;
  const end = readMoment(event.end) ?? start;
  if (typeof event.isAllDay === 'boolean' ? !event.isAllDay : !allDay) {
    return { start, lengthMs: Math.max(0, end - start), allDay: false };
  }
  const days = Math.max(1, Math.round((end - start) / DAY_MS));
  return { start: Math.floor(start / DAY_MS) * DAY_MS, lengthMs: days * DAY_MS, allDay: true };
}

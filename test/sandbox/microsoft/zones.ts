import type { DateTimeTimeZone } from '@microsoft/microsoft-graph-types';
import { windowsZone } from '../../../lib/calendar/ics/windows-zones.ts';
import { ianaZone, UTC, type Zone } from '../../../lib/calendar/ics/zone.ts';
import { GraphProblem } from './problem.ts';
import type { Moment } from './state.ts';

/** Windows names that the service answers with when an IANA name was sent. */
const WINDOWS = [
  'AUS Eastern Standard Time',
  'Central Europe Standard Time',
  'Central Standard Time',
  'China Standard Time',
  'E. South America Standard Time',
  'Eastern Standard Time',
  'FLE Standard Time',
  'GMT Standard Time',
  'India Standard Time',
  'Mountain Standard Time',
  'New Zealand Standard Time',
  'Pacific Standard Time',
  'Romance Standard Time',
  'South Africa Standard Time',
  'Tokyo Standard Time',
  'W. Europe Standard Time',
] as const;

const known = new Map<string, { zone: Zone; name: string } | null>();

/** A zone by Windows or IANA name, and the name the service keeps; null when there is none. */
function find(name: string): { zone: Zone; name: string } | null {
  const seen = known.get(name);
  if (seen !== undefined) return seen;
  let found: { zone: Zone; name: string } | null = null;
  if (/^(utc|etc\/utc|etc\/gmt|tzone:\/\/microsoft\/utc)$/i.test(name)) found = { zone: UTC, name: 'UTC' };
  else {
    const iana = windowsZone(name);
    const zone = ianaZone(iana ?? name);
    if (zone)
      found = { zone, name: iana ? name : (WINDOWS.find((one) => windowsZone(one) === name) ?? name) };
  }
  known.set(name, found);
  return found;
}

export function isZone(name: string): boolean {
  return find(name) !== null;
}

function zoneOr400(name: string): { zone: Zone; name: string } {
  const found = find(name);
  if (found) return found;
  throw new GraphProblem(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );
}

/** UTC ms of a wall time in a zone. */
export function toUtc(moment: Moment): number {
  return zoneOr400(moment.zone).zone.toUtc(moment.wall);
}

/** The wall time of an instant in a zone. */
export function atZone(utc: number, name: string): Moment {
  const found = zoneOr400(name);
  return { wall: utc + found.zone.offsetAt(utc), zone: found.name };
}

/** How the service writes a time: seven digits after the second, the zone beside it. Whole days never move. */
export function dateTimeTimeZone(moment: Moment, zone: string, isAllDay: boolean): DateTimeTimeZone {
  const shown = isAllDay || moment.zone === zone ? { wall: moment.wall, zone } : atZone(toUtc(moment), zone);
  return { dateTime: new Date(shown.wall).toISOString().replace('Z', '0000'), timeZone: shown.zone };
}

const STAMP = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?)(Z)?$/;

/** Reads `{dateTime, timeZone}`; anything else is a 400. */
export function readDateTimeTimeZone(value: unknown, name: string): Moment {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const found = typeof given.dateTime === 'string' ? STAMP.exec(given.dateTime) : null;
  if (!found || typeof given.timeZone !== 'string')
    throw new GraphProblem(400, 'ErrorPropertyValidationFailure', `The property ${name} has no valid time.`);
  const wall = Date.parse(`${found[1]}T${(found[2] ?? '').replace(/(\.\d{3})\d+$/, '$1')}Z`);
  if (Number.isNaN(wall))
    throw new GraphProblem(400, 'ErrorPropertyValidationFailure', `The property ${name} has no valid time.`);
  if (found[3] && find(given.timeZone)?.name !== 'UTC') return atZone(wall, given.timeZone);
  return { wall, zone: zoneOr400(given.timeZone).name };
}

/** An instant in a query: with an offset, or without one in UTC. */
export function readInstant(text: string | null, name: string): number {
  const plain = (text ?? '').replace(/(\.\d{3})\d+/, '$1');
  const value = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(plain) ? plain : `${plain}Z`);
  if (text === null || !/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(value))
    throw new GraphProblem(
      400,
      'ErrorInvalidParameter',
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime (${name}).`,
    );
  return value;
}

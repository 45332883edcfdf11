import { expandRule } from './expand-rule.ts';
import { type Component, parseComponent, textOf } from './jcal.ts';
import { lastWall, readRule } from './rule.ts';
import { DAY_MS, dayNumber, readLocalTime } from './wall-time.ts';
import { ianaZone, type Stretch, type Zone, zoneOf } from './zone.ts';

/** Between these years a custom zone's changes are laid out; before and after them the nearest offset holds. */
const FIRST = dayNumber(1970, 1, 1) * DAY_MS;
const LAST = dayNumber(2100, 1, 1) * DAY_MS;

/** A VTIMEZONE as written: its own rules, and the well-known zone it says it is. */
export interface CustomZone {
  /** `X-LIC-LOCATION`, or the end of `TZURL`; empty when it names none. */
  location: string;
  zone: Zone | null;
}

/** Reads the text of a VTIMEZONE; null when it has no usable rule at all. `fallbackId` names the zone when nothing else does. */
export function readVtimezone(text: string): CustomZone | null {
  const component = parseComponent(text);
  if (!component) return null;
  const location =
    textOf(component, 'x-lic-location') ||
    (/zoneinfo[^/]*\/(.+?)(?:\.ics)?$/.exec(textOf(component, 'tzurl').slice(0, 500))?.[1] ?? '');
  const changes = component.components
    .slice(0, 400)
    .flatMap(readChanges)
    .sort((a, b) => a.at - b.at);
  const first = changes[0];
  if (!first) return { location, zone: null };
  const stretches: Stretch[] = [{ from: Number.NEGATIVE_INFINITY, to: first.at, offset: first.before }];
  for (const [index, change] of changes.entries()) {
    const to = changes[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (to > change.at) stretches.push({ from: change.at, to, offset: change.after });
  }
  const find = (utc: number): Stretch => {
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.to ?? 0) <= utc) low = middle + 1;
      else high = middle;
    }
    return (
      stretches[low] ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset: first.after }
    );
  };
  return { location, zone: zoneOf(nameFor(find), find) };
}

interface Change {
  /** UTC ms. */
  at: number;
  before: number;
  after: number;
}

/** The moments one STANDARD or DAYLIGHT part sets the clock. Only yearly rules are clock changes; others are ignored. */
function readChanges(part: Component): Change[] {
  const start = readLocalTime(textOf(part, 'dtstart'), '');
  const before = readOffset(textOf(part, 'tzoffsetfrom'));
  const after = readOffset(textOf(part, 'tzoffsetto'));
  if (!start || after === null) return [];
  const from = before ?? after;
  const walls = new Set([start.wall]);
  for (const property of part.properties) {
    if (property.name === 'rrule') {
      const rule = readRule(property.values[0]);
      if (rule?.freq !== 'YEARLY') continue;
      const last = lastWall(rule, (utc) => utc + from);
      for (const wall of expandRule(rule, start.wall, last, { from: FIRST, to: LAST }).walls) walls.add(wall);
    }
    if (property.name === 'rdate') {
      for (const value of property.values) {
        const time = typeof value === 'string' ? readLocalTime(value, '') : null;
        if (time) walls.add(time.tzid === 'UTC' ? time.wall + from : time.wall);
      }
    }
  }
  return [...walls].map((wall) => ({ at: wall - from, before: from, after }));
}

/** ms of `+01:00`, as ical.js writes an offset; null when it is none. */
function readOffset(text: string): number | null {
  const found = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(text);
  if (!found || Number(found[2]) > 24) return null;
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
  return (found[1] === '-' ? -1 : 1) * seconds * 1000;
}

/** Well-known zones, the usual one of each kind first, tried for the name of a custom zone. */
const LIKELY =
  'UTC Europe/London Europe/Berlin Europe/Helsinki Europe/Istanbul Europe/Moscow America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu America/Halifax America/St_Johns America/Sao_Paulo America/Santiago America/Bogota Africa/Lagos Africa/Johannesburg Africa/Nairobi Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Dhaka Asia/Bangkok Asia/Shanghai Asia/Tokyo Australia/Brisbane Australia/Adelaide Australia/Darwin Australia/Sydney Pacific/Auckland Asia/Jerusalem Africa/Cairo';

/** The name of a well-known zone whose clock agrees all through 2024 and 2025; else the plain winter offset. */
function nameFor(find: (utc: number) => Stretch): string {
  const from = dayNumber(2024, 1, 1) * DAY_MS;
  const days = Array.from({ length: 731 }, (_, index) => from + index * DAY_MS);
  const offsets = days.map((day) => find(day).offset);
  for (const name of LIKELY.split(' ')) {
    const zone = ianaZone(name);
    if (zone && days.every((day, index) => zone.offsetAt(day) === offsets[index])) return name;
  }
  const minutes = Math.round(Math.min(...offsets) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

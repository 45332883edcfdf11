import { DAY_NAMES } from '../ics/rule.ts';
import { daysInMonth } from '../ics/wall-time.ts';
import type { Zone } from '../ics/zone.ts';
import { listOf, objectOf, textOf } from './json.ts';

/** `sunday` → `SU`. */
function dayName(value: unknown): (typeof DAY_NAMES)[number] | undefined {
  return DAY_NAMES.find((name) => textOf(value).toUpperCase().startsWith(name));
}

const WEEKS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

/**
 * Graph's recurrence as one RRULE line (RFC 5545), or no line where it says nothing that repeats. It is there for
 * cadence and for showing; the dates themselves come from Graph one by one.
 */
export function readRuleLines(recurrence: unknown, zone: Zone, allDay: boolean): string[] {
  const said = objectOf(recurrence);
  const pattern = readPattern(objectOf(said.pattern));
  return pattern ? [`RRULE:${pattern.join(';')}${readRange(objectOf(said.range), zone, allDay)}`] : [];
}

function readPattern(pattern: Readonly<Record<string, unknown>>): string[] | null {
  const interval = whole(pattern.interval, 1, 999) ?? 1;
  const every = interval > 1 ? [`INTERVAL=${interval}`] : [];
  const days = [...new Set(listOf(pattern.daysOfWeek).flatMap((day) => dayName(day) ?? []))];
  const month = whole(pattern.month, 1, 12);
  const inMonth = month ? [`BYMONTH=${month}`] : [];
  switch (textOf(pattern.type)) {
    case 'daily':
      return ['FREQ=DAILY', ...every];
    case 'weekly': {
      const start = dayName(pattern.firstDayOfWeek) ?? 'SU';
      const on = days.length > 0 ? [`BYDAY=${days.join(',')}`] : [];
      return ['FREQ=WEEKLY', ...every, ...on, ...(start === 'MO' ? [] : [`WKST=${start}`])];
    }
    case 'absoluteMonthly':
      return ['FREQ=MONTHLY', ...every, ...monthDay(pattern.dayOfMonth, lengthsOf(null))];
    case 'relativeMonthly':
      return ['FREQ=MONTHLY', ...every, ...nthDay(days, pattern.index)];
    case 'absoluteYearly':
      return ['FREQ=YEARLY', ...every, ...inMonth, ...monthDay(pattern.dayOfMonth, lengthsOf(month))];
    case 'relativeYearly':
      return ['FREQ=YEARLY', ...every, ...inMonth, ...nthDay(days, pattern.index)];
    default:
      return null;
  }
}

/** The 29th to 31st fall on the last day of a shorter month in Outlook, where an RRULE would leave that month out. */
function monthDay(value: unknown, lengths: { shortest: number; longest: number }): string[] {
  const said = whole(value, 1, 31);
  if (said === null) return [];
  const day = Math.min(said, lengths.longest);
  if (day <= lengths.shortest) return [`BYMONTHDAY=${day}`];
  const days = Array.from({ length: day - lengths.shortest + 1 }, (_, index) => lengths.shortest + index);
  return [`BYMONTHDAY=${days.join(',')}`, 'BYSETPOS=-1'];
}

/** How many days a month may have: any month when none is named. */
function lengthsOf(month: number | null): { shortest: number; longest: number } {
  if (month === null) return { shortest: 28, longest: 31 };
  const longest = daysInMonth(2024, month);
  return { shortest: month === 2 ? 28 : longest, longest };
}

/** "The second Tuesday" as `2TU`; the first of several weekdays by its place in the month. */
function nthDay(days: readonly string[], index: unknown): string[] {
  const nth = WEEKS[textOf(index)] ?? 1;
  if (days.length === 0) return [];
  return days.length === 1 ? [`BYDAY=${nth}${days[0]}`] : [`BYDAY=${days.join(',')}`, `BYSETPOS=${nth}`];
}

function readRange(range: Readonly<Record<string, unknown>>, zone: Zone, allDay: boolean): string {
  switch (textOf(range.type)) {
    case 'numbered': {
      const count = whole(range.numberOfOccurrences, 1, 9999);
      return count ? `;COUNT=${count}` : '';
    }
    case 'endDate': {
      const date = /^(\d{4}-\d\d-\d\d)/.exec(textOf(range.endDate))?.[1];
      const midnight = date ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
      if (!Number.isFinite(midnight)) return '';
      if (allDay) return `;UNTIL=${stamp(midnight).slice(0, 8)}`;
      // The end date counts to its end in the zone of the event; UNTIL is a moment (RFC 5545 §3.3.10).
      return `;UNTIL=${stamp(zone.toUtc(midnight + 86_399_000))}`;
    }
    default:
      return '';
  }
}

function stamp(utc: number): string {
  return new Date(utc).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function whole(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : null;
}

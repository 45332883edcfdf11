import type { DayOfWeek, PatternedRecurrence, WeekIndex } from '@microsoft/microsoft-graph-types';
import { expandRule } from '../../../lib/calendar/ics/expand-rule.ts';
import type { Rule, RuleDay } from '../../../lib/calendar/ics/rule.ts';
import { DAY_MS, dayOfWall } from '../../../lib/calendar/ics/wall-time.ts';
import { badProperty } from './problem.ts';
import type { Item } from './state.ts';
import { isZone, toUtc } from './zones.ts';

const DAYS: readonly DayOfWeek[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const INDEXES: readonly WeekIndex[] = ['first', 'second', 'third', 'fourth', 'last'];

/** A pattern as a rule. A day that a month does not have is its last one, which is how Outlook repeats. */
function toRule({ pattern, range }: PatternedRecurrence): Rule {
  const base: Rule = {
    freq: 'DAILY',
    interval: pattern?.interval ?? 1,
    count: range?.type === 'numbered' ? (range.numberOfOccurrences ?? 1) : null,
    until: null,
    byDay: [],
    byMonth: [],
    byMonthDay: [],
    byYearDay: [],
    byWeekNo: [],
    bySetPos: [],
    byHour: [],
    byMinute: [],
    bySecond: [],
    weekStart: DAYS.indexOf(pattern?.firstDayOfWeek ?? 'sunday') + 1,
    rscale: null,
    skip: null,
  };
  const byDay: RuleDay[] = (pattern?.daysOfWeek ?? []).map((day) => ({
    weekday: DAYS.indexOf(day) + 1,
    nth: 0,
  }));
  const place = INDEXES.indexOf(pattern?.index ?? 'first') + 1;
  const bySetPos = [place === 5 ? -1 : place];
  const date = pattern?.dayOfMonth ?? 1;
  const clipped =
    date <= 28
      ? { byMonthDay: [date] }
      : { byMonthDay: Array.from({ length: date - 27 }, (_, index) => 28 + index), bySetPos: [-1] };
  const byMonth = [pattern?.month ?? 1];
  switch (pattern?.type) {
    case 'daily':
      return base;
    case 'weekly':
      return { ...base, freq: 'WEEKLY', byDay };
    case 'absoluteMonthly':
      return { ...base, freq: 'MONTHLY', ...clipped };
    case 'relativeMonthly':
      return { ...base, freq: 'MONTHLY', byDay, bySetPos };
    case 'absoluteYearly':
      return { ...base, freq: 'YEARLY', byMonth, ...clipped };
    case 'relativeYearly':
      return { ...base, freq: 'YEARLY', byMonth, byDay, bySetPos };
    default:
      throw badProperty('The recurrence pattern has no known type.');
  }
}

/** Checks what a request says of recurrence; the first day has to be the event's own. */
export function checkRecurrence(recurrence: PatternedRecurrence, startWall: number): void {
  const { pattern, range } = recurrence;
  if (!pattern || !range) throw badProperty('A recurrence needs a pattern and a range.');
  if (!Number.isInteger(pattern.interval) || (pattern.interval ?? 0) < 1)
    throw badProperty('The recurrence interval must be 1 or more.');
  const weekdays = pattern.daysOfWeek ?? [];
  if (weekdays.some((day) => !DAYS.includes(day))) throw badProperty('Unknown day of the week.');
  if (/^(weekly|relative)/.test(pattern.type ?? '') && weekdays.length === 0)
    throw badProperty('The recurrence pattern needs daysOfWeek.');
  if (
    /^absolute/.test(pattern.type ?? '') &&
    !((pattern.dayOfMonth ?? 0) >= 1 && (pattern.dayOfMonth ?? 0) <= 31)
  )
    throw badProperty('The recurrence pattern needs dayOfMonth.');
  if (/Yearly$/.test(pattern.type ?? '') && !((pattern.month ?? 0) >= 1 && (pattern.month ?? 0) <= 12))
    throw badProperty('The recurrence pattern needs month.');
  if (range.recurrenceTimeZone && !isZone(range.recurrenceTimeZone))
    throw badProperty('The recurrence time zone is not known.');
  if (range.startDate !== new Date(startWall).toISOString().slice(0, 10))
    throw badProperty('The recurrence range must start on the day of the event.');
  switch (range.type) {
    case 'noEnd':
      break;
    case 'endDate':
      if (!/^\d{4}-\d\d-\d\d$/.test(range.endDate ?? '')) throw badProperty('The range needs endDate.');
      break;
    case 'numbered':
      if (!((range.numberOfOccurrences ?? 0) >= 1)) throw badProperty('The range needs numberOfOccurrences.');
      break;
    default:
      throw badProperty('The recurrence range has no known type.');
  }
  toRule(recurrence);
}

/** The original starts of a series between two instants, UTC ms, rising; dates that were taken out are left out. */
export function originalStarts(item: Item, from: number, to: number): number[] {
  const { recurrence, content } = item;
  if (!recurrence) return [];
  const { wall, zone } = content.start;
  const range = recurrence.range;
  const last =
    range?.type === 'endDate' && range.endDate ? Date.parse(`${range.endDate}T00:00:00Z`) + DAY_MS - 1 : null;
  const { walls } = expandRule(toRule(recurrence), wall, last, { from: from - DAY_MS, to: to + DAY_MS });
  return walls
    .map((one) => toUtc({ wall: one, zone }))
    .filter((utc) => utc >= from && utc <= to && !item.cancelled.has(utc));
}

/** How long each date of a series lasts, wall ms. */
export function lengthOf(item: Item): number {
  return item.content.end.wall - item.content.start.wall;
}

/** The day a wall time falls on, for the rule that dates of a series may not pass each other. */
export const dayOf = (wall: number): number => dayOfWall(wall);

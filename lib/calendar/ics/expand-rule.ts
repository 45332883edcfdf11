import { LIMITS } from './limits.ts';
import type { Rule } from './rule.ts';
import { expandSlowRule } from './slow-rule.ts';
import { DAY_MS, dateOf, dayNumber, dayOfWall, daysInMonth, weekdayOf } from './wall-time.ts';

export interface Expansion {
  /** Wall times in the span asked for, rising, without doubles. */
  walls: number[];
  /** False when a bound was hit: the rule asks for more than a calendar holds, or its end is not in reach. */
  complete: boolean;
}

export interface Span {
  /** Wall ms, both inclusive. */
  from: number;
  to: number;
}

/**
 * The times a rule gives inside `span`, in wall time. `start` (DTSTART) is always the first and counts for COUNT,
 * also where the rule itself would not give it (RFC 5545 §3.8.5.3). `last` is UNTIL in wall time.
 *
 * The rules that people make (daily, weekly, monthly, yearly by a date or a weekday) are walked in whole numbers,
 * straight to the span; all others go to rrule-temporal.
 */
export function expandRule(rule: Rule, start: number, last: number | null, span: Span): Expansion {
  const to = last === null ? span.to : Math.min(span.to, last);
  const daysOf = isPlain(rule, start) ? dayMaker(rule, dayOfWall(start)) : null;
  if (!daysOf) return expandSlowRule(rule, start, to, span);

  const startDay = dayOfWall(start);
  const time = start - startDay * DAY_MS;
  const walls: number[] = [];
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  const emit = (day: number): boolean => {
    const wall = day * DAY_MS + time;
    if (left <= 0 || wall > to) return false;
    left--;
    if (wall >= span.from) walls.push(wall);
    return true;
  };

  if (!daysOf.days(0).includes(startDay) && !emit(startDay)) return { walls, complete: true };
  // With a COUNT all have to be counted; without one, the span is entered where it begins.
  const first = rule.count === null ? Math.max(0, daysOf.periodOf(dayOfWall(span.from)) - 1) : 0;
  for (let step = 0; step < LIMITS.ruleSteps; step++) {
    const period = first + step;
    if (daysOf.firstDay(period) * DAY_MS > to) return { walls, complete: true };
    for (const day of daysOf.days(period)) {
      if (day >= startDay && !emit(day)) return { walls, complete: true };
    }
    if (walls.length > LIMITS.ruleOccurrences) break;
  }
  return { walls, complete: false };
}

/** Whether a rule is one of the kinds below; one time of day only, that of DTSTART. */
function isPlain(rule: Rule, start: number): boolean {
  if (rule.rscale || rule.skip || rule.byWeekNo.length > 0 || rule.byYearDay.length > 0) return false;
  const time = new Date(start);
  const same = (values: readonly number[], value: number) =>
    values.length === 0 || (values.length === 1 && values[0] === value);
  if (!same(rule.byHour, time.getUTCHours()) || !same(rule.byMinute, time.getUTCMinutes())) return false;
  if (!same(rule.bySecond, time.getUTCSeconds()) || rule.interval > 10_000) return false;
  const inRange = (values: readonly number[], max: number) =>
    values.every((n) => n !== 0 && Math.abs(n) <= max);
  if (!inRange(rule.byMonthDay, 31) || !rule.byMonth.every((month) => month >= 1 && month <= 12))
    return false;
  if (!rule.byDay.every((day) => Math.abs(day.nth) <= 5)) return false;
  const ordinal = rule.byDay.some((day) => day.nth !== 0);
  switch (rule.freq) {
    case 'DAILY':
      return !ordinal && rule.bySetPos.length === 0;
    case 'WEEKLY':
      return !ordinal && rule.bySetPos.length === 0 && rule.byMonthDay.length === 0;
    case 'MONTHLY':
      return !ordinal || rule.byMonthDay.length === 0;
    case 'YEARLY':
      if (rule.byMonth.length === 0) return rule.byDay.length === 0 && rule.byMonthDay.length === 0;
      return !ordinal || rule.byMonthDay.length === 0;
    default:
      return false;
  }
}

/** A rule as a row of periods (days, weeks, months or years, INTERVAL apart), each giving its days, rising. */
interface DayMaker {
  days(period: number): number[];
  /** The first day a period could give. */
  firstDay(period: number): number;
  /** The period a day falls into, or the one before it where INTERVAL leaves a gap. */
  periodOf(day: number): number;
}

function dayMaker(rule: Rule, startDay: number): DayMaker | null {
  const start = dateOf(startDay);
  const { interval } = rule;
  const inMonth = (day: number) => rule.byMonth.length === 0 || rule.byMonth.includes(dateOf(day).month);
  switch (rule.freq) {
    case 'DAILY': {
      const keep = (day: number) => {
        if (rule.byDay.length > 0 && !rule.byDay.some((by) => by.weekday === weekdayOf(day))) return false;
        return inMonth(day) && (rule.byMonthDay.length === 0 || isMonthDay(rule.byMonthDay, day));
      };
      return {
        days: (period) => [startDay + period * interval].filter(keep),
        firstDay: (period) => startDay + period * interval,
        periodOf: (day) => Math.floor((day - startDay) / interval),
      };
    }
    case 'WEEKLY': {
      const intoWeek = (weekday: number) => (weekday - rule.weekStart + 7) % 7;
      const week = startDay - intoWeek(weekdayOf(startDay));
      const given = rule.byDay.length > 0 ? rule.byDay.map((by) => by.weekday) : [weekdayOf(startDay)];
      const offsets = [...new Set(given.map(intoWeek))].sort((a, b) => a - b);
      return {
        days: (period) => offsets.map((offset) => week + period * interval * 7 + offset).filter(inMonth),
        firstDay: (period) => week + period * interval * 7,
        periodOf: (day) => Math.floor((day - week) / (7 * interval)),
      };
    }
    case 'MONTHLY': {
      const months = start.year * 12 + start.month - 1;
      const at = (period: number) => {
        const month = months + period * interval;
        return { year: Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1 };
      };
      return {
        days: (period) => {
          const { year, month } = at(period);
          if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return [];
          return pick(rule.bySetPos, daysOfMonth(rule, year, month, start.day));
        },
        firstDay: (period) => dayNumber(at(period).year, at(period).month, 1),
        periodOf: (day) => {
          const date = dateOf(day);
          return Math.floor((date.year * 12 + date.month - 1 - months) / interval);
        },
      };
    }
    case 'YEARLY': {
      const list = rule.byMonth.length > 0 ? [...rule.byMonth].sort((a, b) => a - b) : [start.month];
      return {
        days: (period) => {
          const year = start.year + period * interval;
          return pick(
            rule.bySetPos,
            list.flatMap((month) => daysOfMonth(rule, year, month, start.day)),
          );
        },
        firstDay: (period) => dayNumber(start.year + period * interval, 1, 1),
        periodOf: (day) => Math.floor((dateOf(day).year - start.year) / interval),
      };
    }
    default:
      return null;
  }
}

function isMonthDay(list: readonly number[], day: number): boolean {
  const date = dateOf(day);
  return list.some((n) => (n > 0 ? n : daysInMonth(date.year, date.month) + 1 + n) === date.day);
}

/** The days one month gives: by date, by weekday, both at once, or the day of DTSTART; a missing 31st is none. */
function daysOfMonth(rule: Rule, year: number, month: number, startDate: number): number[] {
  const first = dayNumber(year, month, 1);
  const length = daysInMonth(year, month);
  if (rule.byDay.length === 0 && rule.byMonthDay.length === 0) {
    return startDate <= length ? [first + startDate - 1] : [];
  }
  const days: number[] = [];
  const firstWeekday = weekdayOf(first);
  for (let date = 1; date <= length; date++) {
    if (rule.byMonthDay.length > 0) {
      if (!rule.byMonthDay.some((n) => (n > 0 ? n : length + 1 + n) === date)) continue;
    }
    if (rule.byDay.length > 0) {
      const weekday = ((firstWeekday + date - 2) % 7) + 1;
      const nth = Math.ceil(date / 7);
      const fromEnd = -Math.ceil((length - date + 1) / 7);
      const given = rule.byDay.some(
        (by) => by.weekday === weekday && (by.nth === 0 || by.nth === nth || by.nth === fromEnd),
      );
      if (!given) continue;
    }
    days.push(first + date - 1);
  }
  return days;
}

/** BYSETPOS: only the nth of a period's days, from the front or the back. */
function pick(positions: readonly number[], days: number[]): number[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => positions.some((n) => (n > 0 ? n - 1 : days.length + n) === index));
}

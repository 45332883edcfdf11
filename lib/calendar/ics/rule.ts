import type { Cadence } from '../event.ts';
import { DAY_MS, dayOfWall, type LocalTime, readLocalTime, weekdayOf } from './wall-time.ts';

export const FREQUENCIES = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export interface RuleDay {
  /** ISO weekday, Monday = 1. */
  weekday: number;
  /** 2 = the second of the period, -1 = the last; 0 = every one. */
  nth: number;
}

/** A recurrence rule (RFC 5545 §3.3.10) with every list in place; empty lists mean "not given". */
export interface Rule {
  freq: Frequency;
  interval: number;
  count: number | null;
  until: LocalTime | null;
  byDay: readonly RuleDay[];
  byMonth: readonly number[];
  byMonthDay: readonly number[];
  byYearDay: readonly number[];
  byWeekNo: readonly number[];
  bySetPos: readonly number[];
  byHour: readonly number[];
  byMinute: readonly number[];
  bySecond: readonly number[];
  /** ISO weekday that a week starts with. */
  weekStart: number;
  /** RFC 7529: another calendar's years and months, and what to do with dates that do not exist. */
  rscale: string | null;
  skip: string | null;
}

export const DAY_NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Reads the rule that ical.js parsed into jCal's `recur` value; null when it is none. */
export function readRule(value: unknown): Rule | null {
  if (typeof value !== 'object' || value === null) return null;
  const parts: Record<string, unknown> = { ...value };
  const freq = FREQUENCIES.find((name) => name === parts.freq);
  if (!freq) return null;
  const untilText = text(parts.until);
  const until = untilText ? readLocalTime(untilText, '') : null;
  if (untilText && !until) return null;
  const count = numbers(parts.count)[0] ?? null;
  const wkst = typeof parts.wkst === 'number' ? ((parts.wkst + 5) % 7) + 1 : 1;
  return {
    freq,
    interval: Math.max(1, Math.floor(numbers(parts.interval)[0] ?? 1)),
    count: count === null ? null : Math.max(1, count),
    until,
    byDay: list(parts.byday).flatMap((day) => readDay(day)),
    byMonth: numbers(parts.bymonth),
    byMonthDay: numbers(parts.bymonthday),
    byYearDay: numbers(parts.byyearday),
    byWeekNo: numbers(parts.byweekno),
    bySetPos: numbers(parts.bysetpos),
    byHour: numbers(parts.byhour),
    byMinute: numbers(parts.byminute),
    bySecond: numbers(parts.bysecond),
    weekStart: wkst,
    rscale: text(parts.rscale),
    skip: text(parts.skip),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.toUpperCase() : null;
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** At most 400 numbers a part: no honest list is longer than the days of a year. */
function numbers(value: unknown): number[] {
  return [...new Set(list(value).map(Number))].filter(Number.isInteger).slice(0, 400);
}

function readDay(value: unknown): RuleDay[] {
  const found = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(value).toUpperCase());
  const weekday = 'MOTUWETHFRSASU'.indexOf(found?.[2] ?? '?') / 2 + 1;
  return weekday < 1 ? [] : [{ weekday, nth: Number(found?.[1] ?? 0) }];
}

/** The days as a rule writes them: `2TU`, `-1FR`. */
export function dayText(day: RuleDay): string {
  return `${day.nth === 0 ? '' : day.nth}${DAY_NAMES[day.weekday - 1] ?? ''}`;
}

/** The rule as one line, parts always in the same order, so that equal rules are equal texts. */
export function ruleText(rule: Rule): string {
  const parts = [`FREQ=${rule.freq}`];
  const add = (name: string, values: readonly (number | string)[]) => {
    if (values.length > 0) parts.push(`${name}=${values.join(',')}`);
  };
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  add('BYMONTH', rule.byMonth);
  add('BYWEEKNO', rule.byWeekNo);
  add('BYYEARDAY', rule.byYearDay);
  add('BYMONTHDAY', rule.byMonthDay);
  add('BYDAY', rule.byDay.map(dayText));
  add('BYHOUR', rule.byHour);
  add('BYMINUTE', rule.byMinute);
  add('BYSECOND', rule.bySecond);
  add('BYSETPOS', rule.bySetPos);
  if (rule.weekStart !== 1) parts.push(`WKST=${DAY_NAMES[rule.weekStart - 1] ?? 'MO'}`);
  if (rule.count !== null) parts.push(`COUNT=${rule.count}`);
  if (rule.until) {
    const stamp = new Date(rule.until.wall).toISOString().replace(/[-:]|\.000/g, '');
    parts.push(`UNTIL=${rule.until.date ? stamp.slice(0, 8) : rule.until.tzid ? stamp : stamp.slice(0, 15)}`);
  }
  return parts.join(';');
}

/** Mean days of a month in the Gregorian calendar. */
const MONTH_DAYS = 30.436875;

/** Whole days of a number of months: 2 → 60, 3 → 91, 6 → 182, 12 → 365. */
function monthsToDays(months: number): number {
  return Math.floor(months * MONTH_DAYS);
}

/**
 * How often a rule repeats. The convention: days and weeks as they are; a month by weekday ("the second Tuesday")
 * 28, by date 30; several months by their mean length (a quarter 91, half a year 182, a year 365); several days
 * in one month or year share it ("first and third Tuesday" 14). Several weekdays of one week stay one week.
 */
export function cadenceOfRule(rule: Rule, startWall: number): Cadence {
  const startDay = weekdayOf(dayOfWall(startWall));
  const named = [...new Set(rule.byDay.map((day) => day.weekday))].sort((a, b) => a - b);
  switch (rule.freq) {
    case 'SECONDLY':
    case 'MINUTELY':
    case 'HOURLY':
      return { everyDays: 1, weekdays: named };
    case 'DAILY':
      return { everyDays: named.length > 0 ? 1 : rule.interval, weekdays: named };
    case 'WEEKLY':
      return { everyDays: 7 * rule.interval, weekdays: named.length > 0 ? named : [startDay] };
    case 'MONTHLY': {
      const everyWeek = rule.byDay.some((day) => day.nth === 0) && rule.bySetPos.length === 0;
      if (everyWeek && rule.byMonthDay.length === 0) return { everyDays: 7, weekdays: named };
      const perMonth = Math.max(1, rule.bySetPos.length || rule.byMonthDay.length || rule.byDay.length);
      const month = rule.interval > 1 ? monthsToDays(rule.interval) : named.length > 0 ? 28 : 30;
      return { everyDays: Math.max(1, Math.floor(month / perMonth)), weekdays: named };
    }
    case 'YEARLY': {
      const perYear =
        Math.max(1, rule.byMonth.length || rule.byWeekNo.length) * Math.max(1, rule.bySetPos.length);
      return {
        everyDays: Math.max(1, Math.floor(monthsToDays(12 * rule.interval) / perYear)),
        weekdays: named,
      };
    }
    default:
      return rule.freq satisfies never;
  }
}

const USUAL_GAPS = [1, 7, 14, 21, 28, 30, 91, 182, 365] as const;

/**
 * How often single dates repeat: the middle gap between them, taken for the usual one it is close to (a tenth of
 * it, at least a day). `walls` in order; fewer than two do not repeat.
 */
export function cadenceOfDates(walls: readonly number[]): Cadence {
  const days = walls.map(dayOfWall);
  const gaps = days
    .slice(1)
    .map((day, index) => day - (days[index] ?? day))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const middle = gaps[gaps.length >> 1];
  if (middle === undefined) return { everyDays: 0, weekdays: [] };
  const weekdays = [...new Set(days.map(weekdayOf))].sort((a, b) => a - b);
  if (middle >= 28 && middle <= 35 && weekdays.length === 1) return { everyDays: 28, weekdays };
  if (middle >= 29 && middle <= 31) return { everyDays: 30, weekdays };
  let best = middle;
  let distance = Number.POSITIVE_INFINITY;
  for (const usual of USUAL_GAPS) {
    const away = Math.abs(usual - middle);
    if (away < distance && away <= (usual < 7 ? 0 : Math.max(1, usual / 10))) {
      best = usual;
      distance = away;
    }
  }
  return { everyDays: best, weekdays };
}

/** The last wall time a rule may give, in the wall time of `toWall`; null when it has no UNTIL. */
export function lastWall(rule: Rule, toWall: (utc: number) => number): number | null {
  if (!rule.until) return null;
  if (rule.until.date) return rule.until.wall + DAY_MS - 1;
  return rule.until.tzid === 'UTC' ? toWall(rule.until.wall) : rule.until.wall;
}

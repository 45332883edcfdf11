import { RRuleTemporal } from 'rrule-temporal';
import type { Expansion, Span } from './expand-rule.ts';
import { LIMITS } from './limits.ts';
import { DAY_NAMES, dayText, type Frequency, type Rule } from './rule.ts';
import { DAY_MS } from './wall-time.ts';

/** How much of the span is asked for at once, so that no single call makes more than some thousand times. */
const SLICE_MS: Record<Frequency, number> = {
  SECONDLY: 3_600_000,
  MINUTELY: 2 * DAY_MS,
  HOURLY: 90 * DAY_MS,
  DAILY: 3_660 * DAY_MS,
  WEEKLY: 3_660 * DAY_MS,
  MONTHLY: 3_660 * DAY_MS,
  YEARLY: 36_600 * DAY_MS,
};

const given = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);

/** A wall time as rrule-temporal takes it: in UTC, where no clock ever changes and wall time can be counted. */
function zoned(wall: number): Temporal.ZonedDateTime {
  return new Temporal.ZonedDateTime(BigInt(wall) * 1_000_000n, 'UTC');
}

/**
 * The times of any rule inside `span`, by rrule-temporal. Not complete when the rule goes on beyond the bounds:
 * more times than a calendar holds, an end by COUNT that is too far, or too much work for one rule.
 */
export function expandSlowRule(rule: Rule, start: number, to: number, span: Span): Expansion {
  const perDay =
    Math.max(1, rule.byHour.length) * Math.max(1, rule.byMinute.length) * Math.max(1, rule.bySecond.length);
  if (perDay > 1440) return { walls: [], complete: false };
  const walls: number[] = [];
  const began = performance.now();
  try {
    let times = temporalRule(rule, start, rule.count);
    if (times.between(zoned(start), zoned(start), true).length === 0) {
      // DTSTART counts as the first. (The library's own includeDtstart leaves it out beside BYSETPOS, 2.2.7.)
      if (start >= span.from && start <= to) walls.push(start);
      if (rule.count === 1) return { walls, complete: true };
      if (rule.count !== null) times = temporalRule(rule, start, rule.count - 1);
    }
    const slice = SLICE_MS[rule.freq];
    for (let from = Math.max(start, span.from); from <= to; from += slice) {
      const end = Math.min(to, from + slice - 1);
      for (const time of times.between(zoned(from), zoned(end), true)) walls.push(time.epochMilliseconds);
      if (walls.length > LIMITS.ruleOccurrences || performance.now() - began > LIMITS.ruleMs) {
        return { walls, complete: end >= to && walls.length <= LIMITS.ruleOccurrences };
      }
    }
  } catch {
    // It throws when its own bounds are passed, and for numbers no rule may have.
    return { walls, complete: false };
  }
  return { walls, complete: true };
}

function temporalRule(rule: Rule, start: number, count: number | null) {
  return new RRuleTemporal({
    freq: rule.freq,
    interval: rule.interval,
    count: count ?? undefined,
    byDay: given(rule.byDay.map(dayText)),
    byMonth: given(rule.byMonth),
    byMonthDay: given(rule.byMonthDay),
    byYearDay: given(rule.byYearDay),
    byWeekNo: given(rule.byWeekNo),
    bySetPos: given(rule.bySetPos),
    byHour: given(rule.byHour),
    byMinute: given(rule.byMinute),
    bySecond: given(rule.bySecond),
    wkst: DAY_NAMES[rule.weekStart - 1] ?? 'MO',
    dtstart: zoned(start),
    tzid: 'UTC',
    cache: false,
    maxIterations: 10_000,
    maxCandidateEvaluations: 50_000,
    ...(rule.rscale ? { rscale: rule.rscale } : {}),
    ...(rule.skip === 'BACKWARD' || rule.skip === 'FORWARD' ? { skip: rule.skip } : {}),
  });
}

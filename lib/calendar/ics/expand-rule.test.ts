import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, it } from 'vitest';
import { expandRule } from './expand-rule.ts';
import { DAY_NAMES, dayText, lastWall, type Rule, readRule, ruleText } from './rule.ts';
import { ianaZone } from './zone.ts';

const YEAR = 365 * 86_400_000;
const wall = (text: string) => Temporal.Instant.from(`${text}Z`).epochMilliseconds;
const show = (walls: readonly number[]) => walls.map((w) => new Date(w).toISOString().slice(0, 16));

function rule(jcal: Record<string, unknown>): Rule {
  const read = readRule(jcal);
  if (!read) throw new Error('no rule');
  return read;
}

function expand(jcal: Record<string, unknown>, start: string, from: string, to: string) {
  const read = rule(jcal);
  return expandRule(
    read,
    wall(start),
    lastWall(read, (utc) => utc),
    { from: wall(from), to: wall(to) },
  );
}

/** What rrule-temporal says in a real zone, as instants. */
function reference(read: Rule, start: Temporal.ZonedDateTime, from: number, to: number): number[] {
  const list = <T>(values: readonly T[]) => (values.length > 0 ? [...values] : undefined);
  const times = new RRuleTemporal({
    freq: read.freq,
    interval: read.interval,
    count: read.count ?? undefined,
    until: read.until
      ? new Temporal.ZonedDateTime(BigInt(read.until.wall) * 1_000_000n, 'UTC').withTimeZone(start.timeZoneId)
      : undefined,
    byDay: list(read.byDay.map(dayText)),
    byMonth: list(read.byMonth),
    byMonthDay: list(read.byMonthDay),
    bySetPos: list(read.bySetPos),
    wkst: DAY_NAMES[read.weekStart - 1] ?? 'MO',
    dtstart: start,
    tzid: start.timeZoneId,
    includeDtstart: true,
    maxIterations: 100_000,
  });
  const at = (ms: number) => new Temporal.ZonedDateTime(BigInt(ms) * 1_000_000n, start.timeZoneId);
  return times.between(at(from), at(to), true).map((time) => time.epochMilliseconds);
}

const weekdays = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const some = <T>(arb: fc.Arbitrary<T>, max = 3) => fc.uniqueArray(arb, { minLength: 1, maxLength: max });
const nthDay = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), weekdays).map(([n, day]) => `${n}${day}`);
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 }));
const month = fc.integer({ min: 1, max: 12 });
const partly = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const end = fc.oneof(
  fc.constant({}),
  fc.record({ count: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    until: fc
      .integer({ min: 0, max: 1500 })
      .map((n) => `${new Date(wall('2026-07-01T12:00') + n * 86_400_000).toISOString().slice(0, 19)}Z`),
  }),
);
const base = { interval: fc.integer({ min: 1, max: 6 }), wkst: fc.integer({ min: 1, max: 7 }) };
const daily = fc.record({
  freq: fc.constant('DAILY'),
  ...base,
  byday: partly(some(weekdays)),
  bymonth: partly(some(month)),
  bymonthday: partly(some(monthDay)),
});
const weekly = fc.record({
  freq: fc.constant('WEEKLY'),
  ...base,
  byday: partly(some(weekdays, 7)),
  bymonth: partly(some(month)),
});
const monthly = fc.oneof(
  fc.record({
    freq: fc.constant('MONTHLY'),
    ...base,
    bymonthday: partly(some(monthDay)),
    bymonth: partly(some(month)),
  }),
  fc.record({ freq: fc.constant('MONTHLY'), ...base, byday: some(nthDay) }),
  fc.record({
    freq: fc.constant('MONTHLY'),
    ...base,
    byday: some(weekdays, 5),
    bysetpos: some(fc.constantFrom(1, 2, 3, -1, -2), 2),
  }),
  fc.record({ freq: fc.constant('MONTHLY'), ...base, byday: some(weekdays), bymonthday: some(monthDay, 8) }),
);
const yearly = fc.oneof(
  fc.record({ freq: fc.constant('YEARLY'), ...base, bymonth: partly(some(month)) }),
  fc.record({ freq: fc.constant('YEARLY'), ...base, bymonth: some(month), bymonthday: some(monthDay) }),
  fc.record({ freq: fc.constant('YEARLY'), ...base, bymonth: some(month), byday: some(nthDay) }),
);
const anyRule = fc
  .tuple(fc.oneof(daily, weekly, monthly, yearly), end)
  .map(([one, last]) => ({ ...one, ...last }));

describe('expandRule', () => {
  it('gives what rrule-temporal gives, for random rules of every plain kind in random zones', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'America/Sao_Paulo',
      'Australia/Sydney',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'America/St_Johns',
    );
    fc.assert(
      fc.property(
        anyRule,
        zones,
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 8, max: 20 }),
        fc.integer({ min: 0, max: 900 }),
        (jcal, zoneName, startDay, hour, fromDay) => {
          const read = rule(jcal);
          const zone = ianaZone(zoneName);
          if (!zone) throw new Error('no zone');
          const startWall = wall('2021-01-01T00:00') + startDay * 86_400_000 + hour * 3_600_000;
          const startUtc = zone.toUtc(startWall);
          const start = new Temporal.ZonedDateTime(BigInt(startUtc) * 1_000_000n, zoneName);
          const from = wall('2024-06-01T00:00') + fromDay * 86_400_000;
          const to = from + YEAR;
          const last = lastWall(read, (utc) => utc + zone.offsetAt(utc));
          const ours = expandRule(read, startWall, last, {
            from: from - 2 * 86_400_000,
            to: to + 2 * 86_400_000,
          });
          const instants = ours.walls.map((w) => zone.toUtc(w)).filter((utc) => utc >= from && utc <= to);
          expect(ours.complete).toBe(true);
          expect(instants).toEqual(reference(read, start, from, to));
        },
      ),
      { numRuns: 1500 },
    );
  });
});

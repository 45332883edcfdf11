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

/** What rrule-temporal says in a real zone, as instants; DTSTART is put first where the rule does not give it. */
function reference(read: Rule, start: Temporal.ZonedDateTime, from: number, to: number): number[] {
  const first = start.epochMilliseconds;
  if (given(read, start, first, first).length > 0) return given(read, start, from, to);
  const own = first >= from && first <= to ? [first] : [];
  if (read.count === 1) return own;
  return [...own, ...given({ ...read, count: read.count === null ? null : read.count - 1 }, start, from, to)];
}

function given(read: Rule, start: Temporal.ZonedDateTime, from: number, to: number): number[] {
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
      .map((n) => `${new Date(wall('2024-08-01T12:00') + n * 86_400_000).toISOString().slice(0, 19)}Z`),
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
        fc.integer({ min: 0, max: 1200 }),
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
  }, 60_000);

  it('keeps a bare yearly rule on Feb 29 to leap years, as the date does not exist in others', () => {
    expect(
      show(expand({ freq: 'YEARLY' }, '2024-02-29T10:00', '2024-01-01T00:00', '2034-01-01T00:00').walls),
    ).toEqual(['2024-02-29T10:00', '2028-02-29T10:00', '2032-02-29T10:00']);
  });

  it('takes BYWEEKNO by ISO weeks, where week 53 exists in some years only', () => {
    const jcal = { freq: 'YEARLY', byweekno: 53, byday: 'MO' };
    expect(show(expand(jcal, '2020-12-28T09:00', '2020-01-01T00:00', '2034-01-01T00:00').walls)).toEqual([
      '2020-12-28T09:00',
      '2026-12-28T09:00',
      '2032-12-27T09:00',
    ]);
  });

  it('counts DTSTART first even where the rule does not give it', () => {
    const jcal = { freq: 'WEEKLY', byday: 'MO', count: 3 };
    expect(show(expand(jcal, '2026-02-26T10:00', '2026-01-01T00:00', '2027-01-01T00:00').walls)).toEqual([
      '2026-02-26T10:00',
      '2026-03-02T10:00',
      '2026-03-09T10:00',
    ]);
  });

  it('starts weeks where WKST says, which moves every other week', () => {
    const weeks = (wkst: number) =>
      show(
        expand(
          { freq: 'WEEKLY', interval: 2, count: 4, byday: ['TU', 'SU'], wkst },
          '1997-08-05T09:00',
          '1997-01-01T00:00',
          '1998-01-01T00:00',
        ).walls,
      ).map((text) => text.slice(5, 10));
    // The example of RFC 5545 §3.8.5.3.
    expect(weeks(2)).toEqual(['08-05', '08-10', '08-19', '08-24']);
    expect(weeks(1)).toEqual(['08-05', '08-17', '08-19', '08-31']);
  });

  it.each([
    ['every second for ever', { freq: 'SECONDLY' }],
    ['every minute for ever', { freq: 'MINUTELY' }],
    ['a billion seconds', { freq: 'SECONDLY', count: 1_000_000_000 }],
    [
      'every second of every hour, as lists',
      {
        freq: 'DAILY',
        byhour: Array.from({ length: 24 }, (_, n) => n),
        byminute: Array.from({ length: 60 }, (_, n) => n),
        bysecond: Array.from({ length: 60 }, (_, n) => n),
      },
    ],
    ['a COUNT that would take a thousand years of hours', { freq: 'HOURLY', count: 10_000_000 }],
  ])('gives up on %s', (_, jcal) => {
    expect(expand(jcal, '2010-01-01T00:00', '2026-01-01T00:00', '2027-01-01T00:00').complete).toBe(false);
  });

  it.each([
    ['February 30', { freq: 'YEARLY', bymonth: 2, bymonthday: 30 }],
    ['February 30, looked for daily', { freq: 'DAILY', bymonth: 2, bymonthday: 30 }],
    ['February 30, looked for every second', { freq: 'SECONDLY', bymonth: 2, bymonthday: 30 }],
    ['year day 366 in week 20', { freq: 'YEARLY', byyearday: 366, byweekno: 20 }],
  ])('finds none but the start of a rule that never matches (%s)', (_, jcal) => {
    const found = expand(jcal, '2026-01-05T09:00', '2026-01-01T00:00', '2027-01-01T00:00');
    if (found.complete) expect(show(found.walls)).toEqual(['2026-01-05T09:00']);
  });

  it('jumps to the window of a rule without an end, however old it is', () => {
    const found = expand({ freq: 'DAILY' }, '1601-01-01T09:00', '2026-01-01T00:00', '2027-01-01T00:00');
    expect(found).toMatchObject({ complete: true });
    expect(found.walls).toHaveLength(365);
  });

  it('writes equal rules as equal texts', () => {
    expect(
      ruleText(rule({ freq: 'WEEKLY', byday: ['TU'], interval: 2, until: '2027-01-05T17:00:00Z', wkst: 1 })),
    ).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU;UNTIL=20270105T170000Z');
  });
});

import type { RecurrencePattern } from '@microsoft/microsoft-graph-types';
import { describe, expect, it } from 'vitest';
import { ANA, given, HOUR } from './test-world.ts';

/** The days a pattern gives from a first one, five of them at most. */
function days(
  pattern: RecurrencePattern,
  first: string,
  end: { count?: number; until?: string } = { count: 5 },
): string[] {
  const { control } = given();
  const start = Date.parse(`${first}T09:00:00Z`);
  const id = control.events.put(ANA, {
    subject: 'x',
    start,
    end: start + HOUR,
    zone: 'UTC',
    repeat: { pattern, ...end },
  });
  const ids = control.events.dates(ANA, id, start, start + 4000 * 24 * HOUR);
  return ids.map((one) => control.events.read(ANA, one).start?.dateTime?.slice(0, 10) ?? '');
}

describe('recurrence', () => {
  it.each<[string, RecurrencePattern, string, string[]]>([
    [
      'every third day',
      { type: 'daily', interval: 3 },
      '2026-01-30',
      ['2026-01-30', '2026-02-02', '2026-02-05', '2026-02-08', '2026-02-11'],
    ],
    [
      'two days of every other week, weeks from Sunday',
      { type: 'weekly', interval: 2, daysOfWeek: ['sunday', 'tuesday'], firstDayOfWeek: 'sunday' },
      '2026-01-06',
      ['2026-01-06', '2026-01-18', '2026-01-20', '2026-02-01', '2026-02-03'],
    ],
    [
      'the 31st, which is the last day where there is none',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      '2026-01-31',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
    ],
    [
      'the second Thursday',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['thursday'], index: 'second' },
      '2026-01-08',
      ['2026-01-08', '2026-02-12', '2026-03-12', '2026-04-09', '2026-05-14'],
    ],
    [
      'the last weekday of a quarter',
      {
        type: 'relativeMonthly',
        interval: 3,
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        index: 'last',
      },
      '2026-01-30',
      ['2026-01-30', '2026-04-30', '2026-07-31', '2026-10-30', '2027-01-29'],
    ],
    [
      'a date of the year',
      { type: 'absoluteYearly', interval: 1, dayOfMonth: 29, month: 2 },
      '2028-02-29',
      ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
    ],
    [
      'the first Monday of a month of the year',
      { type: 'relativeYearly', interval: 1, daysOfWeek: ['monday'], index: 'first', month: 9 },
      '2026-09-07',
      ['2026-09-07', '2027-09-06', '2028-09-04', '2029-09-03', '2030-09-02'],
    ],
  ])('knows %s', (_, pattern, first, expected) => {
    expect(days(pattern, first)).toEqual(expected);
  });

  it('ends with the day named', () => {
    expect(days({ type: 'daily', interval: 1 }, '2026-01-01', { until: '2026-01-03' })).toHaveLength(3);
  });

  it.each([
    ['a range from another day', { startDate: '2026-10-07' }, {}],
    ['an end that is missing', { type: 'endDate' }, {}],
    ['a zone it does not know', { recurrenceTimeZone: 'Nowhere' }, {}],
    ['weeks without days', {}, { daysOfWeek: [] }],
    ['no interval', {}, { interval: 0 }],
    ['a pattern it does not know', {}, { type: 'hourly' }],
  ])('refuses %s', async (_, range, pattern) => {
    const { ask } = given();
    const at = (hour: number) => ({
      dateTime: `2026-10-06T${hour}:00:00`,
      timeZone: 'W. Europe Standard Time',
    });
    const body = {
      start: at(19),
      end: at(20),
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], ...pattern },
        range: { type: 'noEnd', startDate: '2026-10-06', ...range },
      },
    };
    expect((await ask('/me/events', { method: 'POST', body: JSON.stringify(body) })).status).toBe(400);
  });
});

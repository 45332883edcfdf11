import { describe, expect, it } from 'vitest';
import { ianaZone, UTC } from '../ics/zone.ts';
import { readRuleLines } from './read-rule.ts';

const berlin = ianaZone('Europe/Berlin') ?? UTC;
const lines = (pattern: unknown, range: unknown = { type: 'noEnd' }, allDay = false) =>
  readRuleLines({ pattern, range }, berlin, allDay);

describe('readRuleLines', () => {
  it.each([
    [{ type: 'daily', interval: 3 }, 'RRULE:FREQ=DAILY;INTERVAL=3'],
    [
      { type: 'weekly', interval: 2, daysOfWeek: ['thursday'], firstDayOfWeek: 'sunday' },
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=SU',
    ],
    [
      { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'friday'], firstDayOfWeek: 'monday' },
      'RRULE:FREQ=WEEKLY;BYDAY=MO,FR',
    ],
    [{ type: 'absoluteMonthly', interval: 3, dayOfMonth: 15 }, 'RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15'],
    [
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['tuesday'], index: 'second' },
      'RRULE:FREQ=MONTHLY;BYDAY=2TU',
    ],
    [
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['monday', 'tuesday'], index: 'last' },
      'RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    ],
    [
      { type: 'absoluteYearly', interval: 1, month: 4, dayOfMonth: 30 },
      'RRULE:FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30',
    ],
    [
      { type: 'relativeYearly', interval: 1, month: 11, daysOfWeek: ['thursday'], index: 'fourth' },
      'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    ],
  ])('writes %j as a rule', (pattern, line) => {
    expect(lines(pattern)).toEqual([line]);
  });

  it('keeps the end of short months, as Outlook does', () => {
    expect(lines({ type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 })).toEqual([
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    ]);
    expect(lines({ type: 'absoluteYearly', interval: 1, month: 2, dayOfMonth: 29 })).toEqual([
      'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1',
    ]);
  });

  it('ends with the last day in the zone of the event, or after so many', () => {
    const daily = { type: 'daily', interval: 1 };
    expect(lines(daily, { type: 'numbered', numberOfOccurrences: 10 })).toEqual([
      'RRULE:FREQ=DAILY;COUNT=10',
    ]);
    const until = { type: 'endDate', endDate: '2026-12-31' };
    expect(lines(daily, until)).toEqual(['RRULE:FREQ=DAILY;UNTIL=20261231T225959Z']);
    expect(lines(daily, until, true)).toEqual(['RRULE:FREQ=DAILY;UNTIL=20261231']);
  });

  it.each([
    null,
    'weekly',
    { type: 'lunar' },
    { type: 'weekly', interval: 'x', daysOfWeek: [null, 'noday', { a: 1 }] },
    { type: 'absoluteMonthly', interval: 1e9, dayOfMonth: 77 },
  ])('makes nothing dangerous of %j', (pattern) => {
    for (const line of lines(pattern, { type: 'endDate', endDate: '2026-99-99' })) {
      expect(line).toMatch(/^RRULE:FREQ=[A-Z]+(;WKST=SU)?$/);
    }
  });
});

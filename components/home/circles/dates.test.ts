import { expect, test } from 'vitest';
import { dateWords, inDays, rhythmWords, whenWords } from './dates.ts';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 19, 15);
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');
const when = (start: number, at = now) => plain(whenWords(start, 1.5 * HOUR, at, 'UTC'));

test('a meeting is said as people say it: on now, today, tomorrow, or by its day', () => {
  expect(when(now - HOUR)).toBe('on now, 2:00 – 3:30 PM');
  expect(when(now + HOUR)).toBe('today, 4:00 – 5:30 PM');
  expect(when(now + 25 * HOUR)).toBe('tomorrow, 4:00 – 5:30 PM');
  expect(when(now + 14 * 24 * HOUR + HOUR)).toBe('Thursday, December 3, 4:00 – 5:30 PM');
  expect(when(now + 60 * 24 * HOUR)).toBe('Monday, January 18, 2027, 3:00 – 4:30 PM');
});

test('the day is the member’s own: late in the evening here is tomorrow elsewhere', () => {
  const start = Date.UTC(2026, 10, 19, 23, 30);
  const day = Temporal.PlainDate.from('2026-12-03').toZonedDateTime('America/New_York').epochMilliseconds;
  expect(plain(whenWords(day, 24 * HOUR, now, 'America/New_York'))).toMatch(
    /^Thursday, December 3(, 2026)?$/,
  );
  expect(plain(whenWords(start, HOUR, now, 'Europe/Berlin'))).toMatch(/^tomorrow, 12:30/);
  expect(plain(whenWords(start, HOUR, now, 'America/New_York'))).toMatch(/^today, 6:30/);
});

test('how far off it is stands beside days that are named by date only', () => {
  expect(inDays(now + 5 * 24 * HOUR, now, 'UTC')).toBe('in 5 days');
  expect(inDays(now + 24 * HOUR, now, 'UTC')).toBe('');
});

test('a date says its year when it is another one', () => {
  expect(dateWords(Temporal.PlainDate.from('2026-11-05'), now)).toBe('November 5');
  expect(dateWords(Temporal.PlainDate.from('2025-11-05'), now, 'short')).toBe('Nov 5, 2025');
});

test('rhythms are said in words', () => {
  expect([0, 7, 14, 21, 28, 30, 91, 10].map(rhythmWords)).toEqual([
    'no fixed rhythm',
    'every week',
    'every two weeks',
    'every three weeks',
    'every four weeks',
    'every month',
    'four times a year',
    'every 10 days',
  ]);
});

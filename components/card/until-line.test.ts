import { expect, test } from 'vitest';
import { untilLine } from './until-line.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

test('says the day and how long that is, as people say it', () => {
  expect(untilLine(day('2026-11-19'), day('2026-12-03'))).toBe('until Dec 3 · two weeks');
  expect(untilLine(day('2026-11-19'), day('2026-11-26'))).toBe('until Nov 26 · one week');
  expect(untilLine(day('2026-11-19'), day('2026-12-10'))).toBe('until Dec 10 · 3 weeks');
  expect(untilLine(day('2026-11-19'), day('2026-11-29'))).toBe('until Nov 29 · 10 days');
});

test('says the year where it is another one', () => {
  expect(untilLine(day('2026-12-24'), day('2027-01-07'))).toBe('until Jan 7, 2027 · two weeks');
});

test('a day that is not ahead has no length, and a standing contract has no day', () => {
  expect(untilLine(day('2026-11-19'), day('2026-11-19'))).toBe('until Nov 19');
  expect(untilLine(day('2026-11-19'), undefined)).toBe('for as long as it holds');
});

import { expect, test } from 'vitest';
import { readSpan } from './read-span.ts';

const now = Date.UTC(2026, 10, 22, 12);
const span = (date: string, from: string, to: string) => readSpan({ date, from, to }, now, 'Europe/Berlin');

test('a date and two times where the member is', () => {
  expect(span('2026-11-19', '16:00', '17:30')).toEqual({
    ok: true,
    start: Date.UTC(2026, 10, 19, 15),
    end: Date.UTC(2026, 10, 19, 16, 30),
  });
});

test('an evening may end after midnight, on a night the clocks change too', () => {
  expect(span('2026-10-24', '23:00', '00:30')).toEqual({
    ok: true,
    start: Date.UTC(2026, 9, 24, 21),
    end: Date.UTC(2026, 9, 24, 22, 30),
  });
});

test('empty, equal and coming times are no past meeting', () => {
  expect(span('', '16:00', '17:00')).toEqual({ ok: false, reason: 'incomplete' });
  expect(span('2026-11-19', '', '17:00')).toEqual({ ok: false, reason: 'incomplete' });
  expect(span('2026-11-19', '16:00', '16:00')).toEqual({ ok: false, reason: 'incomplete' });
  expect(span('2026-11-22', '13:30', '14:00')).toEqual({ ok: false, reason: 'future' });
});

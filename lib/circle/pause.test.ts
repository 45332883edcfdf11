import fc from 'fast-check';
import { expect, test } from 'vitest';
import { awakeFrom, hasGoneBy, nextPause, type Pause, pausedDays, pauseOn } from './pause.ts';

const summer: Pause = { id: 's', from: '2026-07-13', to: '2026-08-31' };
const winter: Pause = { id: 'w', from: '2026-12-21', to: '2027-01-03' };
const both = [summer, winter];

test('a circle sleeps from the first day of a pause to the last, and wakes by itself the day after', () => {
  expect(pauseOn(both, '2026-07-12')).toBeNull();
  expect(pauseOn(both, '2026-07-13')).toBe(summer);
  expect(pauseOn(both, '2026-08-31')).toBe(summer);
  expect(pauseOn(both, '2026-09-01')).toBeNull();
  expect(pauseOn(undefined, '2026-07-13')).toBeNull();
  expect(nextPause(both, '2026-09-01')).toBe(winter);
  expect(awakeFrom(both, '2026-12-31')).toBe('2027-01-04');
  expect(awakeFrom(both, '2026-09-01')).toBe('2026-09-01');
});

test('pauses that touch are one sleep, and a day in two of them is counted once', () => {
  const touching = [summer, { id: 't', from: '2026-08-20', to: '2026-09-06' }];
  expect(awakeFrom(touching, '2026-07-20')).toBe('2026-09-07');
  expect(pauseOn(touching, '2026-08-25')?.id).toBe('t');
  expect(pausedDays(touching, '2026-01-01', '2026-12-31')).toBe(56);
  expect(pausedDays([summer], '2026-08-30', '2026-09-10')).toBe(2);
  expect(pausedDays([summer], '2026-07-01', '2026-07-13')).toBe(1);
  expect(pausedDays(both, '2026-09-02', '2026-11-01')).toBe(0);
});

test('a contract is not "not reported" while its circle pauses, nor for a day that fell into the pause', () => {
  expect(hasGoneBy(both, '2026-07-10', '2026-07-12')).toBe(true);
  expect(hasGoneBy(both, '2026-07-10', '2026-07-14')).toBe(false);
  expect(hasGoneBy(both, '2026-07-20', '2026-09-01')).toBe(false);
  expect(hasGoneBy(both, '2026-07-20', '2026-09-02')).toBe(true);
  expect(hasGoneBy([], '2026-07-20', '2026-07-20')).toBe(false);
});

test('the days counted are those on which the circle slept, whatever pauses there are', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  const pause = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, long]) => ({ from, to: from + long }));
  fc.assert(
    fc.property(fc.array(pause, { maxLength: 5 }), fc.nat(30), fc.nat(50), (spans, from, long) => {
      const pauses = spans
        .map((span, i) => ({ id: `${i}`, from: day(span.from), to: day(span.to) }))
        .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
      const days = Array.from({ length: long + 1 }, (_, i) => day(from + i));
      const asleep = days.filter((one) => pauseOn(pauses, one) !== null).length;
      expect(pausedDays(pauses, day(from), day(from + long))).toBe(asleep);
    }),
  );
});

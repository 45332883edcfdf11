import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untilBeat } from './use-now.ts';

test('a tick comes just after the beat, where the figure of that second is read', () => {
  expect(untilBeat(10_000, 1000, 250)).toBe(254);
  expect(untilBeat(10_254, 1000, 250)).toBe(1000);
  expect(untilBeat(10_260, 1000, 250)).toBe(994);
});

test('a timer that fires a moment early waits for the beat instead of skipping a second', () => {
  expect(untilBeat(10_253, 1000, 250)).toBe(1);
});

test('there is always a tick within the period, whatever the beat', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 60_000 }), fc.integer(), (now, every, beat) => {
      const wait = untilBeat(now, every, beat);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(every);
    }),
  );
});

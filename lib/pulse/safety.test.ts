import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ITEMS, TOP } from './facts.ts';
import { isPossible, meanOf, pointsOf, scoreOf } from './safety.ts';
import { addUp, split } from './shares.ts';

const items = fc.array(fc.integer({ min: 1, max: TOP }), { minLength: ITEMS, maxLength: ITEMS });

it('turns the first, third and fifth item round, as they say the opposite', () => {
  // By hand: the safest of all answers, the least safe, and the middle.
  expect(scoreOf([1, 7, 1, 7, 1, 7, 7])).toBe(7);
  expect(scoreOf([7, 1, 7, 1, 7, 1, 1])).toBe(1);
  expect(scoreOf([4, 4, 4, 4, 4, 4, 4])).toBe(4);
  // One step on each item alone.
  const steps = [0, 1, 2, 3, 4, 5, 6].map((i) => {
    const one = [4, 4, 4, 4, 4, 4, 4];
    one[i] = 5;
    return pointsOf(one) - 28;
  });
  expect(steps).toEqual([-1, 1, -1, 1, -1, 1, 1]);
});

it('gives a mean of a round that is the mean of its people’s scores, and possible', () => {
  fc.assert(
    fc.property(fc.array(items, { minLength: 4, maxLength: 12 }), (people) => {
      const total = people.reduce((sum, one) => sum + pointsOf(one), 0);
      const mean = people.reduce((sum, one) => sum + scoreOf(one), 0) / people.length;
      expect(meanOf(total, people.length)).toBeCloseTo(mean, 10);
      expect(isPossible(total, people.length)).toBe(true);
      expect(isPossible(total + 42 * people.length + 1, people.length)).toBe(false);
    }),
  );
});

it('cuts a value into numbers that add up to it, of which none but all together depend on it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 7, max: 49 }),
      fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 3, maxLength: 11 }),
      (value, random) => {
        const shares = split(value, Uint32Array.from(random));
        expect(addUp(shares)).toBe(value);
        expect(shares).toHaveLength(random.length + 1);
        // All but the last are what was drawn, whatever the value.
        expect(shares.slice(0, -1)).toEqual(random);
        // And the last makes of each value what another drawing makes of any other.
        const moved = [((random[0] ?? 0) + 1) >>> 0, ...random.slice(1)];
        expect(split(value + 1, Uint32Array.from(moved)).slice(1)).toEqual(shares.slice(1));
      },
    ),
  );
});

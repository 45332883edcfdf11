import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseSet,
  firstAnswer,
  freeFrom,
  GAP_MS,
  lackingOf,
  mayAddUp,
  SAME_MS,
  singlesOut,
} from './guard.ts';

const NOW = Date.UTC(2026, 5, 1);
const set = (text: string) => [...text];
const spent = (text: string, ago: number) => ({ members: set(text), at: NOW - ago });
const day = 86_400_000;

describe('sums that are set off against each other', () => {
  it('single somebody out where sets differ by up to three, two of whom may know their own', () => {
    expect(singlesOut([], set('abcd'))).toBe(false);
    expect(singlesOut([set('abcde')], set('abcde'))).toBe(false);
    expect(singlesOut([set('abcde')], set('abcd'))).toBe(true);
    expect(singlesOut([set('abcdef')], set('abcd'))).toBe(true);
    expect(singlesOut([set('abcdefg')], set('abcd'))).toBe(true);
    expect(singlesOut([set('abcdefgh')], set('abcd'))).toBe(false);
    expect(singlesOut([set('abcd')], set('efgh'))).toBe(false);
    expect(singlesOut([], set('abc'))).toBe(true);
  });

  it('do so over several, where each two of them tell nothing', () => {
    const [one, two, three] = [set('abcdefgh'), set('abcdij'), set('efghij')];
    expect(singlesOut([one], two)).toBe(false);
    expect(singlesOut([one], three)).toBe(false);
    expect(singlesOut([two], three)).toBe(false);
    // The second and third less the first: twice i and j, of whom one knows their own.
    expect(singlesOut([one, two], three)).toBe(true);
  });

  it('does not depend on the order of sets or people', () => {
    const sets = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(sets, fc.nat(3), (all, at) => {
        const [last = [], ...rest] = [...all.slice(at % all.length), ...all.slice(0, at % all.length)];
        const [first = [], ...others] = all;
        expect(
          singlesOut(
            rest.map((one) => one.toReversed()),
            last,
          ),
        ).toBe(singlesOut(others, first));
      }),
      { numRuns: 60 },
    );
  });
});

describe('who is added up', () => {
  it('are all who answered, the first time and with the same people', () => {
    expect(chooseSet(set('abcde'), [], NOW)).toEqual(set('abcde'));
    expect(chooseSet(set('abc'), [], NOW)).toBeNull();
    expect(chooseSet(set('edcba'), [spent('abcde', 60 * day)], NOW)).toEqual(set('edcba'));
  });

  it('are the same as the last time where somebody is new, and nobody while somebody is missing', () => {
    expect(chooseSet(set('abcdef'), [spent('abcde', 60 * day)], NOW)).toEqual(set('abcde'));
    expect(chooseSet(set('abcd'), [spent('abcde', 60 * day)], NOW)).toBeNull();
    expect(lackingOf(set('abcd'), [spent('abcde', 60 * day)], NOW)).toEqual({
      members: ['e'],
      from: NOW - 60 * day + SAME_MS,
    });
    expect(chooseSet(set('abcd'), [spent('abcde', SAME_MS)], NOW)).toEqual(set('abcd'));
    expect(lackingOf(set('abcd'), [spent('abcde', SAME_MS)], NOW)).toBeNull();
  });

  it('are nobody for eight weeks', () => {
    expect(freeFrom([], NOW)).toBeNull();
    expect(freeFrom([spent('abcd', GAP_MS - 1)], NOW)).toBe(NOW + 1);
    expect(freeFrom([spent('abcd', GAP_MS)], NOW)).toBeNull();
    expect(mayAddUp(set('abcd'), [spent('abcd', GAP_MS - 1)], NOW, NOW)).toBe(false);
    expect(mayAddUp(set('abcd'), [spent('abcd', GAP_MS)], NOW, NOW)).toBe(true);
    expect(mayAddUp(set('abc'), [], NOW, NOW)).toBe(false);
  });

  it('are told by when they answered: a round that is kept open until an earlier one is forgotten gains nothing', () => {
    const earlier = [spent('abcde', SAME_MS)];
    expect(mayAddUp(set('abcd'), earlier, NOW, NOW)).toBe(true);
    expect(mayAddUp(set('abcd'), earlier, NOW, NOW - 1)).toBe(false);
    expect(mayAddUp(set('abcd'), earlier, NOW, firstAnswer([NOW - 30 * day, NOW], NOW))).toBe(false);
    // Nobody holds a circle up for ever by saying that they answered long ago.
    expect(firstAnswer([0], NOW)).toBe(NOW - 45 * day);
    expect(firstAnswer([NOW + day], NOW)).toBe(NOW);
  });
});

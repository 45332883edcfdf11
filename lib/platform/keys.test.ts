import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldKeys, unfoldKeys } from './keys.ts';

it('says of a key only what the one before did not', () => {
  expect(
    foldKeys(['circles', 'circles_every_month', 'circles_every_week', 'circles_former', 'join']),
  ).toEqual(['0circles', '1_every_month', '2_week', '1_former', '0join']);
});

it('gives every key back as it was, also one that begins like another, repeats it or has parts without a letter', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', '1', '_', 'Z'), maxLength: 8 });
  const key = fc.array(part, { maxLength: 14 }).map((all) => all.join('_'));
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      expect(unfoldKeys(foldKeys(keys))).toEqual(keys);
      expect(unfoldKeys(foldKeys(keys.toSorted()))).toEqual(keys.toSorted());
    }),
  );
});

import { expect, it } from 'vitest';
import { bytesText } from './bytes-text.ts';

it('says sizes the way file managers do, with one decimal where it tells something', () => {
  expect([0, 950, 12_345, 2_900_000, 48_200_000, 3_400_000_000].map(bytesText)).toEqual([
    '0 byte',
    '950 byte',
    '12 kB',
    '2.9 MB',
    '48 MB',
    '3.4 GB',
  ]);
});

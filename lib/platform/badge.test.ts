import { expect, test } from 'vitest';
import { badgeText } from './badge.ts';

test('no open contract shows no number, and a great many show as many as fit', () => {
  expect([0, 1, 42, 99, 100, 5_000].map(badgeText)).toEqual(['', '1', '42', '99', '99+', '99+']);
});

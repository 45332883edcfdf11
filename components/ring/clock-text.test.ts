import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';

test('what is left reaches 0:00 at the end, not a second before', () => {
  expect(clockText(342_000, 'left')).toBe('5:42');
  expect(clockText(341_001, 'left')).toBe('5:42');
  expect(clockText(1, 'left')).toBe('0:01');
  expect(clockText(0, 'left')).toBe('0:00');
  expect(clockText(-5_000, 'left')).toBe('0:00');
});

test('what has passed counts whole seconds only', () => {
  expect(clockText(20_999)).toBe('0:20');
  expect(clockText(590_000)).toBe('9:50');
});

test('an hour and more shows hours', () => {
  expect(clockText(3_600_000)).toBe('1:00:00');
  expect(clockText(3_725_000)).toBe('1:02:05');
});

import { expect, test } from 'vitest';
import { menuTarget } from './menu-target.ts';

const labels = ['Copy', 'Cover', 'Delete'];

test('arrows go round both ends, so that nobody is stuck', () => {
  expect(menuTarget('ArrowDown', 2, labels)).toBe(0);
  expect(menuTarget('ArrowUp', 0, labels)).toBe(2);
  expect(menuTarget('ArrowUp', -1, labels)).toBe(2);
  expect(menuTarget('ArrowDown', -1, labels)).toBe(0);
});

test('Home and End jump', () => {
  expect(menuTarget('Home', 2, labels)).toBe(0);
  expect(menuTarget('End', 0, labels)).toBe(2);
});

test('a letter goes to the next item that begins with it, again and again', () => {
  expect(menuTarget('c', 0, labels)).toBe(1);
  expect(menuTarget('C', 1, labels)).toBe(0);
  expect(menuTarget('d', 0, labels)).toBe(2);
});

test('other keys are left to the browser', () => {
  for (const key of ['Enter', ' ', 'Escape', 'x', 'F5']) expect(menuTarget(key, 0, labels)).toBeUndefined();
  expect(menuTarget('ArrowDown', 0, [])).toBeUndefined();
});

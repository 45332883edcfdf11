import { expect, test } from 'vitest';
import { type Comparable, couldBeSame } from './could-be-same.ts';

const circle = (prefix: string, names: readonly string[], change: Partial<Comparable['circle']> = {}) => ({
  circle: { name: `Circle ${prefix}`, codes: [], seriesKeys: [], ...change },
  members: names.map((name) => ({ id: `${prefix}-${name}`, name, email: '' })),
  me: { id: `${prefix}-${names[0]}` },
});

const OURS = ['Ada', 'Bo', 'Chen', 'Dana'];

test('the same call, or the same series, makes two circles look like one, whoever is in them', () => {
  const [a, b] = [circle('a', ['Ada']), circle('b', ['Eve'])];
  expect(couldBeSame(a, b)).toBe(false);
  const call = { codes: ['meet:abc-defg-hij'] };
  expect(couldBeSame(circle('a', ['Ada'], call), circle('b', ['Eve'], call))).toBe(true);
  const series = { seriesKeys: ['thursday'] };
  expect(couldBeSame(circle('a', ['Ada'], series), circle('b', ['Eve'], series))).toBe(true);
});

test('most of the people do, not two who sit in several circles together', () => {
  expect(couldBeSame(circle('a', OURS), circle('b', [...OURS, 'Eve']))).toBe(true);
  expect(couldBeSame(circle('a', OURS), circle('b', ['Ada', 'Bo', 'Eve', 'Fay', 'Gil']))).toBe(false);
});

test('the same name does when somebody beside me is in both', () => {
  const name = { name: 'Thursday circle' };
  expect(couldBeSame(circle('a', OURS, name), circle('b', ['Ada', 'Bo', 'Eve', 'Fay'], name))).toBe(true);
  expect(couldBeSame(circle('a', OURS, name), circle('b', ['Ada', 'Eve', 'Fay'], name))).toBe(false);
});

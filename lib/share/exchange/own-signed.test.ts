import { expect, it } from 'vitest';
import { draft } from '../../fact/draft.ts';
import { seal } from '../../fact/fact.ts';
import { HLC_START } from '../../fact/hlc.ts';
import { ownSigned } from './own-signed.ts';

const fact = (author: string, seq: number) =>
  seal(draft('log', 'm', 'e', 'k', { seq }), { author, seq, at: HLC_START, prev: '', salt: `s${seq}` });

it('hands out each fact once, so that no second copy of words stays in memory', () => {
  const own = ownSigned();
  expect(own.add([fact('a', 4), fact('a', 5)], 'a')).toEqual({ from: 4, to: 5 });
  expect(own.take('a', { from: 4, to: 5 })?.map(({ seq }) => seq)).toEqual([4, 5]);
  expect(own.take('a', { from: 4, to: 5 })).toBeNull();
});

it('has nothing to give where a number is missing, or the facts are of an author this device was before', () => {
  const own = ownSigned();
  expect(own.add([], 'a')).toBeNull();
  expect(own.add([fact('b', 1)], 'a')).toBeNull();
  expect(own.add([fact('a', 1), fact('a', 3)], 'a')).toBeNull();
  own.add([fact('a', 5)], 'a');
  expect(own.take('a', { from: 4, to: 5 })).toBeNull();
  own.add([fact('a', 5)], 'a');
  expect(own.take('b', { from: 5, to: 5 })).toBeNull();
});

it('holds no more than what may go out at once: the rest is read when it is sent', () => {
  const own = ownSigned();
  const many = Array.from({ length: 70 }, (_, i) => fact('a', i + 1));
  expect(own.add(many, 'a')).toEqual({ from: 1, to: 70 });
  expect(own.take('a', { from: 1, to: 70 })).toBeNull();
});

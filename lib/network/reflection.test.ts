import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { ME } from '../fact/fact.ts';
import { foldReflection, isEmpty, type Reflection, reflectionEntity, writeReflection } from './reflection.ts';

const said: Reflection = {
  whom: ' Two first-year residents ',
  shown: ['listening', 'acceptance'],
  could: ['feedback'],
  toWhom: 'The one who is new',
  hinders: 'Time',
  roundIt: '',
};

describe('a reflection', () => {
  it('is one’s own, changed as a whole, and as old as its first word', () => {
    const { facts, write } = device('a');
    const entity = reflectionEntity('r');
    write([writeReflection('r', said, null, 5)], 5);
    const first = foldReflection(entity, facts);
    expect(first).toMatchObject({
      id: 'r',
      whom: 'Two first-year residents',
      shown: ['acceptance', 'listening'],
      at: 5,
    });
    write([writeReflection('r', { ...said, roundIt: 'Walk to lunch together' }, first, 9)], 9);
    expect(foldReflection(entity, facts.toReversed())).toMatchObject({
      roundIt: 'Walk to lunch together',
      at: 5,
    });
    expect(facts.every(({ log }) => log === ME)).toBe(true);
  });

  it('says whether there is anything to keep', () => {
    const nothing = { whom: ' ', shown: [], could: [], toWhom: '', hinders: '', roundIt: '' };
    expect(isEmpty(nothing)).toBe(true);
    expect(isEmpty({ ...nothing, could: ['listening'] })).toBe(false);
  });
});

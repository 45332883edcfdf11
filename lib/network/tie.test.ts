import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import type { Draft, Fact } from '../fact/fact.ts';
import { ME } from '../fact/fact.ts';
import { foldTie, removeTie, type Tie, tieEntity, tieWith, writeTie } from './tie.ts';

const bea: Tie = {
  name: ' Bea Ortiz ',
  email: 'Bea@Example.org',
  support: ['personal', 'job'],
  closeness: 'close',
  category: 'conferences',
  standing: 'peer',
  metIn: { circleId: 'c', memberId: 'm-bea' },
};
const row = (facts: readonly Fact[]) => {
  const tie = foldTie('t', facts);
  if (!tie) throw new Error('no tie');
  return tie;
};

describe('a tie', () => {
  it('keeps who it is, what goes to and fro and where one met, in one’s own log alone', () => {
    const { facts, write } = device('a');
    write([writeTie('t', bea, null, 5)], 5);
    expect(facts.map(({ log, entity }) => [log, entity])).toEqual([[ME, tieEntity('t')]]);
    expect(row(facts)).toMatchObject({
      ...bea,
      id: 't',
      name: 'Bea Ortiz',
      email: 'bea@example.org',
      support: ['job', 'personal'],
      since: 5,
    });
    // Erasing the circle looks for `circle` in private facts; whom I keep in touch with is mine.
    expect(facts.every(({ body }) => !Object.hasOwn(Object(body), 'circle'))).toBe(true);
  });

  it('is changed as a whole, is as old as its first word, and goes when it is taken away', () => {
    const { facts, write } = device('a');
    write([writeTie('t', bea, null, 5)], 5);
    write([writeTie('t', { ...bea, closeness: 'distant', support: [] }, row(facts), 9)], 9);
    expect(row(facts)).toMatchObject({ closeness: 'distant', support: [], since: 5 });
    const all = facts.map((fact) => fact.hash);
    write([removeTie('t', all)], 10);
    expect(foldTie('t', facts)).toBeNull();
  });

  it('is the same whatever order two devices’ words come in', () => {
    const [one, two] = [device('a'), device('b')];
    one.write([writeTie('t', bea, null, 5)], 5);
    const first = row(one.facts);
    one.write([writeTie('t', { ...bea, name: 'B. Ortiz' }, first, 7)], 7);
    two.write([writeTie('t', { ...bea, name: 'Bea' }, first, 8)] as Draft[], 8);
    const all = [...one.facts, ...two.facts];
    expect(foldTie('t', all)).toEqual(foldTie('t', all.toReversed()));
  });

  it('is found again by the member, or by the address in another circle', () => {
    const { facts, write } = device('a');
    write([writeTie('t', bea, null, 5)], 5);
    const ties = [row(facts)];
    expect(tieWith(ties, { id: 'm-bea', circleId: 'c', email: '' })?.id).toBe('t');
    expect(tieWith(ties, { id: 'x', circleId: 'd', email: 'bea@example.org' })?.id).toBe('t');
    expect(tieWith(ties, { id: 'm-bea', circleId: 'd', email: '' })).toBeUndefined();
  });
});

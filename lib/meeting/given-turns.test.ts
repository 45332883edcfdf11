import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenTurns, speakingOrder, TO_ALL } from './given-turns.ts';

const here = ['a', 'b', 'c', 'd'];
const none = new Map<string, number>();

describe('a turn that was given away', () => {
  it('makes two of one, or is shared by all', () => {
    const given = givenTurns(here, { a: 'b', c: TO_ALL }, none);
    expect(given.holders).toEqual(['b', 'd']);
    expect([...given.turns]).toEqual([['b', 2]]);
  });

  it('goes on with who gave it on, and to all when that member is not here', () => {
    expect(givenTurns(here, { a: 'b', b: 'c' }, none).turns.get('c')).toBe(3);
    expect(givenTurns(here, { a: 'gone' }, none)).toMatchObject({
      holders: ['b', 'c', 'd'],
      turns: new Map(),
    });
  });

  it('brings along what was asked for, when both said how much', () => {
    const both = new Map([
      ['a', 5],
      ['b', 3],
    ]);
    expect([...givenTurns(here, { a: 'b' }, both).asked]).toEqual([['b', 8]]);
    expect([...givenTurns(here, { a: 'b' }, new Map([['b', 3]])).asked]).toEqual([]);
  });

  it('is never lost nor doubled, whoever gives to whom', () => {
    const gave = fc.dictionary(fc.constantFrom(...here), fc.constantFrom(...here, TO_ALL, 'gone'));
    fc.assert(
      fc.property(gave, (given) => {
        const { holders, turns } = givenTurns(here, given, none);
        const held = holders.reduce((sum, member) => sum + (turns.get(member) ?? 1), 0);
        expect(held).toBeLessThanOrEqual(here.length);
        for (const member of turns.keys()) expect(holders).toContain(member);
        // Where nothing goes to all or to somebody away, all turns are held.
        if (Object.values(given).every((to) => here.includes(to))) expect(held).toBe(here.length);
      }),
    );
  });
});

describe('the speaking order', () => {
  it('follows the swaps one after the other', () => {
    expect(speakingOrder(here, [['a', 'c']])).toEqual(['c', 'b', 'a', 'd']);
    expect(
      speakingOrder(here, [
        ['a', 'c'],
        ['c', 'd'],
      ]),
    ).toEqual(['d', 'b', 'a', 'c']);
    expect(speakingOrder(here, [['a', 'gone']])).toEqual(here);
  });
});

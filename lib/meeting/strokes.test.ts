import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../test/builders/meeting-room.ts';
import { strokesRound } from './strokes.ts';

describe('the round of strokes', () => {
  it('has everyone say one and hear one, and nobody thank themselves', () => {
    for (let n = 2; n <= 12; n += 1) {
      const present = PEOPLE.slice(0, n);
      const round = strokesRound(present, 'meeting');
      expect(round.map(({ from }) => from).toSorted()).toEqual(present.toSorted());
      expect(round.map(({ to }) => to).toSorted()).toEqual(present.toSorted());
      expect(round.filter(({ from, to }) => from === to)).toEqual([]);
    }
    expect(strokesRound(['ada'], 'meeting')).toEqual([]);
  });

  it('pairs others at another meeting, and is the same on every screen of this one', () => {
    const pairs = (seed: string) => strokesRound(PEOPLE, seed).map(({ from, to }) => `${from} ${to}`);
    expect(pairs('a')).toEqual(pairs('a'));
    expect(strokesRound(PEOPLE.toReversed(), 'a')).toEqual(strokesRound(PEOPLE, 'a'));
    expect(pairs('a').filter((pair) => pairs('b').includes(pair)).length).toBeLessThan(PEOPLE.length / 2);
  });

  it('keeps the order of the others when somebody leaves in the middle', () => {
    const froms = (present: readonly string[]) => strokesRound(present, 'a').map(({ from }) => from);
    expect(froms(PEOPLE.filter((one) => one !== 'dana'))).toEqual(
      froms(PEOPLE).filter((one) => one !== 'dana'),
    );
  });
});

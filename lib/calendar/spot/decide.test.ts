import { describe, expect, it } from 'vitest';
import { toSeries } from '../../../test/spot/to-series.ts';
import { type Decision, decide } from './decide.ts';
import { spot } from './spot.ts';

function titled(title: string, key: string) {
  const entry = {
    title,
    everyDays: 14,
    lengthMin: 90,
    guests: 6,
    lang: 'en',
    label: 'circle',
    why: '',
  } as const;
  return { ...toSeries(entry), key };
}

const circle = titled('Peer mentoring circle', 'a');
const budget = titled('Budget', 'b');
const no: Decision = { is: 'not' };
const yes: Decision = { is: 'circle', circleId: 'c1' };

describe('decide', () => {
  it('leaves the guess where nothing was decided', () => {
    const spotted = spot(circle, []);
    expect(decide(circle, spotted, new Map())).toEqual({ ...spotted, decision: null });
  });

  it('lets a no win over any score, and a yes over none', () => {
    expect(decide(circle, spot(circle, []), new Map([['a', no]]))).toMatchObject({ verdict: 'no', score: 0 });
    expect(decide(budget, spot(budget, []), new Map([['b', yes]]))).toMatchObject({
      verdict: 'circle',
      score: 1,
      circleId: 'c1',
    });
  });

  it('forgets the circle that was guessed when the answer is no', () => {
    const guessed = { ...spot(circle, []), circleId: 'c9' };
    expect(decide(circle, guessed, new Map([['a', no]]))).not.toHaveProperty('circleId');
    expect(decide(circle, guessed, new Map([['a', { is: 'circle' }]]))).toMatchObject({ circleId: 'c9' });
  });

  it('holds for a series that the calendar split off, also twice', () => {
    const before: Readonly<Record<string, string>> = { third: 'second', second: 'a' };
    const continues = (key: string) => before[key] ?? null;
    const split = titled('Budget', 'third');
    expect(decide(split, spot(split, []), new Map([['a', yes]]), continues)).toMatchObject({
      verdict: 'circle',
    });
  });

  it('lets the newer decision of a split series hold', () => {
    const split = titled('Peer mentoring circle', 'later');
    const decisions = new Map([
      ['a', yes],
      ['later', no],
    ]);
    expect(decide(split, spot(split, []), decisions, () => 'a')).toMatchObject({ verdict: 'no' });
  });

  it('ends when series continue one another in a ring', () => {
    expect(decide(circle, spot(circle, []), new Map(), () => 'a').decision).toBeNull();
  });
});

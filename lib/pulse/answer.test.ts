import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { undoDraft } from '../fact/draft.ts';
import { ME } from '../fact/fact.ts';
import {
  answerPulse,
  askEntity,
  askMe,
  feelMeeting,
  feltEntity,
  foldAnswer,
  foldAsk,
  foldFelt,
  pulseEntity,
} from './answer.ts';

describe('my own answers', () => {
  it('are what I last gave, whatever the order in which facts come', () => {
    const { write } = device('me');
    const id = { id: 'r', circleId: 'c', round: 'r' };
    const [one] = write([answerPulse({ ...id, items: [1, 1, 1, 1, 1, 1, 1] }, null, 1)], 1);
    const before = one ? foldAnswer(pulseEntity('r'), [one]) : null;
    const [two] = write([answerPulse({ ...id, items: [1, 7, 1, 7, 1, 7, 7] }, before, 2)], 2);
    const facts = [one, two].flatMap((fact) => fact ?? []);
    expect(facts).toHaveLength(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 2 }), (shuffled) => {
        expect(foldAnswer(pulseEntity('r'), [...shuffled, ...facts])).toMatchObject({
          score: 7,
          at: 2,
          round: 'r',
        });
      }),
    );
    const undo = write([undoDraft(ME, null, pulseEntity('r'), [two?.hash ?? ''])], 3);
    expect(foldAnswer(pulseEntity('r'), [...facts, ...undo])?.items).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('are none where one is missing or out of range: a mean of six says something else', () => {
    const { write } = device('me');
    for (const items of [
      [1, 2, 3],
      [1, 2, 3, 4, 5, 6, 8],
      [1, 2, 3, 4, 5, 6, 1.5],
    ])
      expect(
        foldAnswer(
          pulseEntity('x'),
          write([answerPulse({ id: 'x', circleId: 'c', round: null, items }, null, 1)], 1),
        ),
      ).toBeNull();
  });
});

describe('how a meeting was', () => {
  it('is for that meeting alone, and asked until I say no', () => {
    const { write } = device('me');
    const felt = write([feelMeeting({ id: 'm', circleId: 'c', step: 4, words: '  Warm ' }, null, 1)], 1);
    expect(foldFelt(feltEntity('m'), felt)).toMatchObject({ id: 'm', step: 4, words: 'Warm' });
    expect(foldFelt(feltEntity('other'), felt)).toBeNull();
    expect(foldAsk([]).on).toBe(true);
    const no = write([askMe('c', false, [])], 2);
    expect(foldAsk(no)).toEqual({ on: false, setBy: no.map((fact) => fact.hash) });
    expect(no[0]?.entity).toBe(askEntity('c'));
  });
});

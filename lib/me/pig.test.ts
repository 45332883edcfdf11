import { expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import { ME } from '../fact/fact.ts';
import { answerPig, foldPig, pigEntity, writePig } from './pig.ts';
import { foldStroke, noteStroke, strokeEntity } from './stroke.ts';

it('a pig is in one’s own log, names no member, and keeps the last answer in whatever order it arrives', () => {
  const { facts, write } = device('d');
  write([writePig('p', ' I only got it by luck. ', 1)], 1);
  const fold = (some = facts) => foldPig(pigEntity('p'), some);
  for (const answer of ['Luck?', 'You wrote it in three drafts. ']) {
    const pig = fold();
    if (pig) write([answerPig(pig, answer, 2)], 2);
  }
  expect(fold()).toMatchObject({
    id: 'p',
    text: 'I only got it by luck.',
    answer: 'You wrote it in three drafts.',
  });
  expect(fold(facts.toReversed())).toEqual(fold());
  expect(facts.map(({ log, by }) => [log, by])).toEqual(facts.map(() => [ME, null]));
  expect(JSON.stringify(facts.map((fact) => fact.body))).not.toContain('circle');
  expect(foldPig('note-p', facts)).toBeNull();
});

it('a stroke that was noted is in one’s own log, and says of which circle it is, so that it goes with it', () => {
  const { facts, write } = device('d');
  write([noteStroke({ id: 's', circleId: 'c1', meetingId: 'm1', text: 'You ask well.' }, 3)], 3);
  expect(facts[0]).toMatchObject({ log: ME, by: null, body: { circle: 'c1' } });
  expect(foldStroke(strokeEntity('s'), facts)).toMatchObject({
    id: 's',
    text: 'You ask well.',
    circleId: 'c1',
  });
});

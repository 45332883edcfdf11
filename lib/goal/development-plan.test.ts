import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { type Fact, ME } from '../fact/fact.ts';
import { beginPlan, titlePlan, writeGoal, writeReview, writeStep } from './commands.ts';
import { foldPlan, nextReview, stepsDone } from './development-plan.ts';

const plan = (facts: readonly Fact[]) => {
  const now = foldPlan('p', facts);
  if (!now) throw new Error('no plan');
  return now;
};
const goal = (id: string, text: string) => ({ id, text, by: null, reachedOn: null });
const step = (id: string, goalId: string, text: string) => ({ id, goalId, text, by: null, doneOn: null });
const review = (id: string, on: string) => ({ id, on, doneOn: null, text: '' });

describe('a written development plan', () => {
  it('has goals with their steps and days to look at it again, in one’s own log alone', () => {
    const { facts, write } = device('a');
    write([beginPlan('p', 'cohort', 1)], 1);
    write([titlePlan(plan(facts), ' My year ')], 2);
    write(
      [writeGoal('p', goal('g1', 'A lab of my own'), null, 3), writeGoal('p', goal('g2', 'Say no'), null, 3)],
      3,
    );
    write([writeStep('p', step('s1', 'g1', 'Read three job talks'), null, 4)], 4);
    write(
      [
        writeReview('p', review('r2', '2027-06-01'), null, 5),
        writeReview('p', review('r1', '2027-03-01'), null, 5),
      ],
      5,
    );
    const now = plan(facts);
    expect(now).toMatchObject({ title: 'My year', inCircle: 'cohort', begunAt: 1 });
    expect(now.goals.map(({ text, steps }) => [text, steps.map((one) => one.text)])).toEqual([
      ['A lab of my own', ['Read three job talks']],
      ['Say no', []],
    ]);
    expect(now.reviews.map(({ on }) => on)).toEqual(['2027-03-01', '2027-06-01']);
    expect(nextReview(now)?.on).toBe('2027-03-01');
    expect(facts.every((fact) => fact.log === ME && !Object.hasOwn(Object(fact.body), 'circle'))).toBe(true);
  });

  it('changes one thing at a time: a goal keeps its steps, what is done is told, what is taken away is gone', () => {
    const { facts, write } = device('a');
    write([beginPlan('p', null, 1), writeGoal('p', goal('g', 'One'), null, 1)], 1);
    write(
      [writeStep('p', step('s', 'g', 'First'), null, 2), writeStep('p', step('t', 'g', 'Second'), null, 2)],
      2,
    );
    const [before] = plan(facts).goals;
    const [first, second] = before?.steps ?? [];
    if (!before || !first || !second) throw new Error('no steps');
    write([writeGoal('p', { ...before, text: 'One, better' }, before, 3)], 3);
    write([writeStep('p', { ...first, doneOn: '2027-01-05' }, first, 4)], 4);
    expect(stepsDone(plan(facts))).toEqual({ done: 1, of: 2 });
    write([writeStep('p', second, second, 5, true)], 5);
    expect(plan(facts).goals).toMatchObject([
      { text: 'One, better', steps: [{ id: 's', doneOn: '2027-01-05' }] },
    ]);
    expect(stepsDone(plan(facts))).toEqual({ done: 1, of: 1 });
  });

  it('keeps what two devices wrote at the same time, whatever comes first', () => {
    const [one, two] = [device('a'), device('b')];
    one.write([beginPlan('p', null, 1)], 1);
    one.write([writeGoal('p', goal('g1', 'Here'), null, 2)], 2);
    two.write([writeGoal('p', goal('g2', 'There'), null, 2)], 2);
    const all = [...one.facts, ...two.facts];
    expect(
      plan(all)
        .goals.map(({ text }) => text)
        .sort(),
    ).toEqual(['Here', 'There']);
    expect(foldPlan('p', all.toReversed())).toEqual(plan(all));
  });

  it('knows the review after one that was held', () => {
    const { facts, write } = device('a');
    write(
      [
        beginPlan('p', null, 1),
        writeReview('p', review('r1', '2027-03-01'), null, 1),
        writeReview('p', review('r2', '2027-06-01'), null, 1),
      ],
      1,
    );
    const [first] = plan(facts).reviews;
    if (!first) throw new Error('no review');
    write([writeReview('p', { ...first, doneOn: '2027-03-02', text: 'On the way' }, first, 2)], 2);
    expect(nextReview(plan(facts))?.id).toBe('r2');
  });
});

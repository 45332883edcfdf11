import { expect, test } from 'vitest';
import { lineOf } from './goal-line.ts';

const goal = { from: '2026-11-22', until: '2027-05-22', state: 'open' as const, stateOn: null };

test('runs from the day a goal was written over contracts and milestones to its end', () => {
  const steps = lineOf(
    goal,
    [
      { id: 'late', madeOn: '2027-02-01' },
      // Linked afterwards: it is older than the goal, and still comes after its writing.
      { id: 'early', madeOn: '2026-11-01' },
    ],
    [{ id: 'grant', on: '2027-02-01' }],
  );
  expect(steps.map((step) => step.key)).toEqual([
    'begun',
    'contract early',
    'contract late',
    'milestone grant',
    'end',
  ]);
});

test('ends on the day the goal was reached, and what came afterwards stands after it', () => {
  const reached = { ...goal, state: 'reached' as const, stateOn: '2027-01-10' };
  const steps = lineOf(reached, [], [{ id: 'prize', on: '2027-03-01' }]);
  expect(steps.map((step) => [step.key, step.on])).toEqual([
    ['begun', '2026-11-22'],
    ['end', '2027-01-10'],
    ['milestone prize', '2027-03-01'],
  ]);
});

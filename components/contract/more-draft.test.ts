import { expect, it } from 'vitest';
import { besideFrom, NO_MORE } from './more-draft.ts';

it('keeps a nudge by day and time, and none of a year that no fact can hold, with all that stands beside it', () => {
  expect(besideFrom({ ...NO_MORE, nudge: '2026-11-25T09:00' }).nudge).toBe('2026-11-25T09:00');
  const beside = besideFrom({ ...NO_MORE, goal: 'g1', nudge: '202609-11-25T09:00' });
  expect(beside).toMatchObject({ goal: 'g1', nudge: null });
});

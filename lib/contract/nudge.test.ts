import { expect, test } from 'vitest';
import { type Nudge, noteNudged, nudgeKey, nudgesAt } from './nudge.ts';

const HOUR = 3_600_000;
const nudge = (id: string, at: number, until = at + 24 * HOUR): Nudge => ({
  kind: 'contract',
  circleId: 'c',
  id,
  at,
  until,
});

test('comes at its time, once, and says when to look for the next one', () => {
  const all = [nudge('late', 20 * HOUR), nudge('soon', 10 * HOUR)];
  expect(nudgesAt(all, [], 9 * HOUR)).toEqual({ due: [], nextAt: 10 * HOUR });
  const round = nudgesAt(all, [], 10 * HOUR);
  expect(round.due.map((one) => one.id)).toEqual(['soon']);
  expect(round.nextAt).toBe(20 * HOUR);
  const told = noteNudged([], nudge('soon', 10 * HOUR), 10 * HOUR);
  expect(nudgesAt(all, told, 11 * HOUR)).toEqual({ due: [], nextAt: 20 * HOUR });
});

test('comes after a sleep as long as it is of use, and not afterwards', () => {
  const one = nudge('slept', 10 * HOUR, 12 * HOUR);
  expect(nudgesAt([one], [], 12 * HOUR - 1).due).toHaveLength(1);
  expect(nudgesAt([one], [], 12 * HOUR)).toEqual({ due: [], nextAt: null });
});

test('is another one when it was put off', () => {
  const told = noteNudged([], nudge('a', 10 * HOUR), 10 * HOUR);
  expect(nudgesAt([nudge('a', 30 * HOUR)], told, 30 * HOUR).due).toHaveLength(1);
});

test('what was said is forgotten after five weeks, and noted once', () => {
  const first = nudge('a', 0);
  const told = noteNudged(noteNudged([], first, 0), first, 1);
  expect(told).toEqual([{ key: nudgeKey(first), at: 1 }]);
  expect(noteNudged(told, nudge('b', 0), 36 * 24 * HOUR)).toHaveLength(1);
});

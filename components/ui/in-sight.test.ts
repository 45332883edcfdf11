import { describe, expect, it } from 'vitest';
import { judgePress, SETTLED_MS } from './in-sight.ts';

describe('a press on what weighs, in somebody else’s page', () => {
  const [seen, covered] = [true, false].map((isSeen) => ({ isSeen, since: 1_000 }));
  const press = (timeStamp: number) => ({ detail: 1, timeStamp });

  it('counts when its button has been in sight long enough to be read', () => {
    expect(judgePress(seen ?? null, press(1_000 + SETTLED_MS))).toBe('counts');
  });

  it('does nothing when the button is covered, however long the page waits', () => {
    expect(judgePress(covered ?? null, press(60_000))).toBe('unseen');
  });

  it('does nothing when the button came into sight just now, so that none is put under a pointer that presses', () => {
    expect(judgePress(seen ?? null, press(999 + SETTLED_MS))).toBe('early');
    expect(judgePress(covered ?? null, press(999 + SETTLED_MS))).toBe('early');
    expect(judgePress(null, press(60_000))).toBe('early');
  });

  it('counts always from a keyboard or a screen reader, which no page can lay anything over', () => {
    for (const sight of [null, covered ?? null, seen ?? null])
      expect(judgePress(sight, { detail: 0, timeStamp: 0 })).toBe('counts');
  });
});

import { describe, expect, it } from 'vitest';
import { likelyNext } from './likely-next.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 5, 17);

describe('when a circle likely meets next', () => {
  it('is one round after the meeting that has just ended', () => {
    expect(likelyNext(start, 14, start + 90 * 60_000)).toBe(start + 14 * DAY);
  });

  it('is never in the past, also for a meeting looked at months later', () => {
    expect(likelyNext(start, 14, start + 30 * DAY)).toBe(start + 42 * DAY);
  });

  it('is unknown without a rhythm', () => {
    expect(likelyNext(start, 0, start)).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { arcPath, pointAt, RING, seatAngles, seatRadius } from './ring-geometry.ts';

test('the first seat is at the top and they go round clockwise', () => {
  expect(pointAt(seatAngles(0, 4).middle, 100)).toEqual({ x: 0, y: -100 });
  expect(pointAt(seatAngles(1, 4).middle, 100)).toEqual({ x: 100, y: 0 });
});

test.each([2, 3, 5, 6, 8, 9, 12])('%i seats neither touch nor do their arcs meet', (count) => {
  const one = seatAngles(0, count);
  const next = seatAngles(1, count);
  expect(next.from - one.to).toBeGreaterThan(5);
  const a = pointAt(one.middle, RING.seat);
  const b = pointAt(next.middle, RING.seat);
  const apart = Math.hypot(a.x - b.x, a.y - b.y);
  expect(apart).toBeGreaterThan(seatRadius(count, true) + seatRadius(count, false) + 4);
});

test('nothing reaches beyond the drawing or over the clock’s ring', () => {
  expect(RING.beyond + 4).toBeLessThan(RING.half);
  expect(RING.seat - seatRadius(6, true) - 4).toBeGreaterThan(RING.turn + RING.turnWidth / 2);
  expect(RING.seat + seatRadius(6, true) + 4).toBeLessThanOrEqual(RING.arc + RING.arcWidth / 2);
});

test('an arc without length draws nothing, not a round dot', () => {
  expect(arcPath(10, 10, 100)).toBe('');
  expect(arcPath(0, 90, 100)).toBe('M0 -100A100 100 0 0 1 100 0');
  expect(arcPath(-100, 100, 100)).toContain('0 1 1');
});

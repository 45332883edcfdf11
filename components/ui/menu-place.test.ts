import { expect, test } from 'vitest';
import { menuPlace } from './menu-place.ts';

const window = { width: 320, height: 600 };
const menu = { width: 180, height: 200 };

test('hangs below its button with the ends lined up', () => {
  expect(menuPlace({ left: 276, right: 312, top: 20, bottom: 56 }, menu, window)).toEqual({
    left: 132,
    top: 60,
  });
});

test('opens above where the window ends too early, so that no item is cut off', () => {
  expect(menuPlace({ left: 276, right: 312, top: 540, bottom: 576 }, menu, window).top).toBe(336);
});

test('starts at the near edge of a button too far left to line up ends', () => {
  expect(menuPlace({ left: 10, right: 46, top: 20, bottom: 56 }, menu, window).left).toBe(10);
});

test('stays inside a window narrower than menu and button together', () => {
  const place = menuPlace({ left: 100, right: 136, top: 20, bottom: 56 }, menu, { width: 200, height: 150 });
  expect(place.left).toBe(16);
  expect(place.top).toBe(4);
});

import { afterEach, expect, it, vi } from 'vitest';
import { DEMO_ADDRESS, isDemonstration, stayIn } from './demonstration.ts';

afterEach(() => vi.unstubAllGlobals());

it('is known by the page’s address alone, and a worker or a page without one is never in it', () => {
  expect(isDemonstration()).toBe(false);
  expect(stayIn('/sidebar.html?circle=a')).toBe('/sidebar.html?circle=a');
  vi.stubGlobal('location', new URL(DEMO_ADDRESS, 'chrome-extension://abc'));
  expect(isDemonstration()).toBe(true);
  expect(stayIn('/sidebar.html?circle=a')).toBe('/sidebar.html?circle=a&demonstration');
  expect(stayIn('/sidebar.html')).toBe('/sidebar.html?demonstration');
});

import { afterEach, expect, it, vi } from 'vitest';
import { DEMO_ADDRESS, isDemonstration, isPractice, PRACTICE_ADDRESS, stayIn } from './demonstration.ts';

afterEach(() => vi.unstubAllGlobals());

it('is known by the page’s address alone, and a worker or a page without one is never in it', () => {
  expect(isDemonstration()).toBe(false);
  expect(stayIn('/sidebar.html?circle=a')).toBe('/sidebar.html?circle=a');
  vi.stubGlobal('location', new URL(DEMO_ADDRESS, 'chrome-extension://abc'));
  expect(isDemonstration()).toBe(true);
  expect(stayIn('/sidebar.html?circle=a')).toBe('/sidebar.html?circle=a&demonstration');
  expect(stayIn('/sidebar.html')).toBe('/sidebar.html?demonstration');
  expect(isPractice()).toBe(false);
});

it('tells a meeting to try from the year, also in the windows opened out of it', () => {
  vi.stubGlobal('location', new URL(PRACTICE_ADDRESS, 'chrome-extension://abc'));
  expect([isDemonstration(), isPractice()]).toEqual([true, true]);
  expect(stayIn('/sidebar.html?clock=a')).toBe('/sidebar.html?clock=a&demonstration=practice');
});

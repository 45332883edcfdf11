import { describe, expect, it } from 'vitest';
import { near } from './near.ts';

describe('near', () => {
  it.each([
    ['mntoring', 'mentoring'],
    ['mentroing', 'mentoring'],
    ['suport', 'support'],
    ['beratng', 'beratung'],
    ['acountabilty', 'accountability'],
    ['developement', 'developpement'],
  ])('knows what was meant by %s', (written, meant) => {
    expect(near(written)).toBe(meant);
  });

  it.each(['rapport', 'memoria', 'beratungsstelle', 'circus', 'poaching', 'ment', 'supporting-cast'])(
    'leaves another word alone: %s',
    (word) => {
      expect(near(word)).toBeNull();
    },
  );
});

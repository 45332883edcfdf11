import { describe, expect, it } from 'vitest';
import { parseRoute, routeTo, SECTIONS } from './route.ts';

describe('addresses of the home page', () => {
  it('leads back to the section a link was made for', () => {
    for (const section of SECTIONS) expect(parseRoute(routeTo(section))).toEqual({ section, id: null });
  });

  it('keeps an id whole, whatever is in it, so that any circle can be linked to', () => {
    for (const id of ['a-b_c', 'a/b', 'ä%', '100%'])
      expect(parseRoute(routeTo('circles', id))).toEqual({ section: 'circles', id });
  });

  it('opens the first section for an empty, unknown or broken address instead of nothing', () => {
    for (const hash of ['', '#', '#/', '#/nowhere/x', '#//x'])
      expect(parseRoute(hash)).toEqual({ section: 'circles', id: null });
    expect(parseRoute('#/circles/%E0%A4%A')).toEqual({ section: 'circles', id: '%E0%A4%A' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidy } from './plain-text.ts';

/** What makes a line untidy, and a little that does not. */
const untidy = fc.constantFrom(
  ' ',
  'a',
  'é',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u0085',
  '\u00a0',
  '\ufeff',
  '😀',
  '\ud83d',
);

describe('a tidy text', () => {
  it('is one line as it was written, when there is nothing to do', () => {
    expect(tidy('Thursday circle, 18–19:30 · Zürich', 500)).toBe('Thursday circle, 18–19:30 · Zürich');
  });

  it('has no control characters, no room around it, and never more than it may; tidying it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: untidy }), fc.nat(20), (text, max) => {
        const clean = tidy(text, max);
        expect(clean.length).toBeLessThanOrEqual(max);
        expect(clean).not.toMatch(/[^\P{Cc}\n\t]|\n{3}|[ \t]\n/u);
        // A cut may end in a blank; tidying that again takes it away.
        if (text.length <= max) expect(tidy(clean, max)).toBe(clean);
        if (text.length <= max) expect(clean).toBe(clean.trim());
      }),
      { numRuns: 3000 },
    );
  });
});

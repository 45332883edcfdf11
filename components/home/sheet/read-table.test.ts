import { describe, expect, it } from 'vitest';
import { MAX_LINES, MAX_TABLE_BYTES, readTable } from './read-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const LINES = [
  ['Who', 'What'],
  ['Zoë', 'Send, "quickly"'],
];

describe('a table of text', () => {
  it.each([
    ['commas', 'Who,What\r\nZoë,"Send, ""quickly"""\r\n'],
    ['semicolons, as Excel writes them in most of Europe', 'Who;What\nZoë;"Send, ""quickly"""\n'],
    ['tabs, as they are pasted', 'Who\tWhat\nZoë\t"Send, ""quickly"""'],
  ])('is read with %s', (_, text) => {
    expect(readTable(bytes(text))).toEqual({ ok: true, lines: LINES });
    expect(readTable(bytes(`\ufeff${text}`))).toEqual({ ok: true, lines: LINES });
  });

  it('is read as Excel saves it without asking: Windows letters, or UTF-16', () => {
    const text = 'Who;What\nZoë;"Send, ""quickly"""\n';
    expect(readTable(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toEqual({
      ok: true,
      lines: LINES,
    });
    const wide = new Uint8Array(2 + text.length * 2);
    wide.set([0xff, 0xfe]);
    for (const [at, letter] of [...text].entries()) wide[2 + at * 2] = letter.charCodeAt(0);
    expect(readTable(wide)).toEqual({ ok: true, lines: LINES });
  });

  it('keeps lines of uneven length and stray quotes', () => {
    expect(readTable(bytes('a,b,c\nd\n5" nails,x\n'))).toEqual({
      ok: true,
      lines: [['a', 'b', 'c'], ['d'], ['5" nails', 'x']],
    });
  });

  it.each([
    ['workbook', 'PK\u0003\u0004rest'],
    ['no-table', 'just one line of words'],
    ['no-table', ''],
    ['no-table', 'a\0b,c'],
    ['broken', 'a,b\n"never closed,c\n'],
  ] as const)('says what it is not: %s', (reason, text) => {
    expect(readTable(bytes(text))).toEqual({ ok: false, reason });
  });

  it('stops at what no circle wrote', () => {
    expect(readTable(new Uint8Array(MAX_TABLE_BYTES + 1))).toEqual({ ok: false, reason: 'too-big' });
    expect(readTable(bytes('a,b\n'.repeat(MAX_LINES + 1)))).toEqual({ ok: false, reason: 'too-long' });
  });
});

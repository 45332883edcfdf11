import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ComponentSplitter, type Piece } from './split-components.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function split(data: Uint8Array, cuts: readonly number[] = []): Piece[] {
  const pieces: Piece[] = [];
  const splitter = new ComponentSplitter((piece) => pieces.push(piece));
  let from = 0;
  for (const cut of [...cuts.map((n) => n % (data.length + 1)).sort((a, b) => a - b), data.length]) {
    splitter.push(data.subarray(from, cut));
    from = cut;
  }
  splitter.end();
  return pieces;
}

const FILE = [
  'BEGIN:VCALENDAR',
  'X-WR-CALNAME:Circles ☉',
  'BEGIN:VTIMEZONE',
  'TZID:Here',
  'BEGIN:STANDARD',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Größe, 🌿 und Kreis',
  'BEGIN:VALARM',
  'DESCRIPTION:Reminder',
  'END:VALARM',
  'X-OWN-THING:ignored',
  'DTSTART:20260101T100000Z',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
];
const EXPECTED: Piece[] = [
  { kind: 'calendar', name: 'X-WR-CALNAME', value: 'Circles ☉' },
  {
    kind: 'zone',
    text: 'BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE',
  },
  {
    kind: 'event',
    text: 'BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Größe, 🌿 und Kreis\r\nDTSTART:20260101T100000Z\r\nEND:VEVENT',
    oversized: false,
  },
];

describe('ComponentSplitter', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
    ['CR CR LF', '\r\r\n'],
    ['empty lines between', '\n\n'],
  ])('cuts out events and zones whatever ends a line: %s', (_, end) => {
    expect(split(bytes(FILE.join(end)))).toEqual(EXPECTED);
  });

  it('gives the same for every way the bytes arrive, also cut inside a character', () => {
    const data = bytes(FILE.join('\r\n'));
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (cuts) => {
        expect(split(data, cuts)).toEqual(EXPECTED);
      }),
    );
  });

  it('unfolds wherever a line was folded, also inside a character', () => {
    const data = bytes(FILE.join('\r\n'));
    const breakable = [...data.keys()].filter(
      (at) => at > 0 && ![10, 13].includes(data[at] ?? 0) && ![10, 13].includes(data[at - 1] ?? 0),
    );
    fc.assert(
      fc.property(
        fc.subarray(breakable, { maxLength: 40 }),
        fc.constantFrom('\r\n ', '\n\t', '\r\n\t'),
        (places, mark) => {
          const parts: number[] = [];
          for (const [at, byte] of data.entries()) {
            if (places.includes(at)) parts.push(...bytes(mark));
            parts.push(byte);
          }
          expect(split(new Uint8Array(parts))).toEqual(EXPECTED);
        },
      ),
    );
  });

  it('ignores a byte order mark', () => {
    expect(split(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(FILE.join('\r\n'))]), [1, 2])).toEqual(EXPECTED);
  });

  it('reads a line in Windows-1252 when it is no UTF-8, and leaves the lines beside it alone', () => {
    const before = bytes('BEGIN:VEVENT\r\nLOCATION:Café\r\nSUMMARY:');
    const data = new Uint8Array([
      ...before,
      0x4b,
      0x72,
      0x65,
      0x69,
      0x73,
      0x20,
      0xfc,
      0x62,
      0x65,
      0x72,
      ...bytes('\r\nEND:VEVENT'),
    ]);
    expect(split(data)[0]).toMatchObject({ text: expect.stringContaining('SUMMARY:Kreis über') });
    expect(split(data)[0]).toMatchObject({ text: expect.stringContaining('LOCATION:Café') });
  });

  it('says which event lost its end, and still reads the next one', () => {
    const pieces = split(
      bytes(
        'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:C\nEND:VCALENDAR',
      ),
    );
    expect(
      pieces.map((piece) => ('text' in piece ? [piece.kind, /SUMMARY:(.)/.exec(piece.text)?.[1]] : [])),
    ).toEqual([
      ['skipped', 'A'],
      ['event', 'B'],
      ['skipped', 'C'],
    ]);
  });

  it('never throws and never holds more than a component, whatever bytes come', () => {
    const token = fc.constantFrom(
      'BEGIN:VEVENT\n',
      'END:VEVENT\n',
      'BEGIN:VCALENDAR\r\n',
      'END:VCALENDAR\n',
      'BEGIN:VALARM\n',
      'END:VALARM\n',
      'BEGIN:VTIMEZONE\n',
      'END:VTIMEZONE\n',
      ' ',
      '\n',
      '\r',
      ':',
      'DTSTART',
      'x',
      'BEGIN:',
      'END:',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(token, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 }),
        (tokens) => {
          for (const piece of split(bytes(tokens.join('')))) {
            if (piece.kind === 'event') expect(piece.text).toMatch(/^BEGIN:VEVENT\r\n[\s\S]*END:VEVENT$/i);
          }
        },
      ),
      { numRuns: 2000 },
    );
  }, 60_000);
});

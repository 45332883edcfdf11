import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from './match.ts';
import { claim } from './says.ts';

function says(text: string): string | null {
  return claim(match(text, 400))?.strength ?? null;
}

describe('words of a title', () => {
  it.each([
    'PEER MENTORING CIRCLE',
    'peer-mentoring_circle',
    'Peer\u200b Men\u00adtoring Circles!',
    '𝗣𝗲𝗲𝗿 𝗠𝗲𝗻𝘁𝗼𝗿𝗶𝗻𝗴 𝗖𝗶𝗿𝗰𝗹𝗲',
    'Peer🌙Mentoring🌙Circle',
    '#PeerMentoringCircle',
    'circle of peer mentors',
    'Mentoringkreis',
    'Mentorinnenzirkel',
    'Mentor*innen-Kreis',
    'Mentor:innenkreis',
    'Peer-Mentoring-Zirkel',
    'cercle de mentoré·e·s',
    'Cercle de mentorat',
    'CIRCULO DE MENTORIA',
    'Círculo de mentoría',
    'roda de mentoria',
    'Lean In Circle',
  ])('says by itself what it is: %s', (title) => {
    expect(says(title)).toBe('strong');
  });

  it.each([
    'Landkreis',
    'Morgenkreis',
    'Stuhlkreis',
    'Kreißsaal',
    'Wahlkreis',
    'Circle K',
    'circle back',
    'Circle CI',
    'CircleCI',
    'crop circles',
    'Inner Circle',
    'the Circle line',
    'quality circle',
    "cercle d'études",
    'Cercles de lecture',
    'círculo de lectura',
    'Círculo de leitura',
    'roda de samba',
    'peer review',
    'Kohortenstudie',
    'podcast',
  ])('means something else: %s', (title) => {
    expect(says(title)).toBeNull();
  });

  it('tells a one-to-one from a date', () => {
    expect(match('1:1 Anna', 400).hits.map((hit) => hit.as)).toEqual(['hard']);
    expect(match('Neujahr 1.1.', 400).hits).toEqual([]);
  });

  it('reads no further than the limit', () => {
    expect(match(`${'x '.repeat(300)}mentoring circle`, 400).roles).toBe(0);
  });
});

describe('the work of reading', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'circle',
      'mentor',
      'peer',
      '1',
      'círculo',
      'kreis',
      'kreiskreiskreis',
      '\ud800',
      ' ',
      '-',
      ':innen',
      '·',
    ),
    fc.string({ maxLength: 5 }),
  );

  it('grows with the length of the text and no faster', () => {
    const most = 200;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
        const text = pieces.join(' ');
        expect(match(text, Number.MAX_SAFE_INTEGER).looks).toBeLessThanOrEqual(most * (text.length + 1));
      }),
    );
    for (const hostile of ['circle ', 'peer mentor ', 'a', '1:1 ', 'mentoring']) {
      const once = match(hostile.repeat(500), Number.MAX_SAFE_INTEGER).looks;
      const twice = match(hostile.repeat(1_000), Number.MAX_SAFE_INTEGER).looks;
      expect(twice).toBeLessThanOrEqual(2 * once + most);
    }
  });
});

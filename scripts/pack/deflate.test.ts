import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { read } from '../../test/guards/source.ts';
import { codeLengths, codesOf } from './codes.ts';
import { deflate } from './deflate.ts';

const back = (data: Uint8Array) => new Uint8Array(inflateRawSync(deflate(data)));

/** Bytes that repeat themselves, near and far, as texts do: what plain random bytes never do. */
const repeating = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 400 })), {
    maxLength: 8,
  })
  .map((parts) =>
    Uint8Array.from(
      parts.flatMap(([bytes, times]) =>
        Array(times)
          .fill([...bytes])
          .flat(),
      ),
    ),
  );

it('comes out of any inflater as it went in', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }), repeating), (data) => {
      expect(back(data)).toEqual(data);
    }),
    { numRuns: 60 },
  );
});

it('reaches back as far as can be told, and no further', () => {
  const word = Uint8Array.from({ length: 300 }, (_, index) => (index * 7919) % 251);
  for (const between of [32_468, 32_469, 32_768]) {
    const data = new Uint8Array(word.length * 2 + between);
    data.set(word);
    data.set(word, word.length + between);
    expect(back(data)).toEqual(data);
  }
});

it('is smaller than zlib at its best where there is much to pack', () => {
  for (const path of ['public/_locales/de/messages.json', 'CHANGELOG.md']) {
    const data = Buffer.from(read(path));
    const ours = deflate(data);
    expect(inflateRawSync(ours).equals(data)).toBe(true);
    expect(ours.length).toBeLessThan(0.98 * deflateRawSync(data, { level: 9 }).length);
  }
});

it('gives no code longer than deflate has, and each its own, where some symbols are a million times as frequent', () => {
  // As Fibonacci's numbers: the deepest tree there is.
  const counts = [1, 1];
  while (counts.length < 40) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
  const lengths = codeLengths(counts, 15);
  expect(Math.max(...lengths)).toBe(15);
  // Kraft: all codes together fill the tree, so a decoder knows each.
  expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  expect(new Set([...codesOf(lengths)].map((code, symbol) => `${lengths[symbol]}:${code}`)).size).toBe(40);
});

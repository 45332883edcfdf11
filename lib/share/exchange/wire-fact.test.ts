import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draft } from '../../fact/draft.ts';
import { erase, type Fact, isSound, seal } from '../../fact/fact.ts';
import { HLC_START, tick } from '../../fact/hlc.ts';
import { spaceIdOf } from '../../fact/space.ts';
import { toText, utf8 } from '../bytes.ts';
import { deflate } from '../seal/inflate.ts';
import { fromWire, toWire } from './wire-fact.ts';

const author = `${'k'.repeat(42)}A`;
const space = spaceIdOf(author, 'nonce');

function logOf(bodies: readonly unknown[]): Fact[] {
  let [at, prev] = [HLC_START, ''];
  return bodies.map((body, i) => {
    at = tick(at, 1_762_358_400_000 + i * 977);
    const salt = toText(crypto.getRandomValues(new Uint8Array(16)));
    const place = { author, seq: i + 1, at, prev, salt };
    const fact = seal(draft(space, 'm', `e${i % 5}`, 'k', body), place);
    prev = fact.hash;
    return i % 3 === 0 ? { ...fact, sig: `${'s'.repeat(85)}A` } : fact;
  });
}
const travelled = (facts: readonly Fact[]): Fact[] =>
  fromWire(space, author, JSON.parse(JSON.stringify(toWire(facts))));

describe('facts on their way', () => {
  it('arrive as they were: with gaps, numbers given twice, erased ones and any JSON', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 12 }),
        fc.infiniteStream(fc.nat(9)),
        (bodies, chance) => {
          const clean: unknown[] = bodies.map((one) => JSON.parse(JSON.stringify(one)));
          const facts = [...logOf(clean), ...logOf(clean.toReversed())]
            .filter(() => chance.next().value !== 0)
            .map((fact) => (chance.next().value === 1 ? erase(fact) : fact))
            .toSorted((a, b) => a.seq - b.seq || (a.hash < b.hash ? -1 : 1));
          expect(travelled(facts)).toEqual(facts);
          expect(travelled(facts).every(isSound)).toBe(true);
        },
      ),
    );
  });

  it('arrive where the very first number was given twice', () => {
    const facts = [...logOf(['one']), ...logOf(['two'])].toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
    expect(travelled(facts)).toEqual(facts);
  });

  it('say nothing but what was said: what is changed on the way is another fact, which nobody signed', () => {
    const facts = logOf([{ text: 'a' }, { text: 'b' }]);
    const packed = JSON.stringify(toWire(facts));
    for (const [from, to] of [
      ['"a"', '"c"'],
      ['"m"', 'null'],
      ['"k"', '"l"'],
    ] as const) {
      expect(packed).toContain(from);
      const changed = fromWire(space, author, JSON.parse(packed.replace(from, to)));
      expect(changed.every(isSound)).toBe(true);
      expect(changed[0]?.hash).not.toBe(facts[0]?.hash);
    }
    expect(fromWire('another space', author, JSON.parse(packed))[0]?.hash).not.toBe(facts[0]?.hash);
    expect(fromWire(space, `${'l'.repeat(42)}A`, JSON.parse(packed))[0]?.hash).not.toBe(facts[0]?.hash);
  });

  it('are left out where they cannot be facts: bodies no fact holds, more fields, other types', () => {
    const [first] = toWire(logOf([1]));
    if (!first) throw new Error('nothing packed');
    let deep: unknown = 0;
    for (let i = 0; i < 200; i += 1) deep = [deep];
    expect(fromWire(space, author, [first])).toHaveLength(1);
    for (const wrong of [
      first.with(8, deep),
      first.with(7, null),
      first.with(0, 0),
      first.with(1, 'now'),
      first.with(9, 'no signature'),
      [...first, 0],
      'fact',
      null,
    ])
      expect(fromWire(space, author, [wrong])).toEqual([]);
  });

  it('take half of what they take as they are stored, packed: hashes are worked out again', async () => {
    const bodies = Array.from({ length: 200 }, (_, i) => ({
      text: `I will write to person ${i}`,
      at: i * 86_400_000,
    }));
    const facts = logOf(bodies);
    const stored = await deflate(utf8(JSON.stringify(facts)));
    const packed = await deflate(utf8(JSON.stringify(toWire(facts))));
    expect(packed.length).toBeLessThan(stored.length / 2);
  });
});

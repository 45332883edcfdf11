import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draft } from '../../fact/draft.ts';
import { erase, type Fact, isSound, ME, seal } from '../../fact/fact.ts';
import { HLC_START, tick } from '../../fact/hlc.ts';
import { spaceIdOf } from '../../fact/space.ts';
import { utf8 } from '../bytes.ts';
import { deflate } from './inflate.ts';
import { packFacts, unpackFacts } from './wire.ts';

const author = `${'k'.repeat(42)}A`;
const space = spaceIdOf(author, 'nonce');

function logOf(log: string, by: string, bodies: readonly unknown[]): Fact[] {
  let [at, prev] = [HLC_START, ''];
  return bodies.map((body, i) => {
    at = tick(at, 1_762_358_400_000 + i * 977);
    const salt = crypto
      .getRandomValues(new Uint8Array(16))
      .toBase64({ alphabet: 'base64url', omitPadding: true });
    const fact = seal(draft(log, 'm', `e${i % 5}`, 'k', body), { author: by, seq: i + 1, at, prev, salt });
    prev = fact.hash;
    return i % 3 === 0 ? { ...fact, sig: `${'s'.repeat(85)}A` } : fact;
  });
}

describe('facts on their way', () => {
  it('arrive as they were: several logs and authors, with gaps, forks, erased ones and any JSON', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 12 }),
        fc.infiniteStream(fc.nat(9)),
        (bodies, chance) => {
          const clean: unknown[] = bodies.map((one) => JSON.parse(JSON.stringify(one)));
          const facts = [
            ...logOf(space, author, clean),
            ...logOf(space, 'another', clean),
            ...logOf(space, author, clean.toReversed()),
            ...logOf(ME, 'mine', clean),
          ]
            .filter(() => chance.next().value !== 0)
            .map((fact) => (chance.next().value === 1 ? erase(fact) : fact));
          const there = unpackFacts(space, JSON.parse(JSON.stringify(packFacts(space, facts))));
          const byHash = (a: Fact, b: Fact) => (a.hash < b.hash ? -1 : 1);
          expect(there?.toSorted(byHash)).toEqual(facts.toSorted(byHash));
          expect(there?.every(isSound)).toBe(true);
        },
      ),
    );
  });

  it('say nothing but what was said: whatever is changed on the way is another fact, or none', () => {
    const packed = JSON.stringify(packFacts(space, logOf(space, author, [{ text: 'a' }, { text: 'b' }])));
    const right = new Set(unpackFacts(space, JSON.parse(packed))?.map((fact) => JSON.stringify(fact)));
    for (const [from, to] of [
      ['"a"', '"c"'],
      [author, `${'l'.repeat(42)}A`],
      ['"m"', 'null'],
    ] as const) {
      const facts = unpackFacts(space, JSON.parse(packed.replace(from, to))) ?? [];
      expect(facts.every(isSound)).toBe(true);
      expect(packed).toContain(from);
      expect(right.has(JSON.stringify(facts[0]))).toBe(false);
    }
    expect(unpackFacts('another log', JSON.parse(packed))?.map((fact) => fact.log)).toEqual(
      Array(2).fill('another log'),
    );
  });

  it('are refused as a whole where one cannot be: nothing before the first, bodies no fact holds, more fields', () => {
    const [group] = packFacts(space, logOf(space, author, [1, 2]));
    if (!group) throw new Error('nothing packed');
    const [log, by, [first, second]] = group;
    if (!first || !second) throw new Error('nothing packed');
    expect(unpackFacts(space, [[log, by, [first, second]]])).toHaveLength(2);
    let deep: unknown = 0;
    for (let i = 0; i < 200; i += 1) deep = [deep];
    for (const wrong of [
      [second],
      [first.with(9, deep)],
      [first.with(8, null)],
      [first.with(0, 0)],
      [first.with(1, 'now')],
      [[...first, 0]],
      'facts',
    ])
      expect(unpackFacts(space, [[log, by, wrong]])).toBeNull();
  });

  it('take half of what they take as they are stored, packed: hashes are worked out again', async () => {
    const bodies = Array.from({ length: 200 }, (_, i) => ({
      text: `I will write to person ${i}`,
      at: i * 86_400_000,
    }));
    const facts = logOf(space, author, bodies);
    const stored = await deflate(utf8(JSON.stringify(facts)));
    const packed = await deflate(utf8(JSON.stringify(packFacts(space, facts))));
    expect(packed.length).toBeLessThan(stored.length / 2);
  });
});

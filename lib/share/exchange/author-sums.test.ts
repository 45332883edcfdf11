import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText, utf8 } from '../bytes.ts';
import { type HeldFact, NO_SUM } from '../share-store.ts';
import { answering, isSame, lacking, stateHash, stateOf, sumOf } from './author-sums.ts';

const hashOf = (text: string): string => toText(sha256(utf8(text)));
const held = (seq: number, twin = ''): HeldFact => ({ seq, hash: hashOf(`${seq}${twin}`), erased: false });
const run = (from: number, to: number): HeldFact[] =>
  Array.from({ length: to - from + 1 }, (_, i) => held(from + i));
const named = (facts: readonly HeldFact[]) => stateOf('a', facts);

/** What the holder of `theirs` would send to the holder of `mine`. */
function sent(mine: readonly HeldFact[], theirs: readonly HeldFact[], thorough = false): HeldFact[] {
  const lack = lacking(mine, named(theirs), thorough);
  if (!lack) return [];
  const runs = answering(theirs, lack);
  return theirs.filter(({ seq }) => runs.some(([from, to]) => seq >= from && seq <= to));
}

const union = (a: readonly HeldFact[], b: readonly HeldFact[]): HeldFact[] => [
  ...new Map([...a, ...b].map((one) => [one.hash, one])).values(),
];

describe('what is held of an author', () => {
  it('comes to the same whatever the order, and to another with one fact more, less or changed', () => {
    const facts = run(1, 5);
    expect(isSame(named(facts), named(facts.toReversed()))).toBe(true);
    expect(isSame(named(facts), named(facts.slice(1)))).toBe(false);
    expect(isSame(named(facts), named([...facts.slice(0, 4), held(5, 'other')]))).toBe(false);
    expect(sumOf([])).toBe(NO_SUM);
  });

  it('has one short name for all authors, which says nothing of those of whom nothing is held', () => {
    const [a, b] = [stateOf('a', run(1, 2)), stateOf('b', run(1, 3))];
    expect(stateHash([a, b])).toBe(stateHash([b, a, stateOf('c', [])]));
    expect(stateHash([a, b])).not.toBe(stateHash([a]));
    expect(stateHash([a])).toHaveLength(22);
  });
});

describe('asking for what is lacking', () => {
  it('asks for nothing that the other has not: a part of what is held here is no reason to ask', () => {
    expect(lacking(run(1, 9), named(run(1, 4)))).toBeNull();
    expect(lacking(run(1, 9), named([]))).toBeNull();
    expect(lacking(run(1, 4), named(run(1, 4)))).toBeNull();
  });

  it('asks for the end of a log and for holes by their numbers alone', () => {
    expect(lacking(run(1, 4), named(run(1, 9)))).toEqual({ ranges: [[5, 9]] });
    expect(lacking([...run(1, 2), ...run(5, 6)], named(run(1, 9)))).toEqual({
      ranges: [
        [3, 4],
        [7, 9],
      ],
    });
  });

  it('finds the other of two facts with one number, sending no more than the run it is in', () => {
    const mine = [...run(1, 49), held(50, 'mine'), ...run(51, 320)];
    const theirs = [...run(1, 49), held(50, 'theirs'), ...run(51, 320)];
    const got = sent(mine, theirs);
    expect(got).toContainEqual(held(50, 'theirs'));
    expect(got.length).toBe(10);
  });

  it('answers with what is here and is empty where nothing is', () => {
    expect(answering(run(1, 3), { ranges: [[5, 9]] })).toEqual([]);
    expect(answering([], { step: 1, blocks: [] })).toEqual([]);
  });

  it('stays small when an author gave a number as high as numbers go', () => {
    const far = held(Number.MAX_SAFE_INTEGER);
    const lack = lacking([...run(1, 3), far], named([...run(1, 2), held(3, 'other'), far]), true);
    expect(lack && 'blocks' in lack && lack.blocks.length).toBeLessThanOrEqual(32);
    expect(answering([...run(1, 3), far], { step: 1, blocks: [] })).toHaveLength(4);
    expect(lacking(run(1, 3), { ...named(run(1, 3)), last: Number.MAX_SAFE_INTEGER, count: 9 })).toEqual({
      ranges: [[4, Number.MAX_SAFE_INTEGER]],
    });
  });

  it('brings any two together in a few rounds, whatever each has, holes and doubled numbers included', () => {
    const some = fc.uniqueArray(
      fc.record({ seq: fc.integer({ min: 1, max: 40 }), twin: fc.constantFrom('', 'x', 'y') }),
      { maxLength: 60, selector: ({ seq, twin }) => `${seq}${twin}` },
    );
    fc.assert(
      fc.property(some, some, (first, second) => {
        let [a, b] = [first.map((o) => held(o.seq, o.twin)), second.map((o) => held(o.seq, o.twin))];
        for (let round = 0; round < 4; round++) {
          const [toA, toB] = [sent(a, b, round > 1), sent(b, a, round > 1)];
          [a, b] = [union(a, toA), union(b, toB)];
        }
        expect(isSame(named(a), named(b))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

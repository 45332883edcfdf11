import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText, utf8 } from '../bytes.ts';
import type { HeldFact } from '../share-store.ts';
import { stateOf } from './author-sums.ts';
import {
  type Chunk,
  chunkOf,
  cutKept,
  isKept,
  type Kept,
  keeping,
  keptDue,
  keptTick,
  newKept,
  planKept,
  sawChunk,
} from './kept.ts';

const held = (seq: number, twin = '', erased = false): HeldFact => ({
  seq,
  hash: toText(sha256(utf8(`${seq}${twin}`))),
  erased,
});
const run = (from: number, to: number): HeldFact[] =>
  Array.from({ length: to - from + 1 }, (_, i) => held(from + i));
const SIZE = 400;
/** What the relay holds after it was put in order, 40 facts a run. */
function put(
  facts: readonly HeldFact[],
  chunks: ReadonlyMap<number, Chunk> = new Map(),
): { chunks: Map<number, Chunk>; written: number } {
  const plan = planKept(facts, chunks);
  const rest = facts.filter(({ seq }) => seq >= plan.from);
  const next = new Map([...chunks].filter(([index]) => index < plan.stays));
  let written = 0;
  for (const [i, some] of cutKept(
    rest,
    rest.map(() => SIZE),
  ).entries()) {
    const chunk = chunkOf(some);
    if (JSON.stringify(chunks.get(plan.stays + i)) !== JSON.stringify(chunk)) written += 1;
    next.set(plan.stays + i, chunk);
  }
  return { chunks: next, written };
}
const saw = (author: string, chunks: ReadonlyMap<number, Chunk>, kept = newKept()): Kept =>
  [...chunks].reduce((all, [index, chunk]) => sawChunk(all, author, index, chunk), kept);

describe('what the relay keeps of an author', () => {
  it('is cut into runs of some kilobytes, of which only the last changes as the log grows', () => {
    const first = put(run(1, 100));
    expect([...first.chunks.values()].map(({ from, to }) => [from, to])).toEqual([
      [1, 40],
      [41, 80],
      [81, 100],
    ]);
    expect(put(run(1, 100), first.chunks).written).toBe(0);
    expect(put(run(1, 101), first.chunks).written).toBe(1);
    expect(put(run(1, 130), first.chunks).written).toBe(2);
  });

  it('is written anew where words were erased, so that they are at no relay', () => {
    const { chunks } = put(run(1, 100));
    const erased = run(1, 100).map((one) => (one.seq === 50 ? { ...one, erased: true } : one));
    const after = put(erased, chunks);
    expect([after.written, after.chunks.get(1)?.erased]).toEqual([1, 1]);
  });

  it('stays as somebody else cut it', () => {
    const others = new Map([
      [0, chunkOf(run(1, 7))],
      [1, chunkOf(run(8, 30))],
    ]);
    expect(put(run(1, 30), others).written).toBe(0);
  });

  it('never has the two of one number on both sides of a cut, and loses none of any set of facts', () => {
    const some = fc.uniqueArray(
      fc.record({ seq: fc.integer({ min: 1, max: 90 }), twin: fc.constantFrom('', 'x') }),
      {
        selector: ({ seq, twin }) => `${seq}${twin}`,
        maxLength: 150,
      },
    );
    fc.assert(
      fc.property(some, some, (first, more) => {
        const sorted = (facts: typeof first) =>
          facts
            .map((one) => held(one.seq, one.twin))
            .sort((a, b) => a.seq - b.seq || (a.hash < b.hash ? -1 : 1));
        const before = put(sorted(first)).chunks;
        const all = sorted([
          ...new Map([...first, ...more].map((one) => [`${one.seq}${one.twin}`, one])).values(),
        ]);
        const after = put(all, before).chunks;
        expect([...after.values()].reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        if (all.length > 0) expect(isKept(saw('a', after), stateOf('a', all))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('who puts it in order', () => {
  const soonest = (least: number): number => least;
  const mine = stateOf('me', run(1, 5));
  const theirs = stateOf('ada', run(1, 5));
  const plan = (kept: Kept, present: readonly string[] = [], now = 0) =>
    keeping(kept, [mine, theirs], 'me', new Set(present), now, soonest);
  const tick = (kept: Kept, now: number) =>
    keptTick(kept, new Map([mine, theirs].map((one) => [one.author, one])), now);

  it('is the author, soon, and for who is away anybody, later', () => {
    const kept = plan(newKept());
    expect(keptDue(kept)).toBe(500);
    expect(tick(kept, 500)[1]).toEqual(['me']);
    expect(tick(kept, 4_000)[1].toSorted()).toEqual(['ada', 'me']);
    expect(tick(plan(newKept(), ['ada']), 60_000)[1]).toEqual(['me']);
  });

  it('is nobody when it is in order, or somebody else did it meanwhile', () => {
    const both = saw('ada', put(run(1, 5)).chunks, saw('me', put(run(1, 5)).chunks));
    expect(plan(both).due.size).toBe(0);
    const planned = plan(saw('me', put(run(1, 5)).chunks));
    expect(tick(saw('ada', put(run(1, 5)).chunks, planned), 4_000)[1]).toEqual([]);
  });

  it('writes the end of a log that grows once in ten seconds', () => {
    const [done] = tick(plan(newKept()), 4_000);
    const more = keeping(done, [stateOf('me', run(1, 6))], 'me', new Set(), 5_000, soonest);
    expect(more.due.get('me')?.at).toBe(14_000);
  });
});

import { sha256 } from '@noble/hashes/sha2.js';
import type { AuthorId } from '../../fact/fact.ts';
import { toText, utf8 } from '../bytes.ts';
import { type AuthorState, type HeldFact, NO_SUM } from '../share-store.ts';

const LENGTH = 32;

/** XOR of base64url hashes of 32 bytes: what a set of facts comes to, whatever its order. */
export function sumOf(hashes: Iterable<string>): string {
  const sum = new Uint8Array(LENGTH);
  for (const hash of hashes) xor(sum, hash);
  return toText(sum);
}

function xor(sum: Uint8Array, hash: string): void {
  const bytes = Uint8Array.fromBase64(hash, { alphabet: 'base64url' });
  for (let i = 0; i < LENGTH; i++) sum[i] = (sum[i] ?? 0) ^ (bytes[i] ?? 0);
}

/** What some facts of one author come to. */
export const stateOf = (author: AuthorId, facts: readonly HeldFact[]): AuthorState => ({
  author,
  count: facts.length,
  last: facts.reduce((last, { seq }) => Math.max(last, seq), 0),
  sum: facts.length === 0 ? NO_SUM : sumOf(facts.map(({ hash }) => hash)),
});

/** Whether two say that they hold the same facts of an author. */
export const isSame = (a: Omit<AuthorState, 'author'>, b: Omit<AuthorState, 'author'>): boolean =>
  a.count === b.count && a.last === b.last && a.sum === b.sum;

/** One short text for all that is held: equal for those who hold the same. 22 letters. */
export function stateHash(states: Iterable<AuthorState>): string {
  const lines = [...states]
    .filter(({ count }) => count > 0)
    .map(({ author, count, last, sum }) => `${author} ${count} ${last} ${sum}\n`)
    .sort();
  return toText(sha256(utf8(`circlekeeper state 1\n${lines.join('')}`)).subarray(0, 16));
}

/** What somebody lacks of an author, for those who have it. Numbers with both ends included. */
export type Lack =
  | { ranges: readonly (readonly [number, number])[] }
  /** From 1 on, in runs of `step` numbers: how many facts of each are held, and what they come to. */
  | { step: number; blocks: readonly (readonly [number, string])[] };

/** Runs that an author's numbers are cut into where sets differ and no number is missing. */
const BLOCKS = 32;
/** No more gaps in one asking; the next asking is for the rest. */
const MOST_RANGES = 24;

/**
 * What the holder of `held` may lack of what `theirs` claims; null: nothing, what they have is part of it.
 * `thorough`: the plain way was tried and changed nothing.
 */
export function lacking(
  held: readonly HeldFact[],
  theirs: Omit<AuthorState, 'author'>,
  thorough = false,
): Lack | null {
  const within = held.filter(({ seq }) => seq <= theirs.last);
  if (within.length === theirs.count && sumOf(within.map(({ hash }) => hash)) === theirs.sum) return null;
  const missing = gaps(within, theirs.last);
  if (missing.length > 0 && !thorough) return { ranges: missing.slice(0, MOST_RANGES) };
  // They lack what is held here, and will ask; what remains different after that is looked at then.
  if (theirs.count < within.length && !thorough) return null;
  const step = Math.max(1, Math.ceil(theirs.last / BLOCKS));
  const runs = inRuns(within, step);
  const count = Math.ceil(theirs.last / step);
  return { step, blocks: Array.from({ length: count }, (_, run) => blockOf(runs.get(run) ?? [])) };
}

/** The numbers from 1 to `last` of which nothing is held. */
function gaps(held: readonly HeldFact[], last: number): (readonly [number, number])[] {
  const found: [number, number][] = [];
  let next = 1;
  for (const seq of held.map((one) => one.seq).sort((a, b) => a - b)) {
    if (seq > next) found.push([next, seq - 1]);
    next = Math.max(next, seq + 1);
  }
  if (next <= last) found.push([next, last]);
  return found;
}

/** By run: an author may have given a number as high as numbers go, so nothing is as long as the numbers are high. */
const inRuns = (held: readonly HeldFact[], step: number): Map<number, HeldFact[]> =>
  Map.groupBy(held, ({ seq }) => Math.floor((seq - 1) / step));

const blockOf = (held: readonly HeldFact[]): readonly [number, string] => [
  held.length,
  sumOf(held.map(({ hash }) => hash)),
];

/** Which of what is held here answers an asking, as runs of numbers. Empty: nothing of it is here. */
export function answering(held: readonly HeldFact[], lack: Lack): (readonly [number, number])[] {
  if ('ranges' in lack)
    return lack.ranges.filter(([from, to]) => held.some(({ seq }) => seq >= from && seq <= to));
  const { step, blocks } = lack;
  return [...inRuns(held, step)]
    .sort(([a], [b]) => a - b)
    .filter(([run, facts]) => {
      const [count, sum] = blockOf(facts);
      return blocks[run]?.[0] !== count || blocks[run]?.[1] !== sum;
    })
    .map(([run]) => [run * step + 1, (run + 1) * step]);
}

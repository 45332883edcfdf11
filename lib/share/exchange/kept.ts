import type { AuthorId } from '../../fact/fact.ts';
import { type AuthorState, type HeldFact, NO_SUM } from '../share-store.ts';
import { isSame, sumOf } from './author-sums.ts';
import type { Soon } from './limits.ts';

/** A run of an author's facts as the relay keeps it: which numbers, how many facts, what they come to, how many without words. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly sum: string;
  readonly erased: number;
}

/**
 * What the relay keeps of each author, for those who come when nobody is there. Every author keeps their own in order;
 * for one who is away, any member does. Instants are local, ms.
 */
export interface Kept {
  /** By author: the runs, by their place. */
  readonly chunks: ReadonlyMap<AuthorId, ReadonlyMap<number, Chunk>>;
  /** When to put an author's runs in order. `thorough`: also where nothing seems to be missing (words were erased). */
  readonly due: ReadonlyMap<AuthorId, { at: number; thorough: boolean }>;
  readonly doneAt: ReadonlyMap<AuthorId, number>;
}

export const newKept = (): Kept => ({ chunks: new Map(), due: new Map(), doneAt: new Map() });

/** One's own end of the log is not written to the relay more often, */
const OWN_MS = 10_000;
/** and while others are here, who have it, less often still: it is for those who come when nobody is. */
const IN_COMPANY_MS = 15 * 60_000;
const AWAY_MS: readonly [number, number] = [4_000, 15_000];
const MOST_CHUNKS = 4_000;

/** What facts come to as a run. */
export const chunkOf = (facts: readonly HeldFact[]): Chunk => ({
  from: facts.reduce((least, { seq }) => Math.min(least, seq), Number.MAX_SAFE_INTEGER),
  to: facts.reduce((most, { seq }) => Math.max(most, seq), 0),
  count: facts.length,
  sum: sumOf(facts.map(({ hash }) => hash)),
  erased: facts.filter(({ erased }) => erased).length,
});

/** A run was seen at the relay, or written there; null: cleared. */
export function sawChunk(kept: Kept, author: AuthorId, index: number, chunk: Chunk | null): Kept {
  const all = new Map(kept.chunks.get(author) ?? []);
  if (chunk) all.set(index, chunk);
  else all.delete(index);
  if (all.size > MOST_CHUNKS) return kept;
  return { ...kept, chunks: new Map(kept.chunks).set(author, all) };
}

/** Whether the relay keeps as much of an author as is held here. */
export function isKept(kept: Kept, held: AuthorState): boolean {
  const chunks = [...(kept.chunks.get(held.author)?.values() ?? [])];
  return isSame(held, {
    count: chunks.reduce((sum, { count }) => sum + count, 0),
    last: chunks.reduce((most, { to }) => Math.max(most, to), 0),
    sum: chunks.length === 0 ? NO_SUM : sumOf(chunks.map(({ sum }) => sum)),
  });
}

/** Plans to put in order what the relay lacks: one's own soon, that of those who are away when nobody else does. */
export function keeping(
  kept: Kept,
  held: Iterable<AuthorState>,
  me: AuthorId,
  present: ReadonlySet<AuthorId>,
  now: number,
  soon: Soon,
  thorough = false,
): Kept {
  const due = new Map(kept.due);
  for (const state of held) {
    const { author } = state;
    const known = due.get(author);
    if (author !== me && present.has(author)) {
      due.delete(author);
      continue;
    }
    if (known?.thorough || (!thorough && isKept(kept, state))) continue;
    const again =
      (kept.doneAt.get(me) ?? Number.NEGATIVE_INFINITY) + (present.size > 0 ? IN_COMPANY_MS : OWN_MS);
    const at = author === me ? Math.max(now + soon(500, 1_500), again) : now + soon(...AWAY_MS);
    // What is planned stays, unless it is hastened: the last one here does not wait.
    if (known && !thorough && known.at <= at) continue;
    due.set(author, { at: thorough && author === me ? now + soon(100, 500) : at, thorough });
  }
  return { ...kept, due };
}

/** Which authors' runs are to be put in order now. What somebody else did meanwhile is not done again. */
export function keptTick(
  kept: Kept,
  held: ReadonlyMap<AuthorId, AuthorState>,
  now: number,
): [Kept, AuthorId[]] {
  const due = new Map(kept.due);
  const doneAt = new Map(kept.doneAt);
  const authors: AuthorId[] = [];
  for (const [author, { at, thorough }] of kept.due) {
    if (now < at) continue;
    due.delete(author);
    const state = held.get(author);
    if (!state || (!thorough && isKept(kept, state))) continue;
    doneAt.set(author, now);
    authors.push(author);
  }
  return authors.length === 0 && due.size === kept.due.size
    ? [kept, []]
    : [{ ...kept, due, doneAt }, authors];
}

/** When something is due next. */
export const keptDue = (kept: Kept): number =>
  [...kept.due.values()].reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);

/** How the relay's runs of an author go on. */
export interface KeepPlan {
  /** Runs that stay as they are. */
  readonly stays: number;
  /** The first number that is to be cut anew; beyond the last: nothing is. */
  readonly from: number;
}

/**
 * Which of an author's runs the relay may keep as they are: those from the first on that hold exactly what is held
 * here. The last of them is written anew when facts follow it, so that runs fill up. Runs never change otherwise, and
 * however others cut them, nothing is packed twice that is there already.
 */
export function planKept(held: readonly HeldFact[], chunks: ReadonlyMap<number, Chunk>): KeepPlan {
  let from = 1;
  let stays = 0;
  for (;;) {
    const chunk = chunks.get(stays);
    if (!chunk || chunk.from < from || chunk.to < chunk.from) break;
    const mine = held.filter(({ seq }) => seq >= from && seq <= chunk.to);
    const same = chunkOf(mine);
    if (same.count !== chunk.count || same.sum !== chunk.sum || same.erased !== chunk.erased) break;
    from = chunk.to + 1;
    stays += 1;
  }
  const last = chunks.get(stays - 1);
  const goesOn = held.some(({ seq }) => seq >= from);
  return last && goesOn ? { stays: stays - 1, from: last.from } : { stays, from };
}

/** A run has so many bytes of facts before it is packed: three or four packets. */
const CHUNK_BYTES = 16_000;

/** Cuts what is to be written into runs. `sizes`: bytes of each fact as it travels. No number is on both sides of a cut. */
export function cutKept<F extends { seq: number }>(
  facts: readonly F[],
  sizes: readonly number[],
  most = CHUNK_BYTES,
): F[][] {
  const runs: F[][] = [];
  let bytes = 0;
  for (const [index, fact] of facts.entries()) {
    const size = sizes[index] ?? 0;
    const run = runs.at(-1);
    const isTwin = run?.at(-1)?.seq === fact.seq;
    if (run && (isTwin || (bytes + size <= most && run.length < 500))) {
      run.push(fact);
      bytes += size;
    } else {
      runs.push([fact]);
      bytes = size;
    }
  }
  return runs;
}

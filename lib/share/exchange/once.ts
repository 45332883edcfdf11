import type { AuthorId } from '../../fact/fact.ts';

/** How many frames of a run may have overtaken one that still counts. */
const WINDOW = 64;
const MOST_RUNS = 256;

/**
 * Tells frames that were heard before from new ones, by their number in a run of their sender. A relay that sends old
 * ones again is not listened to; one older than the last {@link WINDOW} is taken for such. Bounded: of more runs than
 * {@link MOST_RUNS} the one heard longest ago is forgotten.
 */
export function onceOnly(): { isNew(frame: { from: AuthorId; run: string; seq: number }): boolean } {
  const runs = new Map<string, { most: number; seen: Set<number> }>();
  return {
    isNew({ from, run, seq }) {
      const key = `${from} ${run}`;
      const known = runs.get(key) ?? { most: 0, seen: new Set<number>() };
      if (seq <= known.most - WINDOW || known.seen.has(seq)) return false;
      known.seen.add(seq);
      known.most = Math.max(known.most, seq);
      for (const old of known.seen) if (old <= known.most - WINDOW) known.seen.delete(old);
      runs.delete(key);
      runs.set(key, known);
      const [oldest] = runs.keys();
      if (runs.size > MOST_RUNS && oldest !== undefined) runs.delete(oldest);
      return true;
    },
  };
}

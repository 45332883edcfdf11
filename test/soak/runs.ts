/** How often a property is tried: `usual` in `npm test`, and what `npm run soak` asks for, from its seed. */
export function soakRuns(usual: number): { numRuns: number; seed?: number } {
  const env = import.meta.env as Readonly<Record<string, string | undefined>>;
  const { VITE_SOAK_RUNS: runs, VITE_SOAK_SEED: seed } = env;
  return { numRuns: runs ? Number(runs) : usual, ...(seed ? { seed: Number(seed) } : {}) };
}

/** Time for `soakRuns`, in ms. */
export const SOAK_MS = 600_000;

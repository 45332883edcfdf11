/** A row of a linear system: unknown → factor. */
export type SparseRow = Map<string, number>;

/** 2^26 − 5, a prime: products are exact. */
const PRIME = 67_108_859;
const mod = (value: number) => ((value % PRIME) + PRIME) % PRIME;

/** Whether `target` is a combination of `rows`, by Gaussian elimination modulo a prime. */
export function inSpan(rows: readonly SparseRow[], target: SparseRow): boolean {
  const pivots = new Map<string, SparseRow>();
  for (const row of rows) {
    const left = reduce(row, pivots);
    const [unknown, factor] = left.entries().next().value ?? [];
    if (unknown === undefined || factor === undefined) continue;
    const by = inverse(factor);
    pivots.set(unknown, new Map([...left].map(([key, value]) => [key, (value * by) % PRIME])));
  }
  return reduce(target, pivots).size === 0;
}

/** What is left of a row when all that the pivots explain is taken off. */
function reduce(row: SparseRow, pivots: ReadonlyMap<string, SparseRow>): SparseRow {
  const left: SparseRow = new Map([...row].map(([key, value]) => [key, mod(value)]));
  for (;;) {
    const unknown = [...left.keys()].find((key) => pivots.has(key));
    if (unknown === undefined) return left;
    const factor = left.get(unknown) ?? 0;
    for (const [key, value] of pivots.get(unknown) ?? []) {
      const next = mod((left.get(key) ?? 0) - ((factor * value) % PRIME));
      if (next === 0) left.delete(key);
      else left.set(key, next);
    }
  }
}

function inverse(value: number): number {
  let [result, base, power] = [1, value, PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

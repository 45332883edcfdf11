/** No fact nests deeper: a stack that runs out depends on the machine, and then so would what a fact is. */
const DEEPEST = 100;

/**
 * JSON with the keys of every object in code-unit order and nothing but the value itself, so that the same value
 * always gives the same text (after RFC 8785, for the values facts use: no NaN, no undefined, no functions).
 * Throws a TypeError on anything that JSON cannot carry, and on what is nested more than a hundred deep.
 */
export function canonical(value: unknown, depth = 0): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number in a fact must be finite');
    return JSON.stringify(value);
  }
  if (depth >= DEEPEST) throw new TypeError('a fact is nested too deep');
  // Array.from, so that a hole is an undefined, which is refused.
  if (Array.isArray(value)) return `[${Array.from(value, (one) => canonical(one, depth + 1)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v, depth + 1)}`).join(',')}}`;
  }
  throw new TypeError(`a fact cannot hold a ${typeof value}`);
}

/** Dates, maps and the like would all be `{}`. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

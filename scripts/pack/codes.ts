/** Numbers of symbols (RFC 1951, 3.2.5 to 3.2.7): bytes, the end and lengths; distances; lengths of codes. */
export const LITERALS = 286;
export const DISTANCES = 30;
export const END = 256;

interface Ranges {
  /** The symbol of each value. */
  readonly symbols: Uint16Array;
  /** Of each symbol, counted from the first of its kind: its least value, and how many bits tell the rest. */
  readonly bases: readonly number[];
  readonly extras: readonly number[];
}

/** @param extras bits beside each symbol; @param from the least value of the first; @param to the greatest of all */
function ranges(extras: readonly number[], from: number, to: number): Ranges {
  const symbols = new Uint16Array(to + 1);
  const bases: number[] = [];
  let base = from;
  for (const [symbol, extra] of extras.entries()) {
    bases.push(base);
    symbols.fill(symbol, base, base + (1 << extra));
    base += 1 << extra;
  }
  return { symbols, bases, extras };
}

const LENGTH_EXTRAS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5];
const longer = ranges(LENGTH_EXTRAS, 3, 258);
longer.symbols[258] = 28;
/** Lengths of repetitions, from 3; the greatest has a symbol of its own. */
export const LENGTH: Ranges = { ...longer, bases: [...longer.bases, 258], extras: [...LENGTH_EXTRAS, 0] };
/** Distances less one, from 0. */
export const DISTANCE: Ranges = ranges(
  Array.from({ length: DISTANCES }, (_, symbol) => Math.max(0, (symbol >> 1) - 1)),
  0,
  32_767,
);

/**
 * Huffman's lengths for symbols that come up `counts` times, none longer than `limit` bits; 0 for what never comes up.
 * One symbol alone gets a bit too, as a decoder wants it.
 */
export function codeLengths(counts: ArrayLike<number>, limit: number): Uint8Array {
  const used = Array.from(counts, (count, symbol) => ({ count, symbol })).filter(({ count }) => count > 0);
  for (;;) {
    const lengths = unlimited(used, counts.length);
    if (lengths.every((length) => length <= limit)) return lengths;
    // Nearer to one another, the counts make a tree that is less deep.
    for (const one of used) one.count = Math.ceil(one.count / 2);
  }
}

interface Node {
  readonly count: number;
  readonly symbol?: number;
  readonly parts?: readonly [Node, Node];
}

function unlimited(used: readonly { count: number; symbol: number }[], size: number): Uint8Array {
  const lengths = new Uint8Array(size);
  const leaves: Node[] = used.map((one) => ({ ...one })).toSorted((a, b) => a.count - b.count);
  const joined: Node[] = [];
  let [leaf, join] = [0, 0];
  const least = (): Node | undefined => {
    const [a, b] = [leaves[leaf], joined[join]];
    if (a && (!b || a.count <= b.count)) return leaves[leaf++];
    return joined[join++] && b;
  };
  for (let left = used.length; left > 1; left--) {
    const [a, b] = [least(), least()];
    if (a && b) joined.push({ count: a.count + b.count, parts: [a, b] });
  }
  const depth = (node: Node, bits: number): void => {
    if (node.symbol !== undefined) lengths[node.symbol] = Math.max(1, bits);
    for (const part of node.parts ?? []) depth(part, bits + 1);
  };
  const root = joined.at(-1) ?? leaves[0];
  if (root) depth(root, 0);
  return lengths;
}

/** The codes that belong to lengths, with their first bit last, as they are written. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let bits = 1; bits <= 15; bits++) {
    for (const [symbol, length] of lengths.entries()) {
      if (length !== bits) continue;
      let turned = 0;
      for (let bit = 0; bit < bits; bit++) turned |= ((code >> bit) & 1) << (bits - 1 - bit);
      codes[symbol] = turned;
      code++;
    }
    code <<= 1;
  }
  return codes;
}

import { codeLengths, codesOf, DISTANCE, DISTANCES, END, LENGTH, LITERALS } from './codes.ts';

/** What some bytes are written as: of each step its length (1: the byte itself) and its distance less one. */
export interface Steps {
  readonly lengths: Uint16Array;
  readonly distances: Uint16Array;
}

/** How often each symbol comes up. */
export interface Counts {
  readonly literals: Uint32Array;
  readonly distances: Uint32Array;
}

/** Counts the symbols of the steps `from` to `to`, which begin at the byte `at`. */
export function countSteps(data: Uint8Array, steps: Steps, at: number, from: number, to: number): Counts {
  const literals = new Uint32Array(LITERALS);
  const distances = new Uint32Array(DISTANCES);
  const add = (counts: Uint32Array, symbol: number) => {
    counts[symbol] = (counts[symbol] ?? 0) + 1;
  };
  let place = at;
  for (let index = from; index < to; index++) {
    const length = steps.lengths[index] ?? 1;
    if (length === 1) add(literals, data[place] ?? 0);
    else {
      add(literals, 257 + (LENGTH.symbols[length] ?? 0));
      add(distances, DISTANCE.symbols[steps.distances[index] ?? 0] ?? 0);
    }
    place += length;
  }
  literals[END] = 1;
  return { literals, distances };
}

/** Order in which the lengths of the codes for lengths of codes are told (RFC 1951, 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const RUNS: Readonly<Record<number, { readonly from: number; readonly bits: number }>> = {
  16: { from: 3, bits: 2 },
  17: { from: 3, bits: 3 },
  18: { from: 11, bits: 7 },
};

export interface Codes {
  readonly literals: Uint8Array;
  readonly distances: Uint8Array;
  /** How these codes are told: symbols, with how often beside a run. */
  readonly told: readonly (readonly [symbol: number, times: number])[];
  readonly tellers: Uint8Array;
  /** Bits of the telling and of all steps. */
  readonly bits: number;
}

/** The codes that fit `counts` best, and what a block costs with them. */
export function codesFor({ literals, distances }: Counts): Codes {
  const ofLiterals = codeLengths(literals, 15);
  const ofDistances = codeLengths(distances, 15);
  // One distance at least is told, if only as never used.
  const all = [...trimmed(ofLiterals, 257), ...trimmed(ofDistances, 1)];
  let best: Pick<Codes, 'told' | 'tellers' | 'bits'> | undefined;
  for (const repeats of [true, false])
    for (const zeros of [true, false]) {
      const told = runsOf(all, repeats, zeros);
      const counts = new Uint32Array(19);
      for (const [symbol] of told) counts[symbol] = (counts[symbol] ?? 0) + 1;
      const tellers = codeLengths(counts, 7);
      const bits =
        told.reduce((sum, [symbol]) => sum + (tellers[symbol] ?? 0) + (RUNS[symbol]?.bits ?? 0), 17) +
        3 * tellersTold(tellers);
      if (!best || bits < best.bits) best = { told, tellers, bits };
    }
  if (!best) throw new Error('nothing tells the codes');
  const steps =
    weighed(literals, ofLiterals, (symbol) => LENGTH.extras[symbol - 257] ?? 0) +
    weighed(distances, ofDistances, (symbol) => DISTANCE.extras[symbol] ?? 0);
  return { ...best, literals: ofLiterals, distances: ofDistances, bits: best.bits + steps };
}

function weighed(counts: Uint32Array, lengths: Uint8Array, extra: (symbol: number) => number): number {
  return counts.reduce((sum, count, symbol) => sum + count * ((lengths[symbol] ?? 0) + extra(symbol)), 0);
}

function trimmed(lengths: Uint8Array, least: number): Uint8Array {
  const last = lengths.findLastIndex((length) => length > 0);
  return lengths.subarray(0, Math.max(least, last + 1));
}

const tellersTold = (tellers: Uint8Array): number =>
  Math.max(4, 1 + ORDER.findLastIndex((symbol) => (tellers[symbol] ?? 0) > 0));

/** Lengths of codes, with runs told as runs where `repeats` (of a length) and `zeros` ask for it. */
function runsOf(lengths: readonly number[], repeats: boolean, zeros: boolean): [number, number][] {
  const told: [number, number][] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] ?? 0;
    let run = 1;
    while (lengths[at + run] === length) run++;
    at += run;
    if (length > 0) {
      told.push([length, 0]);
      run--;
    }
    while (run > 0) {
      const symbol = length > 0 ? 16 : run > 10 ? 18 : 17;
      if (run < 3 || !(length > 0 ? repeats : zeros)) {
        told.push([length, 0]);
        run--;
        continue;
      }
      const times = Math.min(run, length > 0 ? 6 : run > 10 ? 138 : 10);
      told.push([symbol, times]);
      run -= times;
    }
  }
  return told;
}

/** Writes bits, the first of each number first. */
export class Bits {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  write(value: number, bits: number): void {
    this.#held |= value << this.#count;
    this.#count += bits;
    while (this.#count >= 8) {
      this.bytes.push(this.#held & 255);
      this.#held >>>= 8;
      this.#count -= 8;
    }
  }

  /** Fills the last byte up with zeros. */
  end(): void {
    if (this.#count > 0) this.write(0, 8 - this.#count);
  }
}

/** Writes the steps `from` to `to`, which begin at the byte `at`, as one block. */
export function writeBlock(
  out: Bits,
  last: boolean,
  data: Uint8Array,
  steps: Steps,
  { at, from, to }: { readonly at: number; readonly from: number; readonly to: number },
): void {
  const codes = codesFor(countSteps(data, steps, at, from, to));
  const tellers = tellersTold(codes.tellers);
  out.write(last ? 1 : 0, 1);
  out.write(2, 2);
  out.write(trimmed(codes.literals, 257).length - 257, 5);
  out.write(trimmed(codes.distances, 1).length - 1, 5);
  out.write(tellers - 4, 4);
  for (const symbol of ORDER.slice(0, tellers)) out.write(codes.tellers[symbol] ?? 0, 3);
  const tellerCodes = codesOf(codes.tellers);
  for (const [symbol, times] of codes.told) {
    out.write(tellerCodes[symbol] ?? 0, codes.tellers[symbol] ?? 0);
    const run = RUNS[symbol];
    if (run) out.write(times - run.from, run.bits);
  }
  const literals = codesOf(codes.literals);
  const distances = codesOf(codes.distances);
  let place = at;
  for (let index = from; index < to; index++) {
    const length = steps.lengths[index] ?? 1;
    if (length === 1) {
      const byte = data[place] ?? 0;
      out.write(literals[byte] ?? 0, codes.literals[byte] ?? 0);
    } else {
      const long = LENGTH.symbols[length] ?? 0;
      out.write(literals[257 + long] ?? 0, codes.literals[257 + long] ?? 0);
      out.write(length - (LENGTH.bases[long] ?? 0), LENGTH.extras[long] ?? 0);
      const distance = steps.distances[index] ?? 0;
      const far = DISTANCE.symbols[distance] ?? 0;
      out.write(distances[far] ?? 0, codes.distances[far] ?? 0);
      out.write(distance - (DISTANCE.bases[far] ?? 0), DISTANCE.extras[far] ?? 0);
    }
    place += length;
  }
  out.write(literals[END] ?? 0, codes.literals[END] ?? 0);
}

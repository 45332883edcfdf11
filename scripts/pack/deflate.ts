import { Bits, type Counts, codesFor, countSteps, type Steps, writeBlock } from './block.ts';
import { DISTANCE, DISTANCES, END, LENGTH, LITERALS } from './codes.ts';
import { findMatches, MAX_LENGTH, type Matches, MIN_LENGTH } from './matches.ts';

/** Steps in the shortest block that is tried. */
const SHORTEST = 300;
/** How often the ways are weighed anew, to know where new codes begin, and with these; more gains next to nothing. */
const ROUNDS = { whole: 3, part: 6 };

/** Some bytes in a row. */
interface Part {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Deflates (RFC 1951) smaller than zlib does, and far slower: of all ways to write the bytes it takes one that is
 * shortest with codes that fit it, and begins new codes where that pays. Any inflater reads it, as fast as any other. The
 * same bytes in give the same bytes out.
 */
export function deflate(data: Uint8Array): Uint8Array {
  const matches = findMatches(data);
  const whole = shortest(data, matches, { at: 0, bytes: data.length }, guess(data), ROUNDS.whole);
  const parts = split(data, whole);
  const out = new Bits();
  for (const [index, { at, bytes, counts }] of parts.entries()) {
    const steps = shortest(data, matches, { at, bytes }, counts, ROUNDS.part);
    writeBlock(out, index === parts.length - 1, data, steps, { at, from: 0, to: steps.lengths.length });
  }
  out.end();
  return Uint8Array.from(out.bytes);
}

/** What may come up, before anything is known but the bytes: as many repetitions as bytes by themselves. */
function guess(data: Uint8Array): Counts {
  const literals = new Uint32Array(LITERALS);
  for (const byte of data) literals[byte] = (literals[byte] ?? 0) + 1;
  literals.fill(1 + data.length / 30, END + 1);
  return { literals, distances: new Uint32Array(DISTANCES).fill(1 + data.length / 30) };
}

/** The steps with the fewest bits for a part, as far as looking again and again finds them. */
function shortest(data: Uint8Array, matches: Matches, part: Part, first: Counts, rounds: number): Steps {
  let best: { readonly steps: Steps; readonly bits: number } | undefined;
  let counts = first;
  for (let round = 0; round < rounds; round++) {
    const steps = cheapest(data, matches, part, counts);
    counts = countSteps(data, steps, part.at, 0, steps.lengths.length);
    const { bits } = codesFor(counts);
    if (best && bits >= best.bits) break;
    best = { steps, bits };
  }
  return best?.steps ?? { lengths: new Uint16Array(), distances: new Uint16Array() };
}

/** Bits of each symbol, as parts of bits. */
function prices(counts: Uint32Array): Float64Array {
  const all = Math.log2(
    Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    ),
  );
  return Float64Array.from(counts, (count) => (count > 0 ? all - Math.log2(count) : all));
}

/** The steps through a part that cost least where symbols cost what `counts` says. */
function cheapest(data: Uint8Array, matches: Matches, { at, bytes }: Part, counts: Counts): Steps {
  const literals = prices(counts.literals);
  const far = prices(counts.distances).map((price, symbol) => price + (DISTANCE.extras[symbol] ?? 0));
  const long = new Float64Array(MAX_LENGTH + 1);
  for (let length = MIN_LENGTH; length <= MAX_LENGTH; length++) {
    const symbol = LENGTH.symbols[length] ?? 0;
    long[length] = (literals[257 + symbol] ?? 0) + (LENGTH.extras[symbol] ?? 0);
  }
  const costs = new Float64Array(bytes + 1).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const lengths = new Uint16Array(bytes + 1);
  const distances = new Uint16Array(bytes + 1);
  for (let place = 0; place < bytes; place++) {
    const soFar = costs[place] ?? 0;
    const plain = soFar + (literals[data[at + place] ?? 0] ?? 0);
    if (plain < (costs[place + 1] ?? 0)) {
      costs[place + 1] = plain;
      lengths[place + 1] = 1;
    }
    let length = MIN_LENGTH;
    const end = matches.first[at + place + 1] ?? 0;
    for (let index = matches.first[at + place] ?? 0; index < end; index++) {
      const distance = matches.distances[index] ?? 0;
      const price = soFar + (far[DISTANCE.symbols[distance] ?? 0] ?? 0);
      const most = Math.min(matches.lengths[index] ?? 0, bytes - place);
      for (; length <= most; length++) {
        const cost = price + (long[length] ?? 0);
        if (cost >= (costs[place + length] ?? 0)) continue;
        costs[place + length] = cost;
        lengths[place + length] = length;
        distances[place + length] = distance;
      }
    }
  }
  return wayTo(bytes, lengths, distances);
}

/** The steps that lead to `end`, of which each place knows the last. */
function wayTo(end: number, lengths: Uint16Array, distances: Uint16Array): Steps {
  let count = 0;
  for (let place = end; place > 0; place -= lengths[place] ?? 1) count++;
  const steps = { lengths: new Uint16Array(count), distances: new Uint16Array(count) };
  for (let place = end; place > 0; place -= lengths[place] ?? 1) {
    count--;
    steps.lengths[count] = lengths[place] ?? 1;
    steps.distances[count] = distances[place] ?? 0;
  }
  return steps;
}

interface Counted extends Part {
  readonly counts: Counts;
  readonly bits: number;
}

/** Where new codes pay: short parts, of which those next to each other become one as long as that saves most. */
function split(data: Uint8Array, steps: Steps): Counted[] {
  const parts: Counted[] = [];
  let at = 0;
  for (let from = 0; from < steps.lengths.length || from === 0; from += SHORTEST) {
    const to = Math.min(from + SHORTEST, steps.lengths.length);
    const bytes = steps.lengths.subarray(from, to).reduce((sum, length) => sum + length, 0);
    const counts = countSteps(data, steps, at, from, to);
    parts.push({ at, bytes, counts, bits: codesFor(counts).bits });
    at += bytes;
  }
  const joins = parts.slice(1).map((part, index) => joined(parts[index] ?? part, part));
  const gain = (index: number): number => {
    const [a, b, both] = [parts[index], parts[index + 1], joins[index]];
    return a && b && both ? a.bits + b.bits - both.bits : 0;
  };
  while (joins.length > 0) {
    const best = joins.reduce((most, _, index) => (gain(index) > gain(most) ? index : most), 0);
    const both = joins[best];
    if (!both || gain(best) <= 0) break;
    parts.splice(best, 2, both);
    joins.splice(best, 1);
    const [left, right] = [parts[best - 1], parts[best + 1]];
    if (left) joins[best - 1] = joined(left, both);
    if (right) joins[best] = joined(both, right);
  }
  return parts;
}

function joined(a: Counted, b: Counted): Counted {
  const literals = a.counts.literals.map((count, symbol) => count + (b.counts.literals[symbol] ?? 0));
  literals[END] = 1;
  const distances = a.counts.distances.map((count, symbol) => count + (b.counts.distances[symbol] ?? 0));
  const counts = { literals, distances };
  return { at: a.at, bytes: a.bytes + b.bytes, counts, bits: codesFor(counts).bits };
}

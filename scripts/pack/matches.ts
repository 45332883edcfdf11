/** Limits of deflate (RFC 1951): how far back and how long a repetition can be. */
const WINDOW = 32_768;
export const MAX_LENGTH = 258;
export const MIN_LENGTH = 3;

/** How many earlier places with the same three bytes are looked at; beyond this, packing gets no smaller (measured). */
const PATIENCE = 512;

/**
 * What stood before at each place of some bytes. The repetitions of place `i` are `first[i] … first[i + 1] - 1`, each
 * longer and further back than the one before it: of all with that length, the nearest.
 */
export interface Matches {
  readonly first: Uint32Array;
  readonly lengths: Uint16Array;
  readonly distances: Uint16Array;
}

const keyOf = (data: Uint8Array, at: number): number =>
  (((data[at] ?? 0) << 10) ^ ((data[at + 1] ?? 0) << 5) ^ (data[at + 2] ?? 0)) & 0x7fff;

/** Finds every repetition worth a thought. */
export function findMatches(data: Uint8Array): Matches {
  const size = data.length;
  const first = new Uint32Array(size + 1);
  const newest = new Int32Array(0x8000).fill(-1);
  const before = new Int32Array(size).fill(-1);
  let lengths = new Uint16Array(size * 4 + 64);
  let distances = new Uint16Array(size * 4 + 64);
  let found = 0;
  for (let at = 0; at < size; at++) {
    first[at] = found;
    const most = Math.min(MAX_LENGTH, size - at);
    if (most < MIN_LENGTH) continue;
    if (found + MAX_LENGTH > lengths.length) [lengths, distances] = [grown(lengths), grown(distances)];
    const key = keyOf(data, at);
    let longest = MIN_LENGTH - 1;
    let place = newest[key] ?? -1;
    for (let left = PATIENCE; place >= 0 && at - place <= WINDOW && left > 0; left--) {
      if (data[place + longest] === data[at + longest] && data[place] === data[at]) {
        let length = 0;
        while (length < most && data[place + length] === data[at + length]) length++;
        if (length > longest) {
          longest = length;
          lengths[found] = length;
          distances[found] = at - place - 1;
          found++;
          if (length === most) break;
        }
      }
      place = before[place] ?? -1;
    }
    before[at] = newest[key] ?? -1;
    newest[key] = at;
  }
  first[size] = found;
  return { first, lengths, distances };
}

function grown(old: Uint16Array): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(old.length * 2);
  more.set(old);
  return more;
}

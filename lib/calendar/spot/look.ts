import { type Entry, roleBit, study } from './compile.ts';
import { PRACTICES } from './lexicon/lexicon.ts';

/** Words met before, so that a word is folded and taken apart once: a table of words by hash, emptied when half full. */
const SIZE = 1 << 15;
const MASK = SIZE - 1;
const words: (string | undefined)[] = new Array(SIZE);
const entries: (Entry | undefined)[] = new Array(SIZE);
const gates = new Int32Array(SIZE);
let used = 0;
/** Longer "words" are addresses or noise and all different. */
const LONGEST_WORD = 40;

/** The word may be or begin a name of a circle. */
export const NAME = 1 << 30;
const PHRASED = new Map<string, number>([
  ['strong', NAME],
  ['likely', NAME],
  ...PRACTICES.map((practice) => [practice, roleBit(practice)] as const),
]);
const SENIOR = roleBit('senior');
const LEVEL = roleBit('level');

const NUMBER: Entry = { word: '', roles: 0, phrases: [], skipped: false, number: true };
/** An archive's number ("PMC 7654321"); the lexicon writes it 0. */
const LONG_NUMBER: Entry = { ...NUMBER, word: '0' };
const LONG = 6;

/** All that a word could come to mean, beside whatever words: its roles, and {@link NAME}. */
function gateOf({ roles, phrases }: Entry): number {
  let gate = roles;
  for (const { as } of phrases) gate |= PHRASED.get(as) ?? 0;
  return (gate & SENIOR) === 0 ? gate : gate | LEVEL;
}

/** Dates, phone and room numbers are all different and mean nothing here. */
function isNumber(text: string, start: number, end: number): boolean {
  return end - start > 3 && text.charCodeAt(start) < 58 && text.charCodeAt(end - 1) < 58;
}

/** Where the word is in the table; it is put there when it is met for the first time. */
function place(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  let at = (hash ^ (hash >>> 15)) & MASK;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    if (word.length === end - start && text.startsWith(word, start)) return at;
    at = (at + 1) & MASK;
  }
  if (used * 2 >= SIZE) {
    words.fill(undefined);
    entries.fill(undefined);
    used = 0;
  }
  const word = text.slice(start, end);
  const entry = study(word);
  words[at] = word;
  entries[at] = entry;
  gates[at] = gateOf(entry);
  used++;
  return at;
}

/** The lexicon's entry for the word of `text` from `start` to `end`. */
export function look(text: string, start: number, end: number): Entry {
  if (isNumber(text, start, end)) return end - start >= LONG ? LONG_NUMBER : NUMBER;
  if (end - start > LONGEST_WORD) return study(text.slice(start, end));
  return entries[place(text, start, end)] ?? NUMBER;
}

/** All that the word could come to mean; see {@link NAME}. */
export function gate(text: string, start: number, end: number): number {
  if (isNumber(text, start, end)) return 0;
  if (end - start > LONGEST_WORD) return gateOf(study(text.slice(start, end)));
  return gates[place(text, start, end)] ?? 0;
}

import { type Entry, roleBit, study } from './compile.ts';
import { type PhraseClass, PRACTICES, type Practice } from './lexicon/lexicon.ts';

/** Words met before, so that a word is folded and taken apart once: a table of words by hash, emptied when half full. */
const SIZE = 1 << 15;
const MASK = SIZE - 1;
const words: (string | undefined)[] = new Array(SIZE);
const entries: (Entry | undefined)[] = new Array(SIZE);
const gates = new Int32Array(SIZE);
let used = 0;
/** Longer "words" are addresses or noise and all different. */
const LONGEST_WORD = 40;

/** Beside the bits of roles: the word is a name of a circle. */
export const NAME = 1 << 30;
/** It begins a phrase that names a circle or tells what circles do, or goes on with one. */
export const BEGINS = 1 << 29;
export const GOES_ON = 1 << 28;
/** It is such a phrase after a small word. */
export const AFTER = 1 << 27;
export const SKIPPED = 1 << 31;
const PRACTISED = new Map<string, number>(PRACTICES.map((practice) => [practice, roleBit(practice)]));
const SENIOR = roleBit('senior');
const LEVEL = roleBit('level');

const NUMBER: Entry = { word: '', roles: 0, phrases: [], skipped: false, number: true };
/** An archive's number ("PMC 7654321"); the lexicon writes it 0. */
const LONG_NUMBER: Entry = { ...NUMBER, word: '0' };
const LONG = 6;

/** What a phrase of this class makes of a text, among roles and {@link NAME}; 0 when neither. */
export function meaning(as: PhraseClass | Practice): number {
  return as === 'strong' || as === 'likely' ? NAME : (PRACTISED.get(as) ?? 0);
}

/** All that a word could come to mean, beside whatever words. */
function gateOf({ roles, phrases, second, skipped }: Entry): number {
  let gate = roles | (second ? GOES_ON : 0) | (skipped ? SKIPPED : 0);
  for (const { after, as, words } of phrases) {
    const means = meaning(as);
    if (means !== 0) gate |= words.length > 1 ? BEGINS : after === undefined ? means : AFTER;
  }
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

/** All that the word could come to mean; roles, {@link NAME}, {@link BEGINS} and so on. */
export function gate(text: string, start: number, end: number): number {
  if (isNumber(text, start, end)) return 0;
  if (end - start > LONGEST_WORD) return gateOf(study(text.slice(start, end)));
  return gates[place(text, start, end)] ?? 0;
}

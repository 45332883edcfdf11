import { type PhraseClass, PRACTICES, type Practice, roleBit } from './lexicon/lexicon.ts';
import { type Entry, study } from './study.ts';

/** Beside the bits of roles: the word is a name of a circle. */
export const NAME = 1 << 30;
/** It begins a phrase that names a circle or tells what circles do, or goes on with one. */
export const BEGINS = 1 << 29;
export const GOES_ON = 1 << 28;
/** It is such a phrase after a small word. */
export const AFTER = 1 << 27;
export const SKIPPED = 1 << 31;
/** What a whole text says, in the place of {@link SKIPPED}: something in it could speak against a circle. */
export const COSTS = SKIPPED;
const PRACTISED = new Map<string, number>(PRACTICES.map((practice) => [practice, roleBit(practice)]));
const SENIOR = roleBit('senior');
const LEVEL = roleBit('level');

const NUMBER: Entry = { word: '', roles: 0, phrases: [], skipped: false, second: false, number: true };
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

/** A word met before, so that it is folded and taken apart once. */
export interface Known {
  entry: Entry;
  /** All that the word could come to mean; roles, {@link NAME}, {@link BEGINS} and so on. */
  gate: number;
  /** It could speak against a circle, by itself or with the next word. */
  costs: 'alone' | 'begins' | 'no';
}

const met = new Map<string, Known>();
/** Emptied before it grows large. */
const MOST_WORDS = 20_000;
/** Longer "words" are addresses or noise and all different. */
const LONGEST_WORD = 40;
const KNOWN_NUMBER: Known = { entry: NUMBER, gate: 0, costs: 'no' };
const KNOWN_LONG_NUMBER: Known = { entry: LONG_NUMBER, gate: 0, costs: 'no' };

/** Dates, phone and room numbers are all different and mean nothing here. */
function isNumber(word: string): boolean {
  return word.length > 3 && word.charCodeAt(0) < 58 && word.charCodeAt(word.length - 1) < 58;
}

function costsOf({ phrases, roles }: Entry): Known['costs'] {
  if ((roles & SENIOR) !== 0) return 'alone';
  const costly = phrases.filter(({ as }) => meaning(as) === 0);
  if (costly.some(({ words }) => words.length === 1)) return 'alone';
  return costly.length > 0 ? 'begins' : 'no';
}

function meet(word: string): Known {
  if (isNumber(word)) return word.length >= LONG ? KNOWN_LONG_NUMBER : KNOWN_NUMBER;
  const entry = study(word);
  const known: Known = { entry, gate: gateOf(entry), costs: costsOf(entry) };
  if (word.length > LONGEST_WORD) return known;
  if (met.size >= MOST_WORDS) met.clear();
  met.set(word, known);
  return known;
}

/** What the lexicon says of a word as the calendar writes it. */
export function look(word: string): Known {
  return met.get(word) ?? meet(word);
}

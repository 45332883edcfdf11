import { CLASSES, type PhraseClass, PRACTICES, type Practice } from './lexicon/lexicon.ts';

export type Kind = PhraseClass | Practice;

/** A phrase's class is written as its place here. */
export const KINDS: readonly Kind[] = [...CLASSES, ...PRACTICES];

/** The whole lexicon as texts, which take next to no time to load; taken apart word by word when a word is met. */
export interface Table {
  /**
   * Folded words, and of each: its roles in base 36; flags (`s` skipped, `n` second word of a phrase, `p` longer words can
   * be made of it, `b` the same as a mere beginning, `o` only that); then runs of phrases, longest first, with `;` between.
   * A run is a class and, with commas between, the words after the first; `<` before a small word that must
   * precede it, `>` before one that must follow.
   */
  entries: readonly (readonly [word: string, line: string])[];
  /** Runs that many words have; `#` and a number in base 36 stands for one. */
  runs: readonly string[];
}

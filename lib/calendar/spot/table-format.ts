import { CLASSES, type PhraseClass, PRACTICES, type Practice } from './lexicon/lexicon.ts';

export type Kind = PhraseClass | Practice;

/** A phrase's class is written as its place here. */
export const KINDS: readonly Kind[] = [...CLASSES, ...PRACTICES];

/** The whole lexicon as texts, which take next to no time to load; taken apart word by word when a word is met. */
export interface Table {
  /**
   * By their first two letters ({@link shelf}) all folded words, each as `\n`, the word, `\t` and its line, so that nothing
   * needs to be built before the first word is looked up. A line is: its roles in base 36; flags (`s` skipped, `n` second word of a phrase, `p` longer words can
   * be made of it, `b` the same as a mere beginning, `o` only that); then runs of phrases, longest first, with `;` between.
   * A run is a class and, with commas between, the words after the first; `<` before a small word that must
   * precede it, `>` before one that must follow.
   */
  shelves: Readonly<Record<string, string>>;
  /** Runs that many words have; `#` and a number in base 36 stands for one. */
  runs: readonly string[];
}

/** Where in the table a folded word stands. */
export function shelf(word: string): string {
  return word.slice(0, 2);
}

/** The table's line of a folded word, or undefined. */
export function lineOf({ shelves }: Table, word: string): string | undefined {
  const lines = shelves[shelf(word)];
  if (lines === undefined) return undefined;
  const found = lines.indexOf(`\n${word}\t`);
  if (found < 0) return undefined;
  const start = found + word.length + 2;
  const end = lines.indexOf('\n', start);
  return end < 0 ? lines.slice(start) : lines.slice(start, end);
}

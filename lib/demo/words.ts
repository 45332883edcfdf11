import type { WHO } from './story.ts';

/**
 * What the people of the invented year wrote, in one language: a file `words/LANGUAGE.ts` that exports it as `words`.
 * Who did what and when stands in `story.ts`, the same for every language; the lines here belong to it by their order, so
 * each language has as many of them, in the same order, and names stay as they are. Parts of a line are divided by `|`.
 * Written as people write for themselves: short, in the first person, without an end point where there is no sentence.
 */
export interface Words {
  readonly circleName: string;
  /**
   * By person, a line a promise: what was promised, then what was told of it at the meetings after, as far as anything
   * was said: `Ask the dean | Did not dare | Twenty minutes`. Told without words before there are some: `… | | It broke`.
   */
  readonly promises: Readonly<Record<(typeof WHO)[number], string>>;
  /** The milestone, then what each of those who are thanked is thanked for. */
  readonly milestones: readonly string[];
  /** What they have in common (4), offer (3), look for (2), and what nobody of them has (2). */
  readonly together: readonly string[];
  readonly parked: readonly string[];
  /** The goal, then what was said when it was reached. */
  readonly goals: readonly string[];
  /** The sentence one tells oneself, then the answer to it. */
  readonly pigs: readonly string[];
  /** Kind words that were said to the one whose circle this is. */
  readonly strokes: readonly string[];
  readonly notes: readonly string[];
}

/** The parts of a line, without the spaces around them. */
export const partsOf = (line: string): string[] => line.split('|').map((part) => part.trim());

/** The lines of a text, without empty ones at its ends. */
export const linesOf = (text: string): string[] => text.trim().split('\n');

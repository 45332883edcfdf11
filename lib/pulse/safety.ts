import { ITEMS, TOP } from './facts.ts';

/**
 * Team psychological safety: Edmondson, A. (1999). Psychological safety and learning behavior in work teams.
 * Administrative Science Quarterly, 44(2), 350–383, https://doi.org/10.2307/2666999. Seven items, from 1 "very
 * inaccurate" to 7 "very accurate"; the first, third and fifth say the opposite and are turned round.
 */
export const REVERSED: ReadonlySet<number> = new Set([0, 2, 4]);

/** The seven answers (1–7, in the instrument's order) with those to reversed items turned round, added up: 7 to 49. */
export const pointsOf = (items: readonly number[]): number =>
  items.reduce((sum, answer, i) => sum + (REVERSED.has(i) ? TOP + 1 - answer : answer), 0);

/** The score of one person: the mean of the seven, 1 to 7. */
export const scoreOf = (items: readonly number[]): number => pointsOf(items) / ITEMS;

/** The mean of a round: `total` points of `n` people, 1 to 7. */
export const meanOf = (total: number, n: number): number => total / (ITEMS * n);

/** Whether `n` people can have given so many points. All that can be looked at: nobody sees what each gave. */
export const isPossible = (total: number, n: number): boolean =>
  total >= ITEMS * n && total <= ITEMS * TOP * n;

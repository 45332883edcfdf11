import type { MeetingRow } from './meeting.ts';
import { MINUTE_MS } from './plan.ts';

/** How many prompts a circle still needs: all, those for what is happening, or only those nobody would notice. */
export const PROMPT_LEVELS = ['all', 'some', 'few'] as const;
export type PromptLevel = (typeof PROMPT_LEVELS)[number];

/** What the circle decided about prompts; 'auto': they fade as the circle shows that it can. */
export const PROMPT_CHOICES = ['auto', 'all', 'few'] as const;
export type PromptChoice = (typeof PROMPT_CHOICES)[number];

/** The first meetings of a circle have all prompts. */
const FIRST_MEETINGS = 3;
const KEPT_TIME_MS = 10 * MINUTE_MS;

/** Whether a meeting went well by itself: somebody ended it, about in time, and everyone had the turn they had coming. */
export function wentWell({ run }: MeetingRow): boolean {
  if (!run || run.endedAt === null) return false;
  const had = new Set(run.history.map((past) => past.step));
  const turns = run.plan.filter((step) => step.kind === 'work');
  return run.endedAt <= run.endsAt + KEPT_TIME_MS && turns.every((step) => had.has(step.id));
}

/**
 * How many prompts a circle gets at its next meeting: all in its first three, then fewer for every meeting that went
 * well, and more again when two of the last three did not. @param held meetings that were held, the earliest first.
 */
export function promptLevel(held: readonly MeetingRow[], choice: PromptChoice): PromptLevel {
  if (choice !== 'auto') return choice;
  if (held.length < FIRST_MEETINGS) return 'all';
  const well = held.slice(-FIRST_MEETINGS).filter(wentWell).length;
  if (well < 2) return 'all';
  return well === FIRST_MEETINGS && held.length >= 2 * FIRST_MEETINGS ? 'few' : 'some';
}

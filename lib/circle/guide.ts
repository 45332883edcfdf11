import type { MeetingRow } from '../meeting/meeting.ts';
import { wentWell } from '../meeting/prompt-level.ts';
import type { GuideUntil } from './facts.ts';

/** Where a guide stands at a meeting: still guiding, at the last one, or past it. */
export type GuideStage = 'guiding' | 'last' | 'past';

export interface GuideWhen {
  /** Which meeting of the circle it is, from 1. */
  number: number;
  /** ISO date of the meeting. */
  on: string;
  /** ISO date of the next one, as far as it is known. */
  next: string | null;
  /** It closes a row of meetings such as a cohort's year. */
  isLastOfRow: boolean;
}

/** Null for a member who guides nobody. */
export function guideStage(
  guide: GuideUntil,
  { number, on, next, isLastOfRow }: GuideWhen,
): GuideStage | null {
  if (!guide) return null;
  if ('meeting' in guide) {
    if (number > guide.meeting) return 'past';
    return number === guide.meeting ? 'last' : 'guiding';
  }
  if (on > guide.date) return 'past';
  return on === guide.date || isLastOfRow || (next !== null && next > guide.date) ? 'last' : 'guiding';
}

/** What a guide leaves behind; each is seen from what the circle did. Words are `guide_<kind>`. */
export const GUIDE_CHECKS = [
  'rules',
  'askedTime',
  'contracts',
  'facilitated',
  'timekept',
  'alone',
  'next',
] as const;
export type GuideCheck = (typeof GUIDE_CHECKS)[number];

export interface GuideInput {
  guide: string;
  agreement: readonly string[];
  /** Meetings that were held, and the one that is on. */
  held: readonly MeetingRow[];
  hasNext: boolean;
}

/** The checklist, in order, with what is done. */
export function guideChecklist({
  guide,
  agreement,
  held,
  hasNext,
}: GuideInput): { check: GuideCheck; done: boolean }[] {
  const isOther = (member: string | null) => member !== null && member !== guide;
  const done: Readonly<Record<GuideCheck, boolean>> = {
    rules: agreement.length > 0,
    askedTime: held.some((row) => Object.keys(row.asked).length > 0),
    contracts: held.some(({ run }) => run?.history.some((past) => past.kind === 'contracts')),
    facilitated: held.some(({ roles }) => isOther(roles.facilitator)),
    timekept: held.some(({ roles }) => isOther(roles.timekeeper)),
    alone: held.some((row) => isOther(row.roles.facilitator) && wentWell(row)),
    next: hasNext,
  };
  return GUIDE_CHECKS.map((check) => ({ check, done: done[check] }));
}

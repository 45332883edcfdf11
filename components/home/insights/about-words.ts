import type { MilestoneKind } from '@/lib/milestone/facts';
import { t } from '@/lib/platform/i18n';
import { dateFormat, numberFormat } from '@/lib/platform/intl';
import { dateWords } from '../circles/dates.ts';

/**
 * What a column or a row stands for, in words: "12 March", "March 2026", "January to March 2026", "2026", a half-year.
 * @param about an ISO date, `2026-03`, `2026-Q1`, `2026-H1` or `2026`. @param now UTC ms; this year's dates go without.
 */
export function aboutWords(about: string, now: number, length: 'long' | 'short' = 'long'): string {
  const year = about.slice(0, 4);
  if (/^\d{4}-\d{2}-\d{2}$/.test(about)) {
    const day = Temporal.PlainDate.from(about);
    // Below a column there is no room for the year; the table tells it.
    return length === 'short'
      ? dateFormat({ day: 'numeric', month: 'short' }).format(day)
      : dateWords(day, now);
  }
  if (/^\d{4}-\d{2}$/.test(about)) return monthWords(about, length);
  const part = /^\d{4}-([QH])(\d)$/.exec(about);
  if (!part) return about;
  const months = part[1] === 'Q' ? 3 : 6;
  const last = Number(part[2]) * months;
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}-01`;
  return dateFormat({ month: length, year: 'numeric', timeZone: 'UTC' }).formatRange(
    Date.parse(month(last - months + 1)),
    Date.parse(month(last)),
  );
}

const monthWords = (about: string, length: 'long' | 'short'): string =>
  dateFormat({ month: length, year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${about}-01`));

const KINDS = {
  promotion: 'milestone_kind_promotion',
  grant: 'milestone_kind_grant',
  paper: 'milestone_kind_paper',
  position: 'milestone_kind_position',
  defence: 'milestone_kind_defence',
  award: 'milestone_kind_award',
  talk: 'milestone_kind_talk',
  other: 'milestone_kind_other',
} as const satisfies Record<MilestoneKind, string>;

/** A kind of milestone in words; one of a later version by its name. */
export const kindWords = (kind: string): string =>
  Object.hasOwn(KINDS, kind) ? t(KINDS[kind as MilestoneKind]) : kind;

/** A whole number as it is written where one is. */
export const numberWords = (number: number): string => numberFormat().format(number);

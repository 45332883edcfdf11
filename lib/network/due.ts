import type { Rhythm, TieRow } from './tie.ts';

/** Without a rhythm, a tie that was alive once is called to mind after this many months. */
const LONG_MONTHS = 6;
/** The hour of the day at which a reminder may come. */
const REMIND_AT = Temporal.PlainTime.from('09:00');

/** Why it may be time for a word: one wanted it so often, or one has lost touch. */
export type DueWhy = 'rhythm' | 'longAgo';

export interface DueTie {
  tie: TieRow;
  /** ISO date since when. */
  due: string;
  why: DueWhy;
}

/** What a due day is counted from. */
type Timed = Pick<TieRow, 'contacts' | 'rhythm' | 'putOff'>;

/** The day of the calendar (ISO) at `now` (UTC ms) in a zone. All else is counted in days, so no clock change moves it. */
export const dayIn = (now: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** `day` (ISO) and a rhythm later; the end of a month stays one ("31 January" and a month is the last of February). */
export const after = (day: string, { every, unit }: Rhythm): string =>
  Temporal.PlainDate.from(day)
    .add({ [unit]: every })
    .toString();

/** From which day on it is time for a word (ISO), and why; null where neither rhythm nor contact is known. */
export function dueOf({ contacts, rhythm, putOff }: Timed): { due: string; why: DueWhy } | null {
  const last = contacts[0]?.on;
  if (rhythm) {
    const due = after(last ?? rhythm.from, rhythm);
    return { due: waited(due, putOff), why: 'rhythm' };
  }
  if (last === undefined) return null;
  return { due: waited(after(last, { every: LONG_MONTHS, unit: 'months' }), putOff), why: 'longAgo' };
}

/** What was put off was one word; after it a new one is due by the rhythm again. */
const waited = (due: string, putOff: Timed['putOff']): string =>
  putOff?.due === due && putOff.until > due ? putOff.until : due;

/** The ties it is time for, those that wait longest first. @param today ISO date. */
export function timeForAWord(ties: readonly TieRow[], today: string): DueTie[] {
  return ties
    .flatMap((tie) => {
      const found = dueOf(tie);
      return found && found.due <= today ? [{ tie, ...found }] : [];
    })
    .sort((a, b) => (a.due === b.due ? byName(a.tie, b.tie) : a.due < b.due ? -1 : 1));
}

const byName = (a: TieRow, b: TieRow): number => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);

/** How long ago a day was, in the largest unit that tells enough. */
export interface Since {
  count: number;
  unit: 'day' | 'week' | 'month' | 'year';
}

/** From `day` to `today`, ISO dates; a day to come counts as today. */
export function since(day: string, today: string): Since {
  const from = Temporal.PlainDate.from(day);
  const days = from.until(today, { largestUnit: 'days' }).days;
  if (days < 14) return { count: Math.max(0, days), unit: 'day' };
  const { years, months } = from.until(today, { largestUnit: 'years' });
  if (years >= 2) return { count: years, unit: 'year' };
  const count = years * 12 + months;
  return count >= 2 ? { count, unit: 'month' } : { count: Math.floor(days / 7), unit: 'week' };
}

/**
 * Whether to remind of words that became due, and when to look again. Nobody is reminded twice of one, nor before nine
 * in the morning, nor of those one has merely lost touch with.
 * @param told the last day (ISO) up to which one was reminded. @param now UTC ms.
 * @returns `nextAt` in UTC ms; null while nothing can become due by itself.
 */
export function tieReminder(
  ties: readonly Timed[],
  told: string,
  now: number,
  timeZone: string,
): { speak: boolean; nextAt: number | null } {
  const days = ties
    .flatMap((tie) => {
      const found = dueOf(tie);
      return found?.why === 'rhythm' && found.due > told ? [found.due] : [];
    })
    .sort();
  const morning = (day: string) =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: REMIND_AT }).epochMilliseconds;
  const speak = days.some((day) => morning(day) <= now);
  const next = days.find((day) => morning(day) > now);
  return { speak, nextAt: next === undefined ? null : morning(next) };
}

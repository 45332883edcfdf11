import { t, tn } from '@/lib/platform/i18n';
import { dateFormat, relativeFormat } from '@/lib/platform/intl';

const zone = () => Temporal.Now.timeZoneId();

/** The day a moment (UTC ms) falls on where the member is. */
export const dayOf = (ms: number, timeZone: string = zone()): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate();

/** "19 November", with the year where it is not this one. @param now UTC ms. */
export function dateWords(day: Temporal.PlainDate, now: number, month: 'long' | 'short' = 'long'): string {
  const year = day.year === dayOf(now).year ? undefined : 'numeric';
  return dateFormat({ day: 'numeric', month, year }).format(day);
}

/**
 * "today, 4:00 – 5:30 PM", "Thursday, December 3, 4:00 – 5:30 PM", "on now, until …" by the browser's own words for
 * days and times; of a whole day the day alone. All in UTC ms; shown in the member's zone.
 */
export function whenWords(start: number, lengthMs: number, now: number, timeZone: string = zone()): string {
  const days = dayOf(now, timeZone).until(dayOf(start, timeZone), { largestUnit: 'days' }).days;
  if (isWholeDay(start, lengthMs, timeZone)) return dayWords(start, days, now, timeZone);
  const times = dateFormat({ hour: 'numeric', minute: '2-digit', timeZone });
  const span = times.formatRange(start, start + lengthMs);
  if (start <= now && now < start + lengthMs) return `${t('circles_when_now')}, ${span}`;
  return `${dayWords(start, days, now, timeZone)}, ${span}`;
}

const isWholeDay = (start: number, lengthMs: number, timeZone: string): boolean => {
  const [from, to] = [start, start + lengthMs].map((at) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone),
  );
  // Of 23 or 25 hours it is where the clocks change.
  const isMidnight = (at: Temporal.ZonedDateTime | undefined) => at?.hour === 0 && at.minute === 0;
  return isMidnight(from) && lengthMs >= 24 * 3_600_000 && Math.abs((to?.hour ?? 0) % 23) <= 1;
};

function dayWords(start: number, days: number, now: number, timeZone: string): string {
  if (days >= -1 && days <= 1) return relativeFormat({ numeric: 'auto' }).format(days, 'day');
  const year = dayOf(start, timeZone).year === dayOf(now, timeZone).year ? undefined : 'numeric';
  return dateFormat({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year,
    timeZone,
  }).format(start);
}

/** "in 5 days"; empty for today, tomorrow and the past, which {@link whenWords} names by word. */
export function inDays(start: number, now: number, timeZone: string = zone()): string {
  const days = dayOf(now, timeZone).until(dayOf(start, timeZone), { largestUnit: 'days' }).days;
  return days > 1 ? relativeFormat().format(days, 'day') : '';
}

/** How often a circle meets, in words. */
export function rhythmWords(everyDays: number): string {
  if (everyDays <= 0) return t('circles_every_none');
  if (everyDays >= 84 && everyDays <= 98) return t('circles_every_quarter');
  if (everyDays >= 29 && everyDays <= 31) return t('circles_every_month');
  return weeksWords(everyDays);
}

function weeksWords(everyDays: number): string {
  switch (everyDays) {
    case 7:
      return t('circles_every_week');
    case 14:
      return t('circles_every_2weeks');
    case 21:
      return t('circles_every_3weeks');
    case 28:
      return t('circles_every_4weeks');
    default:
      return tn('circles_every_days', everyDays);
  }
}

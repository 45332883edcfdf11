import type { Slot } from '@/lib/meeting/commands';
import { MINUTE_MS } from '@/lib/meeting/plan';
import { t, tn } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';

const HOUR_MS = 60 * MINUTE_MS;

/** The time of day where one is, "17:00". */
export const timeOfDay = (at: number): string =>
  dateFormat({ hour: 'numeric', minute: '2-digit' }).format(at);

/** "Thursday, 5 November". */
export const longDate = (at: number): string =>
  dateFormat({ weekday: 'long', day: 'numeric', month: 'long' }).format(at);

/** "Thu 5 Nov 2026", the year only when it is another one than that of `now`. */
export function shortDate(at: number, now: number): string {
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  return dateFormat({ weekday: 'short', day: 'numeric', month: 'short', year }).format(at);
}

/** What stands in the ring before the meeting: "in 12 minutes", "now", or the time. */
export function whenWords(slot: Slot, now: number): string {
  if (slot.adhoc) return t('sidebar_ready');
  const ms = slot.start - now;
  if (ms < MINUTE_MS && -ms < slot.lengthMin * MINUTE_MS) return t('sidebar_now');
  if (ms > 0 && ms < 2 * HOUR_MS) return tn('sidebar_in_minutes', Math.ceil(ms / MINUTE_MS));
  return timeOfDay(slot.start);
}

/** The line under it: "17:00 – 18:30", or how long a meeting without a date is. */
export const whenLine = (slot: Slot): string =>
  slot.adhoc
    ? tn('sidebar_minutes_long', slot.lengthMin)
    : `${whole(timeOfDay(slot.start))}\u00a0– ${whole(timeOfDay(slot.start + slot.lengthMin * MINUTE_MS))}`;

/** A time of day is not broken: "5:00" and "PM" stay on one line. */
const whole = (time: string): string => time.replaceAll(/\s/g, '\u00a0');

import { isWholeDay } from '../meeting/reminders.ts';
import type { Spoken } from '../store/remind.ts';
import { t, tn } from './i18n.ts';
import { dateFormat, relativeFormat } from './intl.ts';

const MINUTE_MS = 60_000;

/** The two lines of a notification. */
export interface ReminderWords {
  title: string;
  message: string;
}

/**
 * What a reminder says at `now` (UTC ms): when, and how many contracts are open; never what one says, or who is there.
 * @param named whether the circle is called by its name.
 */
export function reminderWords(
  { reminder, lengthMs, circleName, openContracts }: Spoken,
  named: boolean,
  now: number,
  timeZone: string = Temporal.Now.timeZoneId(),
): ReminderWords {
  const { kind, start } = reminder;
  const when =
    kind === 'soon' ? soonWords(start, now) : dayWords(start, isWholeDay({ lengthMs }), now, timeZone);
  return {
    title: named ? t('remind_meets_named', { circle: circleName, when }) : t('remind_meets', { when }),
    message: openContracts === 0 ? t('remind_open_none') : tn('remind_open', openContracts),
  };
}

/** "in 10 minutes", by the browser's own words. */
function soonWords(start: number, now: number): string {
  const minutes = Math.round((start - now) / MINUTE_MS);
  if (minutes < 1) return t('remind_now');
  return relativeFormat().format(minutes, 'minute');
}

/** "tomorrow at 2:00 PM", "Thursday at 2:00 PM"; a whole day has no hour. */
function dayWords(start: number, wholeDay: boolean, now: number, timeZone: string): string {
  const dayOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const days = dayOf(now).until(dayOf(start), { largestUnit: 'days' }).days;
  const day =
    days <= 1
      ? relativeFormat({ numeric: 'auto' }).format(days, 'day')
      : dateFormat({ weekday: 'long', timeZone }).format(start);
  if (wholeDay) return day;
  const time = dateFormat({ hour: 'numeric', minute: '2-digit', timeZone }).format(start);
  return t('remind_when', { day, time });
}

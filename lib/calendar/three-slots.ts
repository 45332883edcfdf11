import { isDeclinedBy } from './answers.ts';
import type { Series } from './event.ts';

/** A stretch of time, UTC ms, the end not in it. */
export interface Span {
  start: number;
  end: number;
}

export interface SlotsInput {
  busy: readonly Span[];
  /** UTC ms. */
  now: number;
  /** When the circle was to meet, UTC ms: its weekday and time of day are what people are used to. */
  usual: number;
  lengthMs: number;
  /** IANA: the member's own; that of others is not known. */
  zone: string;
  /** Not to be offered (again): starts, UTC ms. */
  without?: readonly number[];
  days?: number;
}

const DAY_START = 8 * 60;
const DAY_END = 18 * 60;
const STEP = 30;
/** Not in the next few hours: people need to hear of it. */
const NOTICE_MS = 20 * 60 * 60_000;
const HOW_MANY = 3;

/** When the member is taken in a window: dates that stand, are not declined, not shown as free and do not only mark a day. */
export const busyTimes = (series: readonly Series[], from: number, to: number): Span[] =>
  series
    .filter((one) => !one.allDay && one.status !== 'cancelled')
    .flatMap((one) => one.occurrences.filter((date) => !isDeclinedBy(one, date) && !(date.free ?? one.free)))
    .filter((date) => !date.cancelled && date.start < to && date.start + date.lengthMs > from)
    .map(({ start, lengthMs }) => ({ start, end: start + lengthMs }));

/**
 * Up to three starts (UTC ms, by time) when the member is free for the whole meeting, on different days, Monday to
 * Friday between 8 and 18 in their zone (or the usual weekday and hour, when these are outside), as near to the usual
 * weekday and time of day as there are. Clock changes move no wall time.
 */
export function threeSlots({
  busy,
  now,
  usual,
  lengthMs,
  zone,
  without = [],
  days = 21,
}: SlotsInput): number[] {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const used = at(usual);
  const usualMin = used.hour * 60 + used.minute;
  const first = Math.min(DAY_START, usualMin);
  const lastEnd = Math.max(DAY_END, usualMin + lengthMs / 60_000);
  const today = at(now).toPlainDate();
  const found: { start: number; day: string; cost: number }[] = [];
  for (let ahead = 0; ahead <= days; ahead++) {
    const day = today.add({ days: ahead });
    if (day.equals(used.toPlainDate()) || (day.dayOfWeek > 5 && day.dayOfWeek !== used.dayOfWeek)) continue;
    const apart = Math.abs(day.dayOfWeek - used.dayOfWeek);
    const dayCost = Math.min(apart, 7 - apart) * 90 + ahead;
    const minutes = new Set([usualMin]);
    for (let minute = first; minute < lastEnd; minute += STEP) minutes.add(minute);
    for (const minute of minutes) {
      if (minute + lengthMs / 60_000 > lastEnd || minute >= 1440) continue;
      const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
      const start = day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
      if (start < now + NOTICE_MS || without.includes(start)) continue;
      if (busy.some((one) => one.start < start + lengthMs && one.end > start)) continue;
      found.push({ start, day: day.toString(), cost: dayCost + Math.abs(minute - usualMin) });
    }
  }
  const chosen = new Map<string, number>();
  for (const { start, day } of found.sort((a, b) => a.cost - b.cost || a.start - b.start))
    if (chosen.size < HOW_MANY && !chosen.has(day)) chosen.set(day, start);
  return [...chosen.values()].sort((a, b) => a - b);
}

/** Whether at least half of the people who were asked have declined. */
export function halfDeclined({ guests }: Pick<Series, 'guests'>): boolean {
  const people = guests.filter((guest) => guest.kind === 'person');
  return people.length > 1 && people.filter((one) => one.response === 'declined').length * 2 >= people.length;
}

/** A time in which a circle does not meet, both days included. ISO dates, each as the calendar of whoever looks has it. */
export interface Pause {
  id: string;
  from: string;
  to: string;
}

const DAY_MS = 24 * 60 * 60_000;

/** The pause a day (ISO date) falls into; of several the one that ends last. Null: the circle is awake. */
export const pauseOn = (pauses: readonly Pause[] | undefined, day: string): Pause | null =>
  (pauses ?? [])
    .filter(({ from, to }) => from <= day && day <= to)
    .reduce<Pause | null>((last, one) => (last === null || one.to > last.to ? one : last), null);

/** The next pause after a day (ISO date); null when none is planned. */
export const nextPause = (pauses: readonly Pause[] | undefined, day: string): Pause | null =>
  (pauses ?? []).find(({ from }) => from > day) ?? null;

/** The first day (ISO date) the circle is awake again, where one pause may run into the next. */
export function awakeFrom(pauses: readonly Pause[] | undefined, day: string): string {
  const pause = pauseOn(pauses, day);
  return pause ? awakeFrom(pauses, isoDay(dayNumber(pause.to) + 1)) : day;
}

/** How many days from `from` to `to` (ISO dates, both included) the circle paused. */
export function pausedDays(pauses: readonly Pause[] | undefined, from: string, to: string): number {
  let days = 0;
  let counted = dayNumber(from) - 1;
  for (const one of pauses ?? []) {
    const first = Math.max(dayNumber(one.from), counted + 1);
    const last = Math.min(dayNumber(one.to), dayNumber(to));
    if (last < first) continue;
    days += last - first + 1;
    counted = last;
  }
  return days;
}

/**
 * Whether a date somebody set themselves has gone by on `today` (ISO dates). While the circle pauses nothing has, and
 * what falls into a pause goes by once the circle is awake again.
 */
export const hasGoneBy = (pauses: readonly Pause[] | undefined, due: string, today: string): boolean =>
  awakeFrom(pauses, due) < today && pauseOn(pauses, today) === null;

/** Days since 1970. */
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const isoDay = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

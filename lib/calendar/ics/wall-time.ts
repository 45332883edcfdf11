/**
 * Wall time: what a clock on the wall shows, counted as if that wall stood in UTC. Rules repeat in wall time;
 * a zone turns it into an instant at the very end.
 */
export const DAY_MS = 86_400_000;

/** A date or date-time as a calendar writes it, its zone not yet known. */
export interface LocalTime {
  /** Wall ms since 1970. */
  wall: number;
  /** The zone's name as written; `UTC` for a trailing Z; empty when the time floats. */
  tzid: string;
  /** A date without a time of day. */
  date: boolean;
}

/** Days since 1970-01-01 of a date in the Gregorian calendar; months 1–12 (Howard Hinnant's days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** The date of a day number, months 1–12. */
export function dateOf(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** ISO weekday of a day number, Monday = 1 … Sunday = 7. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** The day number a wall time falls on. */
export function dayOfWall(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)?(Z)?|T::)?$/;

/**
 * Reads a date or date-time as jCal writes it (`2026-11-05`, `2026-11-05T17:00:00Z`); a date written where a
 * date-time was announced (`2026-11-05T::`) is a date. Null when it names no real day or hour.
 */
export function readLocalTime(text: string, tzid: string): LocalTime | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  const month = Number(found[2]);
  const day = Number(found[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const midnight = dayNumber(year, month, day) * DAY_MS;
  if (found[4] === undefined) return { wall: midnight, tzid: '', date: true };
  const hour = Number(found[4]);
  const minute = Number(found[5]);
  const second = Math.min(59, Number(found[6] ?? 0));
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const wall = midnight + hour * 3_600_000 + minute * 60_000 + second * 1000;
  return { wall, tzid: found[7] ? 'UTC' : tzid, date: false };
}

const DURATION = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** The ms of an iCalendar duration such as `PT1H30M` or `P1W`; null when it is none. */
export function readDuration(text: string): number | null {
  const found = DURATION.exec(text);
  if (!found) return null;
  const part = (index: number) => Number(found[index] ?? 0);
  const seconds = part(2) * 604_800 + part(3) * 86_400 + part(4) * 3600 + part(5) * 60 + part(6);
  return (found[1] === '-' ? -1 : 1) * seconds * 1000;
}

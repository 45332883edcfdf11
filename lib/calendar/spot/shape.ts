import type { Series } from '../event.ts';
import type { Reason } from './spotted.ts';

const MINUTE = 60_000;

/** Every one to four weeks or monthly. */
function often(days: number): boolean {
  return days >= 7 && days <= 31;
}

function quarterly(days: number): boolean {
  return days >= 84 && days <= 98;
}

/** On several days a week, or nearly every day. */
function tooOften({ everyDays, weekdays }: Series['cadence']): boolean {
  return (everyDays > 0 && everyDays < 5) || (everyDays <= 7 && weekdays.length >= 3);
}

function cadencePoints({ cadence }: Series): number {
  const { everyDays } = cadence;
  if (tooOften(cadence)) return -25;
  if (often(everyDays) || quarterly(everyDays)) return 14;
  if (everyDays > 31 && everyDays < 190) return 4;
  return everyDays >= 190 ? -10 : 0;
}

const CROWD = 15;

function guestPoints(count: number): number {
  if (count > CROWD) return -40;
  if (count >= 3 && count <= 10) return 14;
  if (count === 1) return -15;
  if (count > 12) return -6;
  return count === 0 ? 0 : 5;
}

function lengthPoints({ cadence, lengthMs }: Series): number {
  const minutes = lengthMs / MINUTE;
  if (minutes < 30) return -8;
  // A quarterly circle takes half a day or a whole one.
  return minutes <= (quarterly(cadence.everyDays) ? 480 : 150) ? 4 : 0;
}

/** What the form of a series says, whatever its words: rhythm, number of people, call, length. */
export function shapePoints(series: Series, people: number): number {
  return cadencePoints(series) + guestPoints(people) + (series.call ? 8 : 0) + lengthPoints(series);
}

/** The same in words, for and against. */
export function shapeReasons(series: Series, people: number): Reason[] {
  const reasons: Reason[] = [];
  const { everyDays, weekdays } = series.cadence;
  const weekday = weekdays.length === 1 ? (weekdays[0] ?? null) : null;
  if (tooOften(series.cadence)) reasons.push({ kind: 'against', by: 'often' });
  else if (everyDays === 0) reasons.push({ kind: 'against', by: 'once' });
  else if (everyDays >= 7 && everyDays < 190) reasons.push({ kind: 'every', everyDays, weekday });
  if (people === 1 || people > CROWD) reasons.push({ kind: 'against', by: 'guests', count: people });
  else if (people > 0 && people <= 12) reasons.push({ kind: 'guests', count: people });
  if (series.call) reasons.push({ kind: 'link', host: series.call.host });
  return reasons;
}

/** What rules a series out, if anything does. */
export function ruledOut(series: Series): Reason | null {
  if (series.status === 'cancelled') return { kind: 'against', by: 'cancelled' };
  if (series.myResponse === 'declined') return { kind: 'against', by: 'declined' };
  if (series.allDay) return { kind: 'against', by: 'all-day' };
  return null;
}

import type { Series } from '../event.ts';
import type { Reason } from './spotted.ts';

/** A sign and what it is worth; without a reason it only shifts the balance. */
export interface Sign {
  points: number;
  reason: Reason | null;
}

const MINUTE = 60_000;

/** Every one to four weeks or monthly. */
function often(days: number): boolean {
  return days >= 7 && days <= 31;
}

function quarterly(days: number): boolean {
  return days >= 84 && days <= 98;
}

function cadenceSign({ cadence }: Series): Sign {
  const { everyDays, weekdays } = cadence;
  if ((everyDays > 0 && everyDays < 5) || (everyDays <= 7 && weekdays.length >= 3)) {
    return { points: -25, reason: { kind: 'against', by: 'often' } };
  }
  const reason: Reason = {
    kind: 'every',
    everyDays,
    weekday: weekdays.length === 1 ? (weekdays[0] ?? null) : null,
  };
  if (often(everyDays)) return { points: 14, reason };
  if (quarterly(everyDays)) return { points: 14, reason };
  if (everyDays > 31 && everyDays < 190) return { points: 4, reason };
  if (everyDays >= 190) return { points: -10, reason: null };
  return { points: 0, reason: { kind: 'against', by: 'once' } };
}

function guestSign(count: number): Sign {
  if (count > 15) return { points: -40, reason: { kind: 'against', by: 'guests', count } };
  const reason: Reason = { kind: 'guests', count };
  if (count >= 3 && count <= 10) return { points: 14, reason };
  if (count === 1) return { points: -15, reason: { kind: 'against', by: 'guests', count } };
  if (count > 12) return { points: -6, reason: null };
  return { points: count === 0 ? 0 : 5, reason: count === 0 ? null : reason };
}

/** What the form of a series says, whatever its words: rhythm, number of people, call, length. */
export function shapeSigns(series: Series, people: number): Sign[] {
  const minutes = series.lengthMs / MINUTE;
  const signs = [cadenceSign(series), guestSign(people)];
  if (series.call) signs.push({ points: 8, reason: { kind: 'link', host: series.call.host } });
  // A quarterly circle takes half a day or a whole one.
  const longest = quarterly(series.cadence.everyDays) ? 480 : 150;
  if (minutes >= 30 && minutes <= longest) signs.push({ points: 4, reason: null });
  if (minutes < 30) signs.push({ points: -8, reason: null });
  return signs;
}

/** What rules a series out, if anything does. */
export function ruledOut(series: Series): Reason | null {
  if (series.status === 'cancelled') return { kind: 'against', by: 'cancelled' };
  if (series.myResponse === 'declined') return { kind: 'against', by: 'declined' };
  if (series.allDay) return { kind: 'against', by: 'all-day' };
  return null;
}

/** What insights look back on. */
export const SPANS = ['year', 'last12', 'all'] as const;
export type Span = (typeof SPANS)[number];

/** Days (ISO dates), both included; without a first one everything up to the last counts. */
export interface Days {
  from: string | null;
  to: string;
}

/** The days of a span as of `today` (ISO date): this calendar year, the last twelve months, or all there was. */
export function daysOf(span: Span, today: string): Days {
  switch (span) {
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'last12':
      return { from: dayAfterYearBefore(today), to: today };
    case 'all':
      return { from: null, to: today };
    default:
      return span satisfies never;
  }
}

export const isIn = ({ from, to }: Days, day: string): boolean => (from === null || from <= day) && day <= to;

const DAY_MS = 24 * 60 * 60_000;

/** Days since 1970 of an ISO date. */
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** The ISO date so many days after another. */
export const plusDays = (day: string, days: number): string =>
  new Date((numberOf(day) + days) * DAY_MS).toISOString().slice(0, 10);

/** From one ISO date to another, in days. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

/** 29 February has no day a year before: then the 28th, so the span begins on 1 March. */
function dayAfterYearBefore(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return plusDays(`${String(year).padStart(4, '0')}${rest}`, 1);
}

/** Parts of the time that columns of a chart stand for. */
export const PARTS = ['month', 'quarter', 'half', 'year'] as const;
export type Part = (typeof PARTS)[number];

/** The part of the time a day (ISO date) falls into: `2026-03`, `2026-Q1`, `2026-H1`, `2026`. They sort by time. */
export function partOf(part: Part, day: string): string {
  const [year = '', month = ''] = [day.slice(0, 4), day.slice(5, 7)];
  switch (part) {
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'half':
      return `${year}-H${Math.ceil(Number(month) / 6)}`;
    case 'year':
      return year;
    default:
      return part satisfies never;
  }
}

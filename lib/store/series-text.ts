import type { Occurrence, Series } from '../calendar/event.ts';

type Stored = Omit<Series, 'occurrences'> & { readonly occurrences: readonly (Occurrence | number)[] };

const isPlain = (date: Occurrence, lengthMs: number): boolean =>
  date.start === date.originalStart &&
  date.lengthMs === lengthMs &&
  !date.cancelled &&
  date.myResponse === undefined &&
  date.free === undefined;

/**
 * How rows of series stand as text. A date that is as the rule has it is written as its moment alone: nearly all are,
 * and a year of weekly ones is five times as long otherwise.
 */
export const seriesText = {
  write(row: Series): string {
    const { lengthMs } = row;
    const occurrences = row.occurrences.map((date) => (isPlain(date, lengthMs) ? date.originalStart : date));
    return JSON.stringify({ ...row, occurrences } satisfies Stored);
  },
  read(text: string): Series {
    const row: Stored = JSON.parse(text);
    const { lengthMs } = row;
    const occurrences = row.occurrences.map((date) =>
      typeof date === 'number' ? { originalStart: date, start: date, lengthMs, cancelled: false } : date,
    );
    return { ...row, occurrences };
  },
} as const;

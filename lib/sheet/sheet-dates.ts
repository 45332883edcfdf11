import { foldWords } from './fold-words.ts';

/** In which order a date of numbers is written. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface DatesRead {
  /** The share of cells that hold a date, 0 to 1. */
  read: number;
  /** How they are written; null where no cell decides between day first and month first. */
  order: DateOrder | null;
}

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt'];
let names: ReadonlyMap<string, number> | undefined;

/** Names of months, long and short, folded, to 1 … 12. */
function monthNames(): ReadonlyMap<string, number> {
  if (names) return names;
  const found = new Map<string, number>();
  for (const language of LANGUAGES)
    for (const month of ['long', 'short'] as const) {
      const form = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      for (let at = 1; at <= 12; at++) found.set(foldWords(form.format(Date.UTC(2020, at - 1, 15))), at);
    }
  // "Sept", "Mrz": short forms that people write and Intl does not.
  found.set('sept', 9);
  found.set('mrz', 3);
  names = found;
  return found;
}

/** Numbers of a date as they stand, and which is surely what. */
type Parts = { year: number; a: number; b: number; named: boolean } | null;

function partsOf(cell: string): Parts {
  // A time behind the day says nothing here.
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}[\s\S]*$/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), a: Number(iso[2]), b: Number(iso[3]), named: true };
  const short = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})\.?$/.exec(text);
  if (short)
    return { year: fullYear(Number(short[3])), a: Number(short[1]), b: Number(short[2]), named: false };
  const words = foldWords(text)
    .split(' ')
    .filter((word) => !['de', 'do', 'of', 'le', 'el'].includes(word));
  const month = words.map((word) => monthNames().get(word)).find((found) => found !== undefined);
  const numbers = words.flatMap((word) => /^(\d{1,4})(st|nd|rd|th|er)?$/.exec(word)?.[1] ?? []).map(Number);
  if (month === undefined || numbers.length !== 2) return null;
  const [first = 0, second = 0] = numbers;
  const [day, year] = first > 31 ? [second, first] : [first, second];
  return { year: fullYear(year), a: month, b: day, named: true };
}

const fullYear = (year: number): number => (year < 100 ? (year < 70 ? 2000 + year : 1900 + year) : year);

/** How the dates of a column are written. */
export function readDates(cells: readonly string[]): DatesRead {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return { read: 0, order: null };
  const parts = filled.map(partsOf);
  const some = parts.filter((one) => one !== null);
  const loose = some.filter((one) => !one.named);
  const dayFirst = loose.some(({ a }) => a > 12);
  const monthFirst = loose.some(({ b }) => b > 12);
  // Dots are written between day, month and year alone.
  const dots = filled.some((cell) => /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}/.test(cell.trim()));
  const order =
    loose.length === 0 ? 'ymd' : dayFirst === monthFirst ? (dots ? 'dmy' : null) : dayFirst ? 'dmy' : 'mdy';
  return { read: some.length / filled.length, order };
}

/** A cell's day as an ISO date; null when it holds none that exists. `order` decides only between numbers. */
export function dateOf(cell: string, order: DateOrder): string | null {
  const parts = partsOf(cell);
  if (!parts || parts.year < 1970 || parts.year > 2200) return null;
  const { year, a, b, named } = parts;
  const [month, day] = named || order !== 'dmy' ? [a, b] : [b, a];
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

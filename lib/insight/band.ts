/** Counts leave a circle as ranges of five, never as they are: 0–4, 5–9, 10–14 … */
export const STEP = 5;

/** From and to, both included. A count lies in one of {@link STEP}; a sum of n counts in one of n × 4 + 1. */
export interface Band {
  from: number;
  to: number;
}

/** The range a count lies in. All that a report, a file or a sum is ever made of. @param count whole, not negative. */
export function bandOf(count: number): Band {
  const from = Math.floor(count / STEP) * STEP;
  return { from, to: from + STEP - 1 };
}

/** What is known of a sum when ranges are all that is known of its parts. */
export const addBands = (bands: readonly Band[]): Band => ({
  from: bands.reduce((sum, { from }) => sum + from, 0),
  to: bands.reduce((sum, { to }) => sum + to, 0),
});

/** The range that holds all of these; null of none. */
export const hullOf = (bands: readonly Band[]): Band | null =>
  bands.length === 0
    ? null
    : { from: Math.min(...bands.map(({ from }) => from)), to: Math.max(...bands.map(({ to }) => to)) };

/** A part in whole per cent, from the ranges of part and whole; null where the whole may be so small that it says nothing. */
export function shareOf(part: Band, whole: Band): Band | null {
  if (whole.from < LEAST_WHOLE) return null;
  return {
    from: Math.min(100, Math.floor((100 * part.from) / whole.to)),
    to: Math.min(100, Math.ceil((100 * part.to) / whole.from)),
  };
}

/** Of fewer seats than these no part is told. */
const LEAST_WHOLE = 20;

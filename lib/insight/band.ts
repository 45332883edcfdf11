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

/**
 * Attendance in whole per cent, from the ranges of places and of those that stayed empty; null where there are so few places
 * that it says nothing. By the empty ones: whoever knows how many places there were would read from those taken that
 * nobody was away.
 */
export function attendanceOf(away: Band, seats: Band): Band | null {
  if (seats.from < LEAST_SEATS) return null;
  return {
    from: Math.max(0, Math.floor(100 - (100 * away.to) / seats.from)),
    to: Math.ceil(100 - (100 * away.from) / seats.to),
  };
}

/** Of fewer places than these no part is told. */
const LEAST_SEATS = 20;

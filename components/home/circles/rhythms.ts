/** Days between meetings that are offered; 0: no rhythm. */
export const RHYTHMS: readonly number[] = [7, 14, 21, 28, 30, 91, 0];

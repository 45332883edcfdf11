/** Shared by the benchmarks of calendars and what runs in their pages. */
export const EVENTS = 10_000;
/** The worker's script, put into the build that is measured. */
export const WORKER = 'bench-worker.js';

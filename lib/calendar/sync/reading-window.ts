const DAY_MS = 86_400_000;
/** Enough to see how a series went lately, and the last two meetings of a three-weekly circle. */
const PAST_DAYS = 60;
/** A year of meetings, and the next of a yearly one. */
const AHEAD_DAYS = 400;

/** The dates that are read of a calendar, around `now`. All UTC ms; `to` is exclusive. */
export const readingWindow = (now: number): { from: number; to: number } => ({
  from: now - PAST_DAYS * DAY_MS,
  to: now + AHEAD_DAYS * DAY_MS,
});

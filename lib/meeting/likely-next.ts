const DAY_MS = 24 * 60 * 60_000;

/**
 * The day a circle likely meets next when no calendar knows: its rhythm after the meeting that began at `start`, and
 * not before `now`. UTC ms, good for a date and not for a time; null for a circle without a rhythm.
 * @param everyDays 14: every other week. 0: no rhythm.
 */
export function likelyNext(start: number, everyDays: number, now: number): number | null {
  if (everyDays <= 0) return null;
  const rounds = Math.max(1, Math.ceil((now - start) / (everyDays * DAY_MS)));
  return start + rounds * everyDays * DAY_MS;
}

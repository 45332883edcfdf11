export type Span = { ok: true; start: number; end: number } | { ok: false; reason: 'incomplete' | 'future' };

/**
 * When a past meeting was, from a date and two times as fields hold them ("2026-11-19", "16:00"), in UTC ms. An end
 * before the start is after midnight. @param now UTC ms; a meeting that has not begun yet is not past.
 */
export function readSpan(
  { date, from, to }: { date: string; from: string; to: string },
  now: number,
  timeZone: string = Temporal.Now.timeZoneId(),
): Span {
  try {
    const day = Temporal.PlainDate.from(date);
    const at = (time: string, plusDays: number): number =>
      day.add({ days: plusDays }).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
        .epochMilliseconds;
    const start = at(from, 0);
    if (from === to) return { ok: false, reason: 'incomplete' };
    const end = to < from ? at(to, 1) : at(to, 0);
    if (start > now) return { ok: false, reason: 'future' };
    return { ok: true, start, end };
  } catch {
    // A field that is still empty.
    return { ok: false, reason: 'incomplete' };
  }
}

import type { MeetingRow } from './meeting.ts';

/** A meeting as a list shows it: one, also where two devices recorded it as two. */
export interface Held {
  meeting: MeetingRow;
  /** All ids it is recorded under; contracts and notes of any of them are its own. */
  ids: readonly string[];
}

/** When a meeting ran, UTC ms; null while it has not begun. */
function span(row: MeetingRow): { from: number; to: number } | null {
  if (row.phase === 'before') return null;
  return { from: row.start, to: row.endedAt ?? Math.max(row.lastAliveAt, row.start) };
}

/**
 * Joins meetings of one circle whose running times overlap: they were one, begun on two devices. The one with a plan
 * in the calendar stands for all, then the one that began first.
 */
export function joinMeetings(rows: readonly MeetingRow[]): Held[] {
  const groups: { rows: MeetingRow[]; to: number; circleId: string }[] = [];
  for (const row of rows.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))) {
    const time = span(row);
    const group = time && groups.find((one) => one.circleId === row.circleId && time.from < one.to);
    if (group) {
      group.rows.push(row);
      group.to = Math.max(group.to, time.to);
    } else groups.push({ rows: [row], to: time?.to ?? Number.NEGATIVE_INFINITY, circleId: row.circleId });
  }
  return groups.flatMap(({ rows: same }) => {
    const [meeting] = same.toSorted((a, b) => Number(a.adhoc) - Number(b.adhoc) || a.start - b.start);
    return meeting ? [{ meeting, ids: same.map((row) => row.id) }] : [];
  });
}

import { isDeclinedBy } from '../calendar/answers.ts';
import type { CallLink } from '../calendar/event.ts';
import type { CircleRow } from '../circle/circle.ts';
import { pauseOn } from '../circle/pause.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { meetingIdFor } from '../meeting/meeting-id.ts';
import { isoDay } from '../platform/iso-day.ts';
import { oneOfEach } from './copies.ts';
import type { Database, SeriesRow, Source } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** A meeting that is to be held, from the calendar or planned by hand. Instants are UTC ms. */
export interface Upcoming {
  circleId: string;
  meetingId: string;
  /** Names the occurrence also after it was moved. */
  originalStart: number;
  start: number;
  lengthMs: number;
  call: CallLink | null;
  /** I said no to it in the calendar. */
  declined: boolean;
}

/** Where a circle meets when the calendar does not say. */
function usualCall(circle: CircleRow): CallLink | null {
  const link = circle.links.find((one) => one.kind === 'call');
  if (link?.kind !== 'call') return null;
  const host = link.host === 'meet' || link.host === 'teams' || link.host === 'zoom' ? link.host : 'other';
  return { host, code: link.value, url: link.url };
}

/** A date on which a circle does not meet: it was skipped, or falls into a pause. */
export interface OffDate extends Upcoming {
  why: 'skipped' | 'pause';
}

/**
 * Meetings of all circles in use that end after `from` and start before `to` (UTC ms), the earliest first.
 * Once the same meeting in two calendars; a meeting that was ended or cancelled is not to be held.
 */
export async function upcoming(
  db: Database,
  from: number,
  to: number,
  circleId?: string,
): Promise<Upcoming[]> {
  return (await plannedDates(db, from, to, circleId)).held;
}

/** As {@link upcoming}, without what the member said no to in the calendar, and circles they left. */
export async function upcomingForMe(
  db: Database,
  from: number,
  to: number,
  circleId?: string,
): Promise<Upcoming[]> {
  const all = await upcoming(db, from, to, circleId);
  const ids = [...new Set(all.map((one) => one.circleId))];
  const selves = (await db.selves.bulkGet(ids)).filter((self) => self !== undefined);
  const me = await db.members.bulkGet(selves.map((self): [string, string] => [self.id, self.memberId]));
  const left = new Set(selves.flatMap((self, i) => ((me[i]?.leftOn ?? null) === null ? [] : self.id)));
  return all.filter((one) => !one.declined && !left.has(one.circleId));
}

/** The dates that are to be held, as {@link upcoming} tells them, and those that are not: skipped, or in a pause. */
export async function plannedDates(
  db: Database,
  from: number,
  to: number,
  circleId?: string,
): Promise<{ held: Upcoming[]; off: OffDate[] }> {
  const circles = circleId
    ? [await db.circles.get(circleId)].filter((circle) => circle !== undefined)
    : (await db.circles.toArray()).filter((circle) => !circle.archived);
  const sources = await db.sources.toArray();
  const found = new Map<string, Upcoming>();
  const cancelled = new Set<string>();
  const off = new Map<string, OffDate>();
  for (const circle of circles) {
    const copies = oneOfEach(await rowsOf(db.series, 'key', circle.seriesKeys), sources);
    for (const one of copies)
      for (const date of one.occurrences) {
        const meetingId = meetingIdFor(circle.id, date.originalStart);
        if (date.cancelled || one.status === 'cancelled') {
          cancelled.add(meetingId);
          continue;
        }
        const call = one.call ?? usualCall(circle);
        const { originalStart, lengthMs } = date;
        const start = one.allDay ? midnightHere(date.start) : date.start;
        const declined = isDeclinedBy(one, date);
        found.set(meetingId, {
          circleId: circle.id,
          meetingId,
          originalStart,
          start,
          lengthMs,
          call,
          declined,
        });
      }
    const knows = datesKnown(copies, sources);
    const meetings = await db.meetings
      .where('[circleId+start]')
      .between([circle.id, from - LONGEST_MS], [circle.id, to])
      .toArray();
    for (const { id, originalStart, start, lengthMin, phase, adhoc } of meetings) {
      if (phase === 'ended') found.delete(id);
      // What was begun without a date is on, not to come.
      else if (adhoc) continue;
      // Somebody asked for time before the calendar called it off, or took it out.
      else if (phase === 'before' && (cancelled.has(id) || (!found.has(id) && knows(originalStart))))
        continue;
      else if (!found.has(id))
        found.set(id, {
          circleId: circle.id,
          meetingId: id,
          originalStart,
          start,
          lengthMs: lengthMin * 60_000,
          call: usualCall(circle),
          declined: false,
        });
    }
    const rows = new Map(meetings.map((row) => [row.id, row]));
    for (const [id, one] of circle.pauses || meetings.some((row) => row.calledOff) ? found : []) {
      const why = one.circleId === circle.id && whyOff(circle, one, rows.get(id));
      if (!why) continue;
      found.delete(id);
      off.set(id, { ...one, why });
    }
  }
  const inTime = <T extends Upcoming>(dates: ReadonlyMap<string, T>) =>
    [...dates.values()]
      .filter((one) => one.start + one.lengthMs > from && one.start < to)
      .sort((a, b) => a.start - b.start || (a.meetingId < b.meetingId ? -1 : 1));
  return { held: inTime(found), off: inTime(off) };
}

/** A whole day is kept from midnight to midnight UTC; where the member is it begins with their own. */
const midnightHere = (at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toZonedDateTime(Temporal.Now.timeZoneId()).epochMilliseconds;

/**
 * Whether the calendar says of an instant itself whether there is a date: it lies among those of a series that meets by a
 * rule, and that is read again and again. A file may be old, and single dates say nothing of others.
 */
function datesKnown(copies: readonly SeriesRow[], sources: readonly Source[]): (at: number) => boolean {
  const files = new Set(sources.flatMap(({ id, kind }) => (kind === 'file' ? id : [])));
  const spans = copies
    .filter((one) => one.rule !== '' && one.status !== 'cancelled' && !files.has(one.sourceId))
    .map(({ occurrences }) => occurrences.map((date) => date.originalStart));
  return (at) => spans.some((starts) => Math.min(...starts) <= at && at <= Math.max(...starts));
}

/** What was begun is held whatever was said before; what the circle said of a date comes before its pauses. */
function whyOff(circle: CircleRow, one: Upcoming, row: MeetingRow | undefined): OffDate['why'] | null {
  if (row?.phase === 'running' || row?.calledOff === false) return null;
  if (row?.calledOff) return 'skipped';
  return pauseOn(circle.pauses, isoDay(one.start)) ? 'pause' : null;
}

/** A meeting's plan may have begun this long before the window that is asked for. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

import { membersOn } from '../circle/members-on.ts';
import { pausedDays } from '../circle/pause.ts';
import { attendance } from '../meeting/attendance.ts';
import { heldTime, type MovedTime, movedTime } from '../meeting/balance.ts';
import { joinMeetings } from '../meeting/join.ts';
import { viewMeeting } from '../meeting/view.ts';
import type { InsightSource, Look } from './source.ts';
import { daysBetween, isIn, plusDays } from './span.ts';

/** From one meeting to the next, in days, and how many of them the circle paused. */
export interface Gap {
  days: number;
  paused: number;
}

/** One meeting that was held, in numbers. */
export interface MeetingNumbers {
  /** All ids it is recorded under. */
  ids: readonly string[];
  /** ISO date. */
  day: string;
  present: number;
  /** Members then: those who were there and those who were away. */
  of: number;
  /** How evenly turns of work went round; null where nobody had a turn of their own. */
  time: MovedTime | null;
  /** Since the meeting before; null for the first. */
  gap: Gap | null;
}

/** Every meeting of a circle that was held, the earliest first, those of all time. */
export function heldMeetings(
  { circle, members, meetings }: InsightSource,
  { now, dayOf }: Look,
): MeetingNumbers[] {
  const held = joinMeetings(meetings.filter((row) => viewMeeting(row, now).phase === 'ended'));
  let before: string | null = null;
  return held.map(({ meeting, ids }) => {
    const day = dayOf(meeting.start);
    const then = [...new Set([...membersOn(members, day), ...(meeting.recorded ?? [])])];
    const { present, away } = attendance(meeting, then);
    const time = heldTime(meeting);
    const gap: Gap | null =
      before === null
        ? null
        : {
            days: daysBetween(before, day),
            paused: pausedDays(circle.pauses, plusDays(before, 1), plusDays(day, -1)),
          };
    before = day;
    return {
      ids,
      day,
      present: present.length,
      of: present.length + away.length,
      time: time && movedTime(time),
      gap,
    };
  });
}

/** Those of a span. The first one's gap reaches back before it. */
export const meetingsIn = (held: readonly MeetingNumbers[], { days }: Look): MeetingNumbers[] =>
  held.filter(({ day }) => isIn(days, day));

/** How evenly time went round, 0 to 1; 1: everybody had the even part they wanted. Null where there was none. */
export const evenness = (time: MovedTime | null): number | null =>
  time && time.allMs > 0 ? 1 - time.movedMs / time.allMs : null;

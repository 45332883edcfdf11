import type { CallPageHost } from '@/lib/platform/messages';

/** A meeting of a circle as the calendar or the circle's own plan has it. Instants are UTC ms. */
export interface ScheduledMeeting {
  circleId: string;
  meetingId: string;
  start: number;
  lengthMs: number;
  /** The member said no to it, or left the circle: nobody is asked whether this is it. */
  declined?: boolean;
}

/** What the call page needs to know about circles: an argument of the background, so that no store is needed here. */
export interface CallBook {
  /**
   * The circle whose meetings are held at this call; `code` as in the calendar's `CallLink`. Where several meet in one room,
   * the one that is on about `now` (UTC ms), and null while none is.
   */
  circleByCode(host: CallPageHost, code: string, now: number): Promise<{ circleId: string } | null>;
  /**
   * The one circle in use that is called so, itself or in a calendar, and when it meets next after `now` (UTC ms); null
   * where none is called so, or more than one.
   */
  circleByTitle(title: string, now: number): Promise<{ circleId: string; next: number | null } | null>;
  /** The circle that one goes on in by now (it may have been shared), or itself; null where it is not here any more. */
  circleNow(circleId: string): Promise<string | null>;
  /** Meetings that may be on at `now` (UTC ms); more than those does no harm. */
  scheduledAround(now: number): Promise<readonly ScheduledMeeting[]>;
}

/** People come early: a meeting counts as on from this long before its start. */
export const EARLY_MS = 15 * 60_000;
/** And run over: until this long after its planned end. */
export const LATE_MS = 30 * 60_000;

/** Those of `meetings` that are on about `now`, the one that started nearest to it first. */
export function onAbout(now: number, meetings: readonly ScheduledMeeting[]): readonly ScheduledMeeting[] {
  return meetings
    .filter(({ start, lengthMs }) => now >= start - EARLY_MS && now <= start + lengthMs + LATE_MS)
    .sort((a, b) => Math.abs(a.start - now) - Math.abs(b.start - now));
}

import { REMINDER_KINDS, type Reminder } from '../meeting/reminders.ts';

const OURS = 'remind';

/** The name of a notification; with the start in it, so that one of a meeting that was moved is another. */
export const reminderId = ({ kind, circleId, meetingId, start }: Omit<Reminder, 'at'>): string =>
  [OURS, kind, encodeURIComponent(circleId), encodeURIComponent(meetingId), start].join(':');

/** What a notification is about; null for one that is no reminder. */
export function readReminderId(id: string): Omit<Reminder, 'at'> | null {
  const [ours, said, circle, meeting, start, ...more] = id.split(':');
  const kind = REMINDER_KINDS.find((one) => one === said);
  if (ours !== OURS || !kind || !circle || !meeting || !start || more.length > 0) return null;
  return {
    kind,
    circleId: decodeURIComponent(circle),
    meetingId: decodeURIComponent(meeting),
    start: Number(start),
  };
}

import { sha256 } from '@noble/hashes/sha2.js';
import ICAL from 'ical.js';

/** A day to be put into a calendar. */
export interface DateToWrite {
  /** What it is about: the same one makes the same event, so that reading a file in again moves it instead of doubling it. */
  readonly id: string;
  /** ISO date. */
  readonly on: string;
  readonly title: string;
  readonly note?: string | undefined;
}

/**
 * An iCalendar file (RFC 5545) of whole days that neither block time nor ring. The id in the calendar is a hash, so that
 * nothing in the file leads back to what is kept here. @param now ms since 1970.
 */
export function writeDates(dates: readonly DateToWrite[], now: number): string {
  // ical.js counts without the space that a folded line begins with; 75 bytes are the limit with it.
  ICAL.foldLength = 74;
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Circlekeeper//EN');
  const stamp = ICAL.Time.fromJSDate(new Date(now), true);
  for (const { id, on, title, note } of dates) {
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', uidOf(id));
    event.addPropertyWithValue('dtstamp', stamp);
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(on));
    event.addPropertyWithValue('summary', title);
    if (note) event.addPropertyWithValue('description', note);
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    event.addPropertyWithValue('class', 'PRIVATE');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

function uidOf(id: string): string {
  const hash = sha256(new TextEncoder().encode(`circlekeeper date\n${id}`));
  return `${[...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}@circlekeeper`;
}

import { readCallLink } from '../call-link.ts';
import type { CallLink } from '../event.ts';
import { LIMITS } from '../ics/limits.ts';
import { readMyResponse } from '../ics/people.ts';
import { htmlToText, looksLikeHtml, tidy } from '../ics/plain-text.ts';
import { dayOfWall } from '../ics/wall-time.ts';
import type { RemoteEvent } from '../sync/provider.ts';
import { readOrganizer, readPeople } from './people.ts';
import { fieldOf, isRecord, listOf, textOf } from './read-value.ts';
import { readTime } from './time.ts';

/** Our private extended property; its value is the id of the circle. Google allows 1,024 characters. */
export const MARK = 'circlekeeper';

/** What is asked of each event, so that answers stay small and nothing comes that is not needed. */
export const EVENT_FIELDS =
  'id,etag,status,eventType,iCalUID,recurringEventId,originalStartTime,summary,description,location,start,end,recurrence,transparency,locked,guestsCanModify,hangoutLink,organizer(email,displayName,self),attendees(email,displayName,responseStatus,self,organizer,resource),conferenceData(entryPoints(entryPointType,uri)),extendedProperties(private)';

/** What an event of a list is: one to keep, one that is gone, or something without even an id. */
export type ReadEvent = { event: RemoteEvent } | { removed: string } | null;

/** Kinds that are meetings; Google keeps birthdays, focus time, absences and places of work as events too. */
const MEETINGS: ReadonlySet<unknown> = new Set([undefined, 'default', 'fromGmail']);
const DAY_MS = 86_400_000;
const ID_MAX = 1024;
/** Long enough for fifty years of single dates. */
const RULE_LINE_MAX = 64 * 1024;
const RULE_LINES = 100;

/**
 * Reads one event as `events.list` gives it, with `singleEvents=false`. Total: whatever Google sends, one event never
 * stops a page. An event that cannot be read is gone, for what was kept of it is no longer true.
 */
export function readEvent(item: unknown, calendar: { writable: boolean; zone: string }): ReadEvent {
  const id = textOf(fieldOf(item, 'id'), ID_MAX);
  if (!isRecord(item) || id === '') return null;
  const masterId = textOf(item.recurringEventId, ID_MAX) || null;
  const original = readTime(item.originalStartTime, calendar.zone);
  const isCancelled = item.status === 'cancelled';
  // Only of a cancelled date of a living series more than the id is sure to be there; all else is deleted.
  if (isCancelled && !(masterId && original)) return { removed: id };
  if (!MEETINGS.has(item.eventType)) return { removed: id };
  const start = readTime(item.start, calendar.zone) ?? (isCancelled ? original : null);
  if (!start) return { removed: id };
  const guests = readPeople(item.attendees);
  const organizer = readOrganizer(item.organizer);
  return {
    event: {
      id,
      kind: masterId ? 'instance' : listOf(item.recurrence).length > 0 ? 'master' : 'single',
      masterId,
      // Of a cancelled date Google may leave it out; its own id would be taken for another series'.
      uid: textOf(item.iCalUID, ID_MAX) || (masterId ? '' : id),
      originalStart: masterId ? (original?.at ?? start.at) : null,
      etag: textOf(item.etag, ID_MAX),
      cancelled: isCancelled,
      title: tidy(textOf(item.summary, LIMITS.textBytes).replace(/\s+/g, ' '), LIMITS.title),
      ...readTexts(item),
      zone: start.zone,
      start: start.at,
      lengthMs: lengthOf(start, item.end, calendar.zone),
      allDay: start.allDay,
      status: isCancelled ? 'cancelled' : item.status === 'tentative' ? 'tentative' : 'confirmed',
      myResponse: readMyResponse(guests.guests, organizer.person, [...guests.mine, ...organizer.mine]),
      ...(item.transparency === 'transparent' ? { free: true } : {}),
      rule: masterId ? [] : readRule(item.recurrence),
      organizer: organizer.person,
      mayWrite: calendar.writable && mayWrite(item),
      guests: guests.guests,
      circleMark: readMark(item),
    },
  };
}

/** Whether the member may change what all guests see: the organiser, or a guest whom the organiser lets. */
export function mayWrite(item: unknown): boolean {
  if (fieldOf(item, 'locked') === true) return false;
  return fieldOf(fieldOf(item, 'organizer'), 'self') === true || fieldOf(item, 'guestsCanModify') === true;
}

/** The circle our mark names, or null. */
export function readMark(item: unknown): string | null {
  const value = fieldOf(fieldOf(fieldOf(item, 'extendedProperties'), 'private'), MARK);
  return typeof value === 'string' && value !== '' && value.length <= 1024 ? value : null;
}

function lengthOf(start: { at: number; allDay: boolean }, end: unknown, zone: string): number {
  const until = readTime(end, zone)?.at ?? start.at;
  if (!start.allDay) return Math.max(0, until - start.at);
  return Math.max(1, dayOfWall(until) - dayOfWall(start.at)) * DAY_MS;
}

function readRule(lines: unknown): string[] {
  return listOf(lines)
    .slice(0, RULE_LINES)
    .filter(
      (line): line is string =>
        typeof line === 'string' &&
        line.length <= RULE_LINE_MAX &&
        /^(?:RRULE|RDATE|EXDATE|EXRULE)[:;]/i.test(line),
    );
}

function readTexts(item: Readonly<Record<string, unknown>>): {
  description: string;
  location: string;
  call: CallLink | null;
} {
  const written = textOf(item.description, LIMITS.textBytes);
  const location = tidy(textOf(item.location, LIMITS.textBytes), LIMITS.title);
  const rooms = [...videoRooms(item.conferenceData), textOf(item.hangoutLink, 2048)];
  return {
    description: tidy(looksLikeHtml(written) ? htmlToText(written) : written, LIMITS.description),
    location,
    call: readCallLink([...rooms, location, written]) ?? announced(rooms),
  };
}

function videoRooms(conference: unknown): string[] {
  return listOf(fieldOf(conference, 'entryPoints'))
    .slice(0, 50)
    .filter((entry) => fieldOf(entry, 'entryPointType') === 'video')
    .map((entry) => textOf(fieldOf(entry, 'uri'), 2048));
}

/** An unknown host is believed where the calendar itself says that the address is the call. */
function announced(rooms: readonly string[]): CallLink | null {
  const url = rooms.find((room) => /^https:\/\/\S+$/i.test(room) && URL.canParse(room));
  return url ? { host: 'other', code: url, url } : null;
}

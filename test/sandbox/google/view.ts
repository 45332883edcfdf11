import type { calendar_v3 } from '@googleapis/calendar';
import type { Attendee, CalendarState, Data, Role, Stored, When } from './types.ts';
import { withOffset } from './when.ts';

type Event = calendar_v3.Schema$Event;

export interface Viewing {
  /** The zone that times are written in: the calendar's, or the one asked for. */
  zone: string;
  role: Role;
  maxAttendees: number | null;
}

export function etagOf(stored: Stored, part = 0): string {
  return `"${3_400_000_000_000_000 + stored.order * 1_000_000 + stored.revision * 2 + part}"`;
}

/** A time as the API writes it; the zone named is the event's, the offset is the asked-for zone's. */
export function viewWhen(when: When, zone: string): calendar_v3.Schema$EventDateTime {
  return 'date' in when ? { date: when.date } : { dateTime: withOffset(when.at, zone), timeZone: when.zone };
}

/** The link to Google Calendar's own page: unpadded base64 of event and calendar id, gmail.com shortened. */
export function htmlLink(id: string, calendarId: string): string {
  const short = calendarId.replace(/@gmail\.com$/, '@m').replace(/@group\.calendar\.google\.com$/, '@g');
  return `https://www.google.com/calendar/event?eid=${Buffer.from(`${id} ${short}`).toString('base64').replace(/=+$/, '')}`;
}

/** Deleted: only id and status are promised; of a date of a series also which one it was. */
export function thinEvent(stored: Pick<Stored, 'id' | 'exception'>, etag: string, zone: string): Event {
  return {
    kind: 'calendar#event',
    etag,
    id: stored.id,
    status: 'cancelled',
    ...(stored.exception
      ? {
          recurringEventId: stored.exception.masterId,
          originalStartTime: viewWhen(stored.exception.original, zone),
        }
      : {}),
  };
}

/** An event as its calendar's reader sees it. */
export function viewEvent(
  stored: Stored,
  viewing: Viewing,
  instance?: { id: string; data: Data; original: When },
): Event {
  const { calendar } = stored;
  const data = instance?.data ?? stored.data;
  const id = instance?.id ?? stored.id;
  const masterId = instance ? stored.id : stored.exception?.masterId;
  const original = instance?.original ?? stored.exception?.original;
  const event: Event = {
    kind: 'calendar#event',
    etag: etagOf(stored),
    id,
    status: data.status,
    htmlLink: htmlLink(id, calendar.id),
    created: new Date(stored.created).toISOString(),
    updated: new Date(stored.updated).toISOString(),
    ...(isHidden(viewing.role, data)
      ? { visibility: 'private' }
      : details(stored, data, viewing.maxAttendees)),
    start: viewWhen(data.start, viewing.zone),
    end: viewWhen(data.end, viewing.zone),
    iCalUID: stored.iCalUID,
    sequence: stored.sequence,
    eventType: 'default',
  };
  if (data.recurrence && !instance && !masterId) event.recurrence = [...data.recurrence];
  if (masterId !== undefined) event.recurringEventId = masterId;
  if (original) event.originalStartTime = viewWhen(original, viewing.zone);
  if (data.transparency) event.transparency = data.transparency;
  return event;
}

function isHidden(role: Role, data: Data): boolean {
  return role === 'freeBusyReader' || (role === 'reader' && data.visibility === 'private');
}

function details(stored: Stored, data: Data, maxAttendees: number | null): Event {
  const { calendar, organizer } = stored;
  const self = (email: string) => (email === calendar.id ? { self: true } : {});
  const event: Event = {
    creator: { email: stored.creator, ...self(stored.creator) },
    organizer: { ...organizer, ...self(organizer.email) },
    reminders: data.reminders ?? { useDefault: true },
  };
  if (data.summary !== undefined) event.summary = data.summary;
  if (data.description !== undefined) event.description = data.description;
  if (data.location !== undefined) event.location = data.location;
  if (data.colorId !== undefined) event.colorId = data.colorId;
  if (data.visibility !== undefined) event.visibility = data.visibility;
  if (data.guestsCanModify) event.guestsCanModify = true;
  if (!data.guestsCanInviteOthers) event.guestsCanInviteOthers = false;
  if (!data.guestsCanSeeOtherGuests) event.guestsCanSeeOtherGuests = false;
  if (data.conferenceData) {
    event.conferenceData = data.conferenceData;
    const video = data.conferenceData.entryPoints?.find(({ entryPointType }) => entryPointType === 'video');
    if (video?.uri?.startsWith('https://meet.google.com/')) event.hangoutLink = video.uri;
  }
  const own = Object.keys(data.private).length > 0;
  const shared = Object.keys(data.shared).length > 0;
  if (own || shared)
    event.extendedProperties = {
      ...(own ? { private: { ...data.private } } : {}),
      ...(shared ? { shared: { ...data.shared } } : {}),
    };
  Object.assign(event, guests(stored, calendar, data, maxAttendees));
  return event;
}

function guests(stored: Stored, calendar: CalendarState, data: Data, max: number | null): Event {
  if (data.attendees.length === 0) return {};
  const view = (one: Attendee): calendar_v3.Schema$EventAttendee => ({
    ...one,
    ...(one.email === stored.organizer.email ? { organizer: true } : {}),
    ...(one.email === calendar.id ? { self: true } : {}),
  });
  const mine = data.attendees.filter(({ email }) => email === calendar.id);
  const mayList = data.guestsCanSeeOtherGuests || stored.organizer.email === calendar.id;
  if (!mayList || (max !== null && data.attendees.length > max))
    return { attendees: mine.map(view), attendeesOmitted: true };
  return { attendees: data.attendees.map(view) };
}

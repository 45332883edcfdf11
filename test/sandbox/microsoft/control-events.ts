import type { Event, PatternedRecurrence, ResponseType } from '@microsoft/microsoft-graph-types';
import { htmlAsText } from './body-html.ts';
import { fullEvent, type SentEvent } from './event-view.ts';
import { createEvent, deleteEvent, idOf, moveToCalendar, pointedAt, updateEvent } from './events.ts';
import { respond } from './guests.ts';
import { contentOf, datesIn, replaceItem } from './mailbox.ts';
import type { Account, World } from './state.ts';
import { atZone } from './zones.ts';

/** An event as a test writes it: instants in UTC ms, and what else Graph knows of an event. */
export interface NewEvent {
  subject: string;
  start: number;
  end: number;
  /** Windows name, the account's own by default. */
  zone?: string;
  /** The pattern and how it ends; the first day is the event's. */
  repeat?: {
    pattern: NonNullable<PatternedRecurrence['pattern']>;
    until?: string;
    count?: number;
  };
  guests?: readonly string[];
  html?: string;
  text?: string;
  location?: string;
  teams?: boolean;
  allDay?: boolean;
  calendarId?: string;
  more?: Partial<Event>;
}

/** What people do in Outlook itself. Ids are Graph's, plain ones; a date of a series is named by its own id. */
export interface EventControl {
  put(email: string, event: NewEvent): string;
  /** Changes an event or one date, in Graph's own words. */
  change(email: string, id: string, change: Partial<Event>): void;
  /** Moves an event, or one date of a series, by its start; the length stays. UTC ms. */
  move(email: string, id: string, start: number): void;
  /** Takes a date out of its series, or deletes an event. */
  delete(email: string, id: string): void;
  addGuest(email: string, id: string, guest: string): void;
  removeGuest(email: string, id: string, guest: string): void;
  /** `email` is the guest, `id` the guest's own copy; a meeting that is declined leaves the calendar unless `keep`. */
  respond(email: string, id: string, response: ResponseType, options?: { keep?: boolean }): void;
  toCalendar(email: string, id: string, calendarId: string): string;
  /** Saves without a change: another change key. */
  touch(email: string, id: string): void;
  /** The ids of a series' dates in a window, UTC ms. */
  dates(email: string, id: string, from: number, to: number): string[];
  /** The event as Graph shows it, in UTC. */
  read(email: string, id: string): SentEvent;
  text(email: string, id: string): string;
  extensions(email: string, id: string): Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  ids(email: string): string[];
  /** Many events, an hour each, one every `everyMs` from `from`; every tenth begins a weekly series when `series`. */
  fill(
    email: string,
    many: { count: number; from: number; everyMs: number; series?: boolean; calendarId?: string },
  ): void;
}

const PREFER = { timeZone: 'UTC', bodyType: 'html', immutable: false, pageSize: null } as const;

export function makeEvents(world: World): EventControl {
  const who = (email: string): Account => {
    const found = world.accounts.get(email.toLowerCase());
    if (!found) throw new Error(`no account ${email}`);
    return found;
  };
  const at = (email: string, id: string) => pointedAt(who(email).mailbox, id);
  const stamp = (utc: number, zone: string) => {
    const moment = atZone(utc, zone);
    return { dateTime: new Date(moment.wall).toISOString().slice(0, 23), timeZone: moment.zone };
  };
  const change = (email: string, id: string, body: Partial<Event>): void => {
    updateEvent(world, who(email), at(email, id), { ...body }, true);
  };
  const guestsOf = (email: string, id: string) => {
    const { item, original } = at(email, id);
    return [...contentOf(item, original).attendees];
  };
  return {
    put(email, event) {
      const account = who(email);
      const calendars = [...account.mailbox.calendars.values()];
      const calendar = calendars.find((one) =>
        event.calendarId === undefined ? one.isDefault : one.id === event.calendarId,
      );
      if (!calendar) throw new Error('no such calendar');
      const zone = event.zone ?? account.zone;
      const start = stamp(event.start, zone);
      const { repeat } = event;
      const end = repeat?.until
        ? { type: 'endDate' as const, endDate: repeat.until }
        : repeat?.count
          ? { type: 'numbered' as const, numberOfOccurrences: repeat.count }
          : { type: 'noEnd' as const };
      const item = createEvent(world, account, calendar, {
        subject: event.subject,
        start,
        end: stamp(event.end, zone),
        isAllDay: event.allDay ?? false,
        location: { displayName: event.location ?? '' },
        attendees: (event.guests ?? []).map((address) => ({
          type: 'required',
          emailAddress: { address, name: address },
        })),
        body:
          event.text === undefined
            ? { contentType: 'html', content: event.html ?? '' }
            : { contentType: 'text', content: event.text },
        ...(event.teams ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
        ...(repeat
          ? {
              recurrence: {
                pattern: repeat.pattern,
                range: { ...end, startDate: start.dateTime.slice(0, 10), recurrenceTimeZone: start.timeZone },
              },
            }
          : {}),
        ...event.more,
      });
      return idOf(item);
    },
    change,
    move(email, id, start) {
      const { item, original } = at(email, id);
      const content = contentOf(item, original);
      const moment = atZone(start, content.start.zone);
      const write = (wall: number, timeZone: string) => ({
        dateTime: new Date(wall).toISOString().slice(0, 23),
        timeZone,
      });
      const range = item.recurrence?.range;
      const anew =
        original === null && range
          ? {
              recurrence: {
                ...item.recurrence,
                range: { ...range, startDate: new Date(moment.wall).toISOString().slice(0, 10) },
              },
            }
          : {};
      change(email, id, {
        start: write(moment.wall, moment.zone),
        end: write(moment.wall + content.end.wall - content.start.wall, content.end.zone),
        ...anew,
      });
    },
    delete: (email, id) => deleteEvent(world, who(email), at(email, id)),
    addGuest: (email, id, guest) =>
      change(email, id, {
        attendees: [
          ...guestsOf(email, id),
          { type: 'required', emailAddress: { address: guest, name: guest } },
        ],
      }),
    removeGuest: (email, id, guest) =>
      change(email, id, {
        attendees: guestsOf(email, id).filter((one) => one.emailAddress?.address !== guest),
      }),
    respond(email, id, response, { keep = false } = {}) {
      const { item, original } = at(email, id);
      respond(world, who(email), item, original, response, keep);
    },
    toCalendar: (email, id, calendarId) =>
      idOf(moveToCalendar(world, who(email), at(email, id).item, calendarId)),
    touch: (email, id) => void replaceItem(world, who(email).mailbox, at(email, id).item),
    dates(email, id, from, to) {
      const { item } = at(email, id);
      return datesIn(item, from, to).map((date) => idOf(item, date));
    },
    read(email, id) {
      const { item, original } = at(email, id);
      return fullEvent(item, original, PREFER);
    },
    text(email, id) {
      const { item, original } = at(email, id);
      const { contentType, content } = contentOf(item, original).body;
      return contentType === 'html' ? htmlAsText(content ?? '') : (content ?? '');
    },
    extensions(email, id) {
      const { item, original } = at(email, id);
      const own = original === null ? undefined : item.exceptions.get(original)?.extensions;
      return Object.fromEntries(own ?? item.extensions);
    },
    ids: (email) => [...who(email).mailbox.items.values()].map((item) => idOf(item)),
    fill(email, { count, from, everyMs, series = false, calendarId }) {
      for (let index = 0; index < count; index++) {
        const start = from + index * everyMs;
        const day =
          (['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const)[
            new Date(start).getUTCDay()
          ] ?? 'monday';
        this.put(email, {
          subject: `Event ${index + 1}`,
          start,
          end: start + 3_600_000,
          zone: 'UTC',
          html: `<p>Notes of event ${index + 1}</p>`,
          ...(calendarId === undefined ? {} : { calendarId }),
          ...(series && index % 10 === 0
            ? { repeat: { pattern: { type: 'weekly', interval: 1, daysOfWeek: [day] }, count: 10 } }
            : {}),
        });
      }
    },
  };
}

import type { calendar_v3 } from '@googleapis/calendar';
import { conferenceOf, meet } from './conference.ts';
import { found } from './control.ts';
import { addStored, exceptionFor, hasDate, newData, split } from './edit.ts';
import { cancelByOwner, changeByOwner, organizerCopy, propagate, respond } from './guests.ts';
import { rowsOf } from './rows.ts';
import type { Attendee, CalendarState, Data, Stored, When } from './types.ts';
import { endAfter, lengthOf } from './when.ts';
import type { World } from './world.ts';
import { findEvent, viewFound } from './write-events.ts';

/** UTC ms, or a day as `2026-11-05`. */
export type At = number | string;

/** An event as a test writes it down. */
export interface EventInput {
  id?: string;
  iCalUID?: string;
  summary?: string;
  description?: string;
  location?: string;
  start: At;
  /** 60 when not said; a day has whole days, one when not said. */
  minutes?: number;
  /** IANA; the calendar's when not said. */
  zone?: string;
  /** `FREQ=WEEKLY;INTERVAL=2`, or whole lines (`RRULE:…`, `EXDATE…`). */
  rule?: string | readonly string[];
  /** Emails, or emails with names and answers. */
  guests?: readonly (string | (Partial<Attendee> & { email: string }))[];
  /** A Meet code such as `abc-defg-hij`, or `true` for a new one. */
  meet?: string | true;
  status?: 'confirmed' | 'tentative';
  visibility?: 'default' | 'public' | 'private';
  transparency?: 'opaque' | 'transparent';
  guestsCanModify?: boolean;
  private?: Readonly<Record<string, string>>;
  shared?: Readonly<Record<string, string>>;
  /** Somebody without an account here. */
  organizer?: { email: string; displayName?: string };
}

/** What can be changed afterwards: words, not times. */
export type EventChange = Pick<
  Partial<Data>,
  | 'summary'
  | 'description'
  | 'location'
  | 'private'
  | 'shared'
  | 'guestsCanModify'
  | 'visibility'
  | 'colorId'
  | 'status'
>;

/** Edits as people make them in Google's own pages: no token, no mail, guests' copies follow. */
export interface EventControl {
  /** A new event, or all of an event that is there. Gives its id. Descriptions stay to the letter. */
  put(calendarId: string, event: EventInput): string;
  change(calendarId: string, eventId: string, change: EventChange): void;
  /** Moves a single event or a whole series; `rule` gives it another rhythm. */
  move(calendarId: string, eventId: string, to: { start: At; minutes?: number; rule?: string }): void;
  /** `original`: the date's start by the rule. */
  moveOccurrence(
    calendarId: string,
    eventId: string,
    original: At,
    to: { start: At; minutes?: number },
  ): void;
  changeOccurrence(calendarId: string, eventId: string, original: At, change: EventChange): void;
  cancelOccurrence(calendarId: string, eventId: string, original: At): void;
  /** "This and following". Gives the new series' id. */
  split(calendarId: string, eventId: string, original: At, change?: EventChange): string;
  /** As the calendar's owner does it: an organiser for all, a guest the own copy. */
  delete(calendarId: string, eventId: string): void;
  addGuest(calendarId: string, eventId: string, email: string): void;
  removeGuest(calendarId: string, eventId: string, email: string): void;
  /** A guest's answer, for the event or for one date of it. */
  answer(
    calendarId: string,
    eventId: string,
    email: string,
    response: Attendee['responseStatus'],
    original?: At,
  ): void;
  get(calendarId: string, eventId: string): calendar_v3.Schema$Event;
  /** The truth a client has to arrive at: all that takes place between two instants, by start. */
  occurrences(calendarId: string, from: number, to: number): calendar_v3.Schema$Event[];
  /** Many single events, one every `everyMinutes` from `from` on, in a moment. */
  fill(
    calendarId: string,
    given: { count: number; from: number; everyMinutes: number; summary?: string },
  ): void;
}

/** The events' part of the control. */
export function controlEvents(world: World): EventControl {
  const calendar = (id: string) => found(world.calendars.get(id), id);
  const stored = (calendarId: string, id: string) => found(calendar(calendarId).events.get(id), id);
  const occurrence = (calendarId: string, id: string, at: At): Stored => {
    const master = stored(calendarId, id);
    const original = when(at, zoneOf(master.data.start, master.calendar));
    if (!hasDate(master.data, original)) throw new Error(`no date of ${id}: ${at}`);
    return exceptionFor(world, master, original);
  };
  const times = (one: Stored, to: { start: At; minutes?: number }): Partial<Data> => {
    const start = when(to.start, zoneOf(one.data.start, one.calendar));
    const length = to.minutes === undefined ? lengthOf(one.data.start, one.data.end) : to.minutes * 60_000;
    return { start, end: endAfter(start, length) };
  };
  const guests = (one: Stored, edit: (list: readonly Attendee[]) => readonly Attendee[]) =>
    changeByOwner(world, one, { attendees: edit(one.data.attendees) });
  return {
    put(calendarId, event) {
      const home = calendar(calendarId);
      const data = readInput(world, home, event);
      const known = event.id === undefined ? undefined : home.events.get(event.id);
      if (known) changeByOwner(world, known, data);
      else
        propagate(
          world,
          addStored(world, home, data, {
            id: event.id ?? world.nextId(),
            ...(event.iCalUID ? { iCalUID: event.iCalUID } : {}),
            ...(event.organizer ? { organizer: event.organizer } : {}),
          }),
        );
      return known?.id ?? event.id ?? [...home.events.keys()].at(-1) ?? '';
    },
    change: (calendarId, id, changes) => changeByOwner(world, stored(calendarId, id), changes),
    move(calendarId, id, to) {
      const one = stored(calendarId, id);
      changeByOwner(world, one, { ...times(one, to), ...(to.rule ? { recurrence: lines(to.rule) } : {}) });
    },
    moveOccurrence(calendarId, id, original, to) {
      const one = occurrence(calendarId, id, original);
      changeByOwner(world, one, times(one, to));
    },
    changeOccurrence: (calendarId, id, original, changes) =>
      changeByOwner(world, occurrence(calendarId, id, original), changes),
    cancelOccurrence: (calendarId, id, original) =>
      cancelByOwner(world, occurrence(calendarId, id, original)),
    split(calendarId, id, original, changes) {
      const master = stored(calendarId, id);
      return split(world, master, when(original, zoneOf(master.data.start, master.calendar)), changes).id;
    },
    delete: (calendarId, id) => cancelByOwner(world, stored(calendarId, id)),
    addGuest: (calendarId, id, email) =>
      guests(stored(calendarId, id), (list) => [...list, guest(email.toLowerCase())]),
    removeGuest: (calendarId, id, email) =>
      guests(stored(calendarId, id), (list) => list.filter((one) => one.email !== email.toLowerCase())),
    answer(calendarId, id, email, response, original) {
      const one = original === undefined ? stored(calendarId, id) : occurrence(calendarId, id, original);
      respond(world, organizerCopy(world, one) ?? one, email.toLowerCase(), response);
    },
    get: (calendarId, id) => viewFound(findEvent(calendar(calendarId), id), owner(calendar(calendarId))),
    occurrences(calendarId, from, to) {
      const home = calendar(calendarId);
      const query = {
        from,
        to,
        horizon: to,
        single: true,
        showDeleted: false,
        since: null,
        updatedMin: undefined,
        viewing: owner(home),
        keeps: () => true,
      };
      const rows = [...home.events.values()].flatMap((one) => rowsOf(one, query));
      return rows.sort((a, b) => a.start - b.start).map((row) => row.view());
    },
    fill(calendarId, { count, from, everyMinutes, summary = 'Meeting' }) {
      const home = calendar(calendarId);
      for (let index = 0; index < count; index++) {
        const start: When = { at: from + index * everyMinutes * 60_000, zone: home.zone };
        const data = newData({ start, end: endAfter(start, 1_800_000), summary: `${summary} ${index + 1}` });
        addStored(world, home, data, { id: world.nextId() });
      }
    },
  };
}

const owner = (calendar: CalendarState) => ({
  zone: calendar.zone,
  role: 'owner' as const,
  maxAttendees: null,
});
const zoneOf = (start: When, calendar: CalendarState) => ('date' in start ? calendar.zone : start.zone);
const when = (at: At, zone: string): When => (typeof at === 'string' ? { date: at } : { at, zone });
const guest = (email: string): Attendee => ({ email, responseStatus: 'needsAction' });
const lines = (rule: string | readonly string[]): readonly string[] =>
  typeof rule === 'string' ? [rule.includes(':') ? rule : `RRULE:${rule}`] : rule;

function readInput(world: World, calendar: CalendarState, event: EventInput): Data {
  const start = when(event.start, event.zone ?? calendar.zone);
  const minutes = event.minutes ?? ('date' in start ? 1440 : 60);
  const words = [
    'summary',
    'description',
    'location',
    'visibility',
    'transparency',
    'private',
    'shared',
  ] as const;
  return newData({
    start,
    end: endAfter(start, minutes * 60_000),
    status: event.status ?? 'confirmed',
    guestsCanModify: event.guestsCanModify ?? false,
    attendees: (event.guests ?? []).map((one) =>
      typeof one === 'string'
        ? guest(one.toLowerCase())
        : { ...guest(one.email.toLowerCase()), ...one, email: one.email.toLowerCase() },
    ),
    ...(event.rule ? { recurrence: lines(event.rule) } : {}),
    ...(event.meet ? { conferenceData: call(world, event.meet) } : {}),
    ...Object.fromEntries(
      words.filter((word) => event[word] !== undefined).map((word) => [word, event[word]]),
    ),
  });
}

const call = (world: World, code: string | true) =>
  code === true
    ? conferenceOf(world, { createRequest: { requestId: world.nextId() } }, undefined)
    : meet(code);

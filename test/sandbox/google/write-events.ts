import type { calendar_v3 } from '@googleapis/calendar';
import { addStored, exceptionFor, exceptionsOf, hasDate, instanceData, newData } from './edit.ts';
import {
  alreadyDeleted,
  badRequest,
  duplicate,
  notFound,
  onlyOrganizer,
  preconditionFailed,
  readOnly,
} from './errors.ts';
import { cancelByOwner, changeByOwner, isOrganizer, propagate } from './guests.ts';
import { viewingOf } from './list-events.ts';
import { mailFor, sendUpdatesOf } from './mails.ts';
import type { Params } from './params.ts';
import { readBody, readChanges } from './read-event.ts';
import type { CalendarState, Data, Role, Stored, When } from './types.ts';
import { etagOf, type Viewing, viewEvent } from './view.ts';
import { stamp } from './when.ts';
import type { World } from './world.ts';

type Event = calendar_v3.Schema$Event;

/** A call that reads or writes one event. */
export interface EventCall {
  world: World;
  calendar: CalendarState;
  role: Role;
  params: Params;
  /** The body as sent; empty when there is none. */
  body: string;
  ifMatch: string | null;
}

/** An event of a calendar, or a date of a series that has none of its own. */
export interface Found {
  stored: Stored;
  original: When | null;
}

/** Finds what an id names; 404. An id of a date is the master's, `_`, and the start by the rule in UTC. */
export function findEvent(calendar: CalendarState, id: string): Found {
  const stored = calendar.events.get(id);
  if (stored) return { stored, original: null };
  const parts = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id);
  const master = calendar.events.get(parts?.[1] ?? '');
  const time = parts?.[2] ?? '';
  if (!master?.data.recurrence) throw notFound();
  const known = exceptionsOf(master).find(({ exception }) => exception && stamp(exception.original) === time);
  if (known) return { stored: known, original: null };
  const original = readStamp(time, master.data.start);
  if (!original || !hasDate(master.data, original)) throw notFound();
  return { stored: master, original };
}

function readStamp(text: string, like: When): When | null {
  const day = text.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3');
  if ('date' in like) return text.length === 8 ? { date: day } : null;
  const at = Date.parse(`${day}${text.slice(8).replace(/T(\d\d)(\d\d)(\d\d)Z/, 'T$1:$2:$3Z')}`);
  return text.length === 8 || Number.isNaN(at) ? null : { at, zone: like.zone };
}

/** events.get; deleted events are given too. */
export function getEvent(call: EventCall, id: string): Event {
  return view(call, findEvent(call.calendar, id));
}

const view = ({ calendar, role, params }: EventCall, found: Found): Event =>
  viewFound(found, viewingOf(calendar, role, params));

/** What was found as its reader sees it; a date of a series as if it had an event of its own. */
export function viewFound({ stored, original }: Found, viewing: Viewing): Event {
  if (!original) return viewEvent(stored, viewing);
  return viewEvent(stored, viewing, {
    id: `${stored.id}_${stamp(original)}`,
    data: instanceData(stored, original),
    original,
  });
}

/** events.insert. The id may be chosen: base32hex, 5 to 1,024 characters, never used before on this calendar. */
export function insertEvent(call: EventCall): Event {
  const { world, calendar, params } = call;
  mustWrite(call);
  const body = readBody(call.body);
  const id = body.id ?? world.nextId();
  if (!/^[a-v0-9]{5,1024}$/.test(id)) throw badRequest('invalid', 'Invalid resource id value.');
  if (calendar.events.has(id)) throw duplicate();
  const updates = sendUpdatesOf(params);
  const changes = readChanges(world, body, null, reading(call));
  if (!changes.start || !changes.end) throw badRequest('required', 'Missing start time.');
  const stored = addStored(world, calendar, newData({ ...changes, start: changes.start, end: changes.end }), {
    id,
    ...(body.iCalUID ? { iCalUID: body.iCalUID } : {}),
  });
  propagate(world, stored);
  mailFor(world, stored, null, updates);
  return view(call, { stored, original: null });
}

/** events.patch and events.update. A date of a series becomes an exception of it. */
export function changeEvent(call: EventCall, id: string, whole: boolean): Event {
  const { world, calendar } = call;
  mustWrite(call);
  const found = findEvent(calendar, id);
  checkMatch(found.stored, call.ifMatch);
  const body = readBody(call.body);
  const before = found.original ? instanceData(found.stored, found.original) : found.stored.data;
  const updates = sendUpdatesOf(call.params);
  const read = readChanges(world, body, whole ? null : before, { ...reading(call), known: before });
  const changes = onlyNew(before, read);
  if (!isOrganizer(found.stored) && !before.guestsCanModify) {
    const asked = ['guestsCanModify', 'guestsCanInviteOthers', 'guestsCanSeeOtherGuests'] as const;
    if (asked.some((name) => name in body && name in changes)) throw onlyOrganizer();
  }
  const stored = found.original ? exceptionFor(world, found.stored, found.original) : found.stored;
  if (Object.keys(changes).length > 0) changeByOwner(world, stored, changes);
  mailFor(world, stored, before, updates);
  return view(call, { stored, original: null });
}

/** What really differs: writing what is there already changes no other copy. */
function onlyNew(before: Data, changes: Partial<Data>): Partial<Data> {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(before, key)),
    ),
  );
}

/** events.delete: the organiser's is everybody's, a guest's takes the own copy away and says no. */
export function deleteEvent(call: EventCall, id: string): void {
  mustWrite(call);
  const found = findEvent(call.calendar, id);
  checkMatch(found.stored, call.ifMatch);
  const updates = sendUpdatesOf(call.params);
  if (!found.original && found.stored.data.status === 'cancelled') throw alreadyDeleted();
  const stored = found.original ? exceptionFor(call.world, found.stored, found.original) : found.stored;
  const before = stored.data;
  cancelByOwner(call.world, stored);
  mailFor(call.world, stored, before, updates);
}

function reading({ calendar, params }: EventCall) {
  return {
    calendarZone: calendar.zone,
    conferences: params.text('conferenceDataVersion') === '1',
    me: calendar.owner,
  };
}

function mustWrite({ role }: EventCall): void {
  if (role !== 'writer' && role !== 'owner') throw readOnly();
}

function checkMatch(stored: Stored, ifMatch: string | null): void {
  if (ifMatch === null || ifMatch === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (!tags.includes(etagOf(stored))) throw preconditionFailed();
}

import { addStored, cancel, change, exceptionFor, exceptionsOf } from './edit.ts';
import {
  type Account,
  type Attendee,
  type CalendarState,
  type Data,
  SHARED_KEYS,
  type Stored,
} from './types.ts';
import { sameWhen } from './when.ts';
import type { World } from './world.ts';

/** Whether this copy is the one that speaks for all. */
export function isOrganizer(stored: Stored): boolean {
  return stored.organizer.email === stored.calendar.owner || stored.organizer.email === stored.calendar.id;
}

/** The organiser's copy, when the organiser has an account here. */
export function organizerCopy(world: World, stored: Stored): Stored | null {
  if (isOrganizer(stored)) return stored;
  const calendar = world.calendars.get(stored.organizer.email);
  if (!stored.exception) return calendar?.events.get(stored.id) ?? null;
  const master = calendar?.events.get(stored.exception.masterId);
  return master ? exceptionFor(world, master, stored.exception.original) : null;
}

function sharedOf(data: Data): Partial<Data> {
  return Object.fromEntries(SHARED_KEYS.map((key) => [key, data[key]]));
}

/** Brings the copies of all guests with an account up to the organiser's: new ones, changed ones, withdrawn ones. */
export function propagate(world: World, stored: Stored): void {
  if (!isOrganizer(stored)) return;
  for (const account of world.accounts.values()) {
    if (account.email === stored.calendar.owner) continue;
    const calendar = world.calendars.get(account.email);
    if (calendar) propagateTo(world, stored, account, calendar);
  }
  for (const exception of exceptionsOf(stored)) propagate(world, exception);
}

function propagateTo(world: World, stored: Stored, account: Account, calendar: CalendarState): void {
  const invited = stored.data.attendees.some(({ email }) => email === account.email);
  const copy = copyOn(calendar, stored);
  if (!copy) {
    const master = stored.exception ? calendar.events.get(stored.exception.masterId) : undefined;
    const gone = !invited || stored.data.status === 'cancelled';
    if (gone && !(master && master.data.status !== 'cancelled')) return;
    const made = addStored(
      world,
      calendar,
      { ...stored.data, private: {}, reminders: undefined, colorId: undefined },
      {
        id: stored.id,
        iCalUID: stored.iCalUID,
        organizer: stored.organizer,
        exception: stored.exception,
        own: { ...stored.own, private: {} },
      },
    );
    made.creator = stored.creator;
    made.said = sharedOf(stored.data);
    made.sequence = stored.sequence;
    if (gone) cancel(world, made);
    return;
  }
  if (copy.iCalUID !== stored.iCalUID && stored.exception)
    handOver(calendar, copy, stored.exception, stored.iCalUID);
  if (!invited || stored.data.status === 'cancelled') {
    copy.said = {};
    if (copy.data.status !== 'cancelled') cancel(world, copy);
    return;
  }
  const shared = sharedOf(stored.data);
  const differs = (a: Partial<Data>, b: Partial<Data>) => (key: keyof Data) =>
    JSON.stringify(a[key]) !== JSON.stringify(b[key]);
  const news = SHARED_KEYS.filter(differs(shared, copy.said)).filter(differs(shared, copy.data));
  copy.said = shared;
  if (news.length > 0) change(world, copy, Object.fromEntries(news.map((key) => [key, shared[key]])));
}

/** A guest's exception has the same id; both belong to the same date. */
function copyOn(calendar: CalendarState, stored: Stored): Stored | undefined {
  const found = calendar.events.get(stored.id);
  if (!found || !stored.exception || !found.exception) return found;
  return sameWhen(found.exception.original, stored.exception.original) ? found : undefined;
}

/** After a split, a guest's exception goes over to the new series too. */
function handOver(
  calendar: CalendarState,
  copy: Stored,
  exception: NonNullable<Stored['exception']>,
  uid: string,
): void {
  if (copy.exception) calendar.exceptions.get(copy.exception.masterId)?.delete(copy);
  copy.exception = exception;
  copy.iCalUID = uid;
  const known = calendar.exceptions.get(exception.masterId) ?? new Set();
  calendar.exceptions.set(exception.masterId, known.add(copy));
}

/** A guest's answer: it stands in every copy. */
export function respond(
  world: World,
  stored: Stored,
  email: string,
  response: Attendee['responseStatus'],
): void {
  const source = organizerCopy(world, stored) ?? stored;
  const attendees = source.data.attendees.map((one) =>
    one.email === email ? { ...one, responseStatus: response } : one,
  );
  change(world, source, { attendees });
  propagate(world, source);
}

/**
 * A change by whoever owns this copy. The organiser's is everybody's, also by the hand of a guest who may modify; a
 * guest's own stays on the own copy, except for the answer and for shared properties, which all attendees may edit
 * (https://developers.google.com/workspace/calendar/api/guides/extended-properties).
 */
export function changeByOwner(world: World, stored: Stored, changes: Partial<Data>): void {
  if (isOrganizer(stored)) {
    change(world, stored, changes);
    propagate(world, stored);
    return;
  }
  const source = organizerCopy(world, stored);
  if (!source) {
    change(world, stored, changes);
    return;
  }
  const isShared = (key: string) => SHARED_KEYS.some((known) => known === key);
  const pick = (keep: (key: string) => boolean): Partial<Data> =>
    Object.fromEntries(Object.entries(changes).filter(([key]) => keep(key)));
  const me = stored.calendar.owner;
  const own = pick((key) =>
    stored.data.guestsCanModify ? !isShared(key) : key !== 'attendees' && key !== 'shared',
  );
  const forAll: Partial<Data> = stored.data.guestsCanModify
    ? pick(isShared)
    : pick((key) => key === 'shared');
  if (!stored.data.guestsCanModify) {
    const mine = changes.attendees?.find(({ email }) => email === me);
    if (mine)
      forAll.attendees = source.data.attendees.map((one) => (one.email === me ? { ...one, ...mine } : one));
  }
  if (Object.keys(own).length > 0) change(world, stored, own);
  if (Object.keys(forAll).length === 0) return;
  change(world, source, forAll);
  propagate(world, source);
}

/** Deletes an event as its calendar's owner does: the organiser for all, a guest the own copy, which says no. */
export function cancelByOwner(world: World, stored: Stored): void {
  if (!isOrganizer(stored) && organizerCopy(world, stored))
    respond(world, stored, stored.calendar.owner, 'declined');
  cancel(world, stored);
  propagate(world, stored);
}

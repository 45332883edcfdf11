import { originalStarts } from './expand.ts';
import { propagate } from './guests.ts';
import type { CalendarState, Data, Stored, When } from './types.ts';
import { endAfter, lengthOf, sameWhen, stamp, wallOf } from './when.ts';
import type { World } from './world.ts';

/** Data with all the defaults of a new event. */
export function newData(given: Partial<Data> & Pick<Data, 'start' | 'end'>): Data {
  return {
    status: 'confirmed',
    attendees: [],
    shared: {},
    private: {},
    guestsCanModify: false,
    guestsCanInviteOthers: true,
    guestsCanSeeOtherGuests: true,
    ...given,
  };
}

/** Marks a change: a new revision, a new etag, a new `updated`. */
export function touch(world: World, stored: Stored): void {
  stored.calendar.revision++;
  stored.revision = stored.calendar.revision;
  stored.updated = world.now();
}

interface Adding {
  id: string;
  iCalUID?: string;
  organizer?: Stored['organizer'];
  exception?: Stored['exception'];
  own?: Partial<Data>;
}

/** Puts a new event on one calendar; guests' copies are `propagate`'s. */
export function addStored(world: World, calendar: CalendarState, data: Data, adding: Adding): Stored {
  const owner = world.accounts.get(calendar.owner);
  const secondary = calendar.primary ? null : { email: calendar.id, displayName: calendar.summary };
  const stored: Stored = {
    id: adding.id,
    calendar,
    order: calendar.events.size + 1,
    revision: 0,
    iCalUID: adding.iCalUID ?? `${adding.id}@google.com`,
    organizer: adding.organizer ?? secondary ?? { email: owner?.email ?? calendar.owner },
    creator: calendar.owner,
    created: world.now(),
    updated: world.now(),
    sequence: 0,
    data,
    exception: adding.exception ?? null,
    own: adding.own ?? {},
    said: {},
    past: [],
  };
  touch(world, stored);
  calendar.events.set(stored.id, stored);
  if (stored.exception) {
    const { masterId } = stored.exception;
    const known = calendar.exceptions.get(masterId) ?? new Set();
    calendar.exceptions.set(masterId, known.add(stored));
  }
  return stored;
}

/** The exceptions of a master, in order of their making. */
export function exceptionsOf(master: Stored): Stored[] {
  return [...(master.calendar.exceptions.get(master.id) ?? [])];
}

const TIMES = ['start', 'end', 'recurrence'] as const;

/** Changes one copy of an event; exceptions of a master take on what they do not say themselves. */
export function change(world: World, stored: Stored, changes: Partial<Data>): void {
  const before = stored.data;
  stored.data = { ...before, ...changes };
  if (stored.exception) stored.own = { ...stored.own, ...changes };
  const moved = TIMES.some(
    (key) => key in changes && JSON.stringify(before[key]) !== JSON.stringify(changes[key]),
  );
  if (moved) stored.sequence++;
  if (moved && before.recurrence)
    stored.past.push({
      until: stored.calendar.revision,
      start: before.start,
      end: before.end,
      recurrence: before.recurrence,
    });
  touch(world, stored);
  for (const exception of exceptionsOf(stored)) {
    const original = exception.exception?.original;
    if (!original) continue;
    if (moved && exception.data.status !== 'cancelled' && !hasDate(stored.data, original)) {
      exception.own = { status: 'cancelled' };
    }
    const next = { ...instanceData(stored, original), ...exception.own };
    if (JSON.stringify(next) === JSON.stringify(exception.data)) continue;
    exception.data = next;
    touch(world, exception);
  }
}

/** Whether a series has this date by its rules. */
export function hasDate(data: Data, original: When): boolean {
  const at = wallOf(original);
  return originalStarts(data, at, at).some((start) => sameWhen(start, original));
}

/** What one date of a series says when nothing was changed about it. */
export function instanceData(master: Stored, original: When): Data {
  const { recurrence: _rule, ...rest } = master.data;
  return { ...rest, start: original, end: endAfter(original, lengthOf(master.data.start, master.data.end)) };
}

/** Google's id of one date of a series. An exception keeps the part before a split's `_R…` (github.com/odoo/odoo/pull/120798). */
export function instanceId(masterId: string, original: When, exception: boolean): string {
  return `${exception ? masterId.replace(/_R\d{8}(T\d{6})?$/, '') : masterId}_${stamp(original)}`;
}

/** The exception for one date of a series, made when there is none yet. */
export function exceptionFor(world: World, master: Stored, original: When): Stored {
  const known = exceptionsOf(master).find(
    ({ exception }) => exception && sameWhen(exception.original, original),
  );
  if (known) return known;
  const stored = addStored(world, master.calendar, instanceData(master, original), {
    id: instanceId(master.id, original, true),
    iCalUID: master.iCalUID,
    organizer: master.organizer,
    exception: { masterId: master.id, original },
  });
  stored.creator = master.creator;
  stored.created = master.created;
  return stored;
}

/** Deletes a single event, a series, or one date of it. What remains is thin, as Google promises no more. */
export function cancel(world: World, stored: Stored): void {
  stored.data = { ...stored.data, status: 'cancelled' };
  if (stored.exception) stored.own = { ...stored.own, status: 'cancelled' };
  touch(world, stored);
  for (const exception of exceptionsOf(stored)) touch(world, exception);
}

/**
 * "This and following": the series ends before `original`, and a new one, with the suffix `_R…`, goes on from there
 * with `changes`. Exceptions of later dates go over to it. Gives the new master. Throws for the first date: what
 * follows it is the whole series, and a new one would have the id of a series that had begun with a split already.
 */
export function split(world: World, master: Stored, original: When, changes: Partial<Data> = {}): Stored {
  const rules = master.data.recurrence ?? [];
  const before = master.data;
  const cut = stamp('at' in original ? { at: original.at - 1000, zone: original.zone } : dayBefore(original));
  const earlier = originalStarts(before, 0, wallOf(original)).filter(
    (start) => wallOf(start) < wallOf(original),
  );
  if (earlier.length === 0)
    throw new Error(`no date before ${stamp(original)} to split from: change the series`);
  const ended = rules.map((line) =>
    /^RRULE/i.test(line) ? `${line.replace(/;(UNTIL|COUNT)=[^;]*/gi, '')};UNTIL=${cut}` : line,
  );
  const goesOn = rules.map((line) =>
    line.replace(/COUNT=(\d+)/i, (_all, count: string) => `COUNT=${Number(count) - earlier.length}`),
  );
  const suffix = `_R${stamp(original).replace('Z', '')}`;
  const base = master.id.replace(/_R\d{8}(T\d{6})?$/, '');
  const later = exceptionsOf(master).filter(
    ({ exception }) => exception && wallOf(exception.original) >= wallOf(original),
  );
  const known = master.calendar.exceptions.get(master.id);
  for (const exception of later) known?.delete(exception);
  change(world, master, { recurrence: ended });
  const next = addStored(
    world,
    master.calendar,
    { ...before, ...instanceData(master, original), recurrence: goesOn, ...changes },
    { id: `${base}${suffix}`, iCalUID: `${base}${suffix}@google.com`, organizer: master.organizer },
  );
  const keep = new Set<Stored>();
  for (const exception of later) {
    if (!exception.exception) continue;
    exception.exception = { ...exception.exception, masterId: next.id };
    exception.iCalUID = next.iCalUID;
    exception.data = { ...instanceData(next, exception.exception.original), ...exception.own };
    keep.add(exception);
    touch(world, exception);
  }
  if (keep.size > 0) master.calendar.exceptions.set(next.id, keep);
  // First the new series, so that guests' exceptions are handed over before the old one ends.
  propagate(world, next);
  propagate(world, master);
  return next;
}

function dayBefore(day: { date: string }): When {
  return { date: new Date(Date.parse(`${day.date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) };
}

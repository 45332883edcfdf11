import { type Change, readChange } from './change.ts';
import { extensionsOf, fullEvent, type Preferences, type SentEvent, sentExtension } from './event-view.ts';
import { readExtension } from './extensions.ts';
import { callOff, mailGuests } from './guests.ts';
import { etag, eventId, findEvent, type Pointed } from './ids.ts';
import {
  contentOf,
  endOf,
  hasDate,
  newCore,
  newGlobalId,
  removeItem,
  replaceItem,
  startOf,
  withException,
  withoutDate,
} from './mailbox.ts';
import { badProperty, GraphProblem, notFound } from './problem.ts';
import { expandedExtension, select } from './query.ts';
import { checkRecurrence, dayOf, originalStarts } from './recurrence.ts';
import { EVENT } from './shapes.ts';
import type { Account, Content, Item, Mailbox, StoredCalendar, World } from './state.ts';

/** Finds an event by id; a date that was taken out of its series is not there. */
export function pointedAt(mailbox: Mailbox, id: string): Pointed {
  const pointed = findEvent(mailbox, id);
  const { item, original } = pointed;
  if (original !== null && !item.exceptions.has(original) && !hasDate(item, original)) throw notFound();
  return pointed;
}

/** An event as an answer holds it: with the extension that was asked for, and only the properties chosen. */
export function sendEvent(
  item: Item,
  original: number | null,
  query: ReadonlyMap<string, string>,
  prefer: Preferences,
): Partial<SentEvent> {
  const event = fullEvent(item, original, prefer);
  const name = expandedExtension(query);
  const found = name === null ? undefined : extensionsOf(item, original).get(name);
  if (name !== null && found) event.extensions = [sentExtension(name, found)];
  return select(event, query, EVENT, 'event');
}

/** 412 when the request holds another etag than the event's. */
export function checkMatch(item: Item, ifMatch: string | null): void {
  if (ifMatch === null || ifMatch === '*') return;
  if (ifMatch.split(',').some((one) => one.trim() === etag(item))) return;
  throw new GraphProblem(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

const EMPTY: Omit<Content, 'start' | 'end'> = {
  subject: '',
  body: { contentType: 'html', content: '' },
  isAllDay: false,
  location: '',
  attendees: [],
  categories: [],
  importance: 'normal',
  sensitivity: 'normal',
  showAs: 'busy',
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  responseRequested: true,
  hideAttendees: false,
  allowNewTimeProposals: true,
  joinUrl: null,
  response: 'organizer',
  isCancelled: false,
};

export function createEvent(
  world: World,
  account: Account,
  calendar: StoredCalendar,
  body: Readonly<Record<string, unknown>>,
): Item {
  const change = readChange(world, account, body, null);
  const { start, end } = change.content;
  if (!start || !end) throw badProperty('An event needs start and end.');
  if (change.recurrence) checkRecurrence(change.recurrence, start.wall);
  const extensions = new Map(
    (Array.isArray(body.extensions) ? body.extensions : []).map((one) =>
      readExtension(world, account.mailbox, one),
    ),
  );
  const item = replaceItem(world, account.mailbox, {
    core: newCore(world, account.mailbox),
    calendarId: calendar.id,
    created: world.now(),
    globalId: newGlobalId(world.next()),
    moves: 0,
    content: { ...EMPTY, ...change.content, start, end },
    organizer: { name: account.name, address: account.email },
    isOrganizer: true,
    recurrence: change.recurrence ?? null,
    exceptions: new Map(),
    cancelled: new Set(),
    extensions,
  });
  mailGuests(world, null, item, null, change.named);
  return item;
}

/** Changes an event or one date of a series. The same serves requests and what people do in Outlook itself. */
export function updateEvent(
  world: World,
  account: Account,
  { item, original }: Pointed,
  body: Readonly<Record<string, unknown>>,
  free: boolean,
): Item {
  const before = contentOf(item, original);
  const change = readChange(world, account, body, before);
  if (original !== null) {
    if (change.recurrence !== undefined)
      throw badProperty('A date of a series has no recurrence of its own.');
    if (!free) keepInOrder(item, original, change.content);
    const made = replaceItem(
      world,
      account.mailbox,
      withException(item, original, { change: change.content }),
    );
    mailGuests(world, before, made, original, change.named);
    return made;
  }
  const made = replaceItem(world, account.mailbox, changeWhole(item, change));
  mailGuests(world, before, made, null, change.named);
  return made;
}

/** A new time or rule of a series makes it anew: dates that differed or were taken out are as the rule says. */
function changeWhole(item: Item, change: Change): Item {
  const content = { ...item.content, ...change.content };
  const recurrence = change.recurrence === undefined ? item.recurrence : change.recurrence;
  if (recurrence) {
    if (change.recurrence) checkRecurrence(recurrence, content.start.wall);
    else if (dayOf(content.start.wall) !== dayOf(item.content.start.wall))
      throw badProperty('The recurrence range must start on the day of the event.');
  }
  const moved = startOf(content) !== startOf(item.content) || endOf(content) !== endOf(item.content);
  const anew = moved || change.recurrence !== undefined;
  return {
    ...item,
    content,
    recurrence,
    ...(anew ? { exceptions: new Map(), cancelled: new Set() } : {}),
  };
}

/** A date of a series cannot be moved to or past the day of its neighbours (event-update, "Response"). */
function keepInOrder(item: Item, original: number, change: Partial<Content>): void {
  if (!change.start) return;
  const span = 400 * 86_400_000;
  const dates = originalStarts(item, original - span, original + span);
  const at = dates.indexOf(original);
  const dayAt = (index: number) => {
    const date = dates[index];
    return date === undefined ? null : dayOf(contentOf(item, date).start.wall);
  };
  const day = dayOf(change.start.wall);
  const earlier = at > 0 ? dayAt(at - 1) : null;
  const later = dayAt(at + 1);
  if ((earlier !== null && day <= earlier) || (later !== null && day >= later))
    throw new GraphProblem(
      400,
      'ErrorOccurrenceCrossingBoundary',
      'Modified occurrence is crossing or overlapping adjacent occurrence.',
    );
}

/** Deletes an event, or takes one date out of its series. What the organiser deletes is called off for the guests. */
export function deleteEvent(world: World, account: Account, { item, original }: Pointed): void {
  if (original === null) {
    callOff(world, item);
    removeItem(account.mailbox, item);
    return;
  }
  const made = replaceItem(world, account.mailbox, withoutDate(item, original));
  mailGuests(world, item.content, made, null, ['recurrence']);
}

/** Puts an event into another calendar of the mailbox; its mutable id changes. */
export function moveToCalendar(world: World, account: Account, item: Item, calendarId: string): Item {
  return replaceItem(world, account.mailbox, { ...item, calendarId, moves: item.moves + 1 });
}

export const idOf = (item: Item, original: number | null = null): string => eventId(item, original, false);

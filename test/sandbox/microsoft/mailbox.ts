import { lengthOf, originalStarts } from './recurrence.ts';
import { type Content, type Exception, type Item, type Mailbox, opaque, type World } from './state.ts';
import { atZone, toUtc } from './zones.ts';

/** Stores a new state of an item; everything that changes goes through here. */
export function replaceItem(world: World, mailbox: Mailbox, item: Omit<Item, 'version' | 'modified'>): Item {
  mailbox.version++;
  const before = mailbox.items.get(item.core);
  const made: Item = { ...item, version: mailbox.version, modified: world.now() };
  mailbox.items.set(made.core, made);
  for (const calendarId of new Set([made.calendarId, before?.calendarId])) {
    const calendar = calendarId === undefined ? undefined : mailbox.calendars.get(calendarId);
    if (calendar) calendar.version = mailbox.version;
  }
  return made;
}

export function removeItem(mailbox: Mailbox, item: Item): void {
  mailbox.version++;
  mailbox.items.delete(item.core);
  mailbox.gone.push({ ...item, version: mailbox.version });
  const calendar = mailbox.calendars.get(item.calendarId);
  if (calendar) calendar.version = mailbox.version;
}

export function newCore(world: World, mailbox: Mailbox): string {
  const number = world.next();
  return `${opaque(`${mailbox.email} ${number}`, 22)}${number.toString(36)}Z`;
}

export function newGlobalId(number: number): string {
  return `${number.toString(16).toUpperCase().padStart(16, '0')}000000000000000010000000${'0'.repeat(8)}`;
}

/** One date of a series as it stands: the series' own content at that date, and over it what was changed. */
export function contentAt(item: Item, original: number): Content {
  const { content } = item;
  const start = atZone(original, content.start.zone);
  const end = { wall: start.wall + lengthOf(item), zone: content.end.zone };
  return { ...content, start, end, ...item.exceptions.get(original)?.change };
}

export function contentOf(item: Item, original: number | null): Content {
  return original === null ? item.content : contentAt(item, original);
}

/** Whether an original start is one of the series' dates that are still there. */
export function hasDate(item: Item, original: number): boolean {
  return originalStarts(item, original, original).length > 0;
}

export const startOf = (content: Content): number => toUtc(content.start);
export const endOf = (content: Content): number => toUtc(content.end);

const overlaps = (content: Content, from: number, to: number) =>
  startOf(content) < to && endOf(content) > from;

/** The original starts of a series' dates that touch a window, moved ones where they stand now. */
export function datesIn(item: Item, from: number, to: number): number[] {
  const plain = originalStarts(item, from - Math.max(0, lengthOf(item)), to).filter(
    (original) => !item.exceptions.has(original) && overlaps(contentAt(item, original), from, to),
  );
  const moved = [...item.exceptions.keys()].filter((original) =>
    overlaps(contentAt(item, original), from, to),
  );
  return [...plain, ...moved].sort((a, b) => a - b);
}

export function isInWindow(item: Item, from: number, to: number): boolean {
  return item.recurrence ? datesIn(item, from, to).length > 0 : overlaps(item.content, from, to);
}

/** An item with one date changed. What equals the series is no difference, so an empty change makes an exception too. */
export function withException(item: Item, original: number, change: Partial<Exception>): Item {
  const exceptions = new Map(item.exceptions);
  const before = exceptions.get(original) ?? { change: {}, extensions: new Map() };
  exceptions.set(original, {
    change: { ...before.change, ...change.change },
    extensions: change.extensions ?? before.extensions,
  });
  return { ...item, exceptions };
}

/** An item without one of its dates. */
export function withoutDate(item: Item, original: number): Item {
  const exceptions = new Map(item.exceptions);
  exceptions.delete(original);
  return { ...item, exceptions, cancelled: new Set([...item.cancelled, original]) };
}

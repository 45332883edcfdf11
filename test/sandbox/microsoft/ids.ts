import { notFound } from './problem.ts';
import { type Item, type Mailbox, opaque } from './state.ts';

/** An event as an id points at it: an item, or one date of it. */
export interface Pointed {
  item: Item;
  /** Original start, UTC ms; null for the item itself. */
  original: number | null;
}

const BEFORE = { plain: 'AAMkADk', immutable: 'AAkALgAA' } as const;

/**
 * The id of an item or of one date of it. The plain one changes when the item goes to another calendar, the immutable
 * one (asked for by `Prefer: IdType="ImmutableId"`) does not.
 */
export function eventId(item: Item, original: number | null, immutable: boolean): string {
  const date = original === null ? '' : `-${(original / 60_000).toString(36)}`;
  const kind = immutable ? BEFORE.immutable : `${BEFORE.plain}${opaque(`moved ${item.moves}`, 3)}`;
  return `${kind}${item.core}${date}AAA=`;
}

/** What an id stands for in this mailbox; 404 when nothing, also for an id that an item had before it moved. */
export function findEvent(mailbox: Mailbox, id: string): Pointed {
  const found = /^(AAMkADk(\w{3})|AAkALgAA)(\w+?)(?:-([0-9a-z]+))?AAA=$/.exec(id);
  const item = found ? mailbox.items.get(found[3] ?? '') : undefined;
  if (!found || !item) throw notFound();
  if (found[2] && found[2] !== opaque(`moved ${item.moves}`, 3)) throw notFound();
  if (found[4] === undefined) return { item, original: null };
  return { item, original: Number.parseInt(found[4], 36) * 60_000 };
}

/** The change key of an item's version, and the etag that is made of it. */
export function changeKey(item: Item): string {
  return `${opaque(item.core, 16)}${btoa(String(item.version).padStart(9, '0'))}==`;
}

export function etag(item: Item): string {
  return `W/"${changeKey(item)}"`;
}

/** The iCalendar UID: one for the series, another for each of its dates, which carries the date within. */
export function iCalUId(item: Item, original: number | null): string {
  const head = '040000008200E00074C5B7101A82E008';
  const two = (value: number, width: number) => value.toString(16).toUpperCase().padStart(width, '0');
  let date = '00000000';
  if (original !== null) {
    const day = new Date(original);
    date = `${two(day.getUTCFullYear(), 4)}${two(day.getUTCMonth() + 1, 2)}${two(day.getUTCDate(), 2)}`;
  }
  return `${head}${date}${item.globalId}`;
}

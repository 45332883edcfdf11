import { seriesKey } from '../ics/uid.ts';
import type { EventBucket } from './calendar-row.ts';
import type { RemoteEvent } from './provider.ts';
import { storedKey } from './stored-key.ts';

/**
 * How many rows the events of a calendar are spread over. A row is read and written as a whole, and each costs about
 * as much as a hundred events in it: 64 keep ten thousand events to 64 writes, and a change to one of some 150 events.
 */
export const BUCKETS = 64;

/** The event that a date hangs on: its master, known or not, or itself. */
export const rootOf = (event: RemoteEvent): string => event.masterId ?? event.id;

/**
 * The bucket of a root or of one of its dates. Google writes a split (`_R20261105T170000`) and a date
 * (`_20261105T170000Z`) behind the id, so there all parts of a series are found by any of their ids.
 */
export const bucketOf = (id: string): number => hash(id.replace(/(?:_R?\d{8}(?:T\d{6}Z?)?)+$/, '')) % BUCKETS;

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}

/** The key of the series that events of one root belong to: the master's where it is known. */
export function keyOfRoot(root: string, events: Iterable<RemoteEvent>): string {
  let uid = '';
  for (const event of events) {
    if (event.id === root) return storedKey(seriesKey(event.uid || root, null));
    uid ||= event.uid;
  }
  return storedKey(seriesKey(uid || root, null));
}

/** Where a series lies whose UID is made of its id, as Google's are. */
export const bucketOfKey = (key: string): number => bucketOf(key.replace(/@google\.com$/i, ''));

/** A key as the index over all calendars has it. */
export const indexKey = (calendarId: string, key: string): string => `${calendarId}\n${key}`;

/** Events by root. */
export type Roots = ReadonlyMap<string, readonly RemoteEvent[]>;

/** Events that come and go. */
export class EventSet {
  readonly roots = new Map<string, RemoteEvent[]>();
  /** On what each event hangs. */
  readonly #rootById = new Map<string, string>();

  constructor(events: Iterable<RemoteEvent> = []) {
    for (const event of events) this.put(event);
  }

  /**
   * Puts an event in the place of what was known under its id, also where that hung on another root: Google hands a
   * date on to the later part of a split series. A single event has no dates any more, if it had. Returns the roots
   * it changed.
   */
  put(event: RemoteEvent): string[] {
    const root = rootOf(event);
    const before = this.#rootById.get(event.id);
    const changed = before !== undefined && before !== root ? this.remove(event.id) : [];
    if (event.kind === 'single') this.#drop(root);
    const own = this.roots.get(root);
    const at = own && before === root ? own.findIndex((one) => one.id === event.id) : -1;
    if (!own) this.roots.set(root, [event]);
    else if (at >= 0) own[at] = event;
    else own.push(event);
    this.#rootById.set(event.id, root);
    changed.push(root);
    return changed;
  }

  /** Takes an event out; a master takes its dates along. Returns the roots it changed. */
  remove(id: string): string[] {
    if (this.#drop(id)) return [id];
    const root = this.#rootById.get(id);
    const own = root === undefined ? undefined : this.roots.get(root);
    if (root === undefined || !own) return [];
    this.#rootById.delete(id);
    const left = own.filter((one) => one.id !== id);
    if (left.length > 0) this.roots.set(root, left);
    else this.roots.delete(root);
    return [root];
  }

  #drop(root: string): boolean {
    const own = this.roots.get(root);
    if (!own) return false;
    for (const { id } of own) this.#rootById.delete(id);
    return this.roots.delete(root);
  }
}

/** Where the events of a root lie. */
export interface Place {
  /** Of the series they belong to. */
  key: string;
  bucket: number;
  /** Whether the key alone tells that bucket. */
  isTold: boolean;
}

export function placeOf(root: string, events: Iterable<RemoteEvent>): Place {
  const key = keyOfRoot(root, events);
  const bucket = bucketOf(root);
  return { key, bucket, isTold: bucketOfKey(key) === bucket };
}

/** The text of a bucket without events. */
export const NO_EVENTS = '[]';

/**
 * The rows of `numbers` for the events in `roots`; one without events has none and is to be deleted. `known` says where
 * a root lies, and what the text of events is, where that was worked out before.
 */
export function toBuckets(
  calendarId: string,
  roots: Roots,
  numbers: Iterable<number>,
  known: { placeOf(root: string): Place | undefined; toText(events: readonly RemoteEvent[]): string } = {
    placeOf: () => undefined,
    toText: JSON.stringify,
  },
): EventBucket[] {
  const wanted = new Map(
    [...numbers].map((bucket) => [bucket, { events: [] as RemoteEvent[], keys: new Set<string>() }]),
  );
  for (const [root, events] of roots) {
    const place = known.placeOf(root) ?? placeOf(root, events);
    const bucket = wanted.get(place.bucket);
    if (!bucket) continue;
    bucket.events.push(...events);
    // Ten thousand entries in an index cost more than all the rest, so it has what is found in no other way.
    if (!place.isTold) bucket.keys.add(indexKey(calendarId, place.key));
  }
  return [...wanted].map(([bucket, { events, keys }]) => ({
    calendarId,
    bucket,
    json: known.toText(events),
    keys: [...keys],
  }));
}

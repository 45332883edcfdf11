import type { Series } from '../event.ts';
import { EventSet, type Place, placeOf, type Roots } from './buckets.ts';
import type { RemoteEvent } from './provider.ts';
import { type SeriesOptions, seriesOf } from './series-of.ts';

/** What a page brings, and what went. */
export interface Changes {
  events: readonly RemoteEvent[];
  removed: readonly string[];
}

/** Takes out what is gone, then puts in what there is. Returns the roots that may have changed. */
export function applyPage(events: EventSet, page: Changes): Set<string> {
  const removed = page.removed.flatMap((id) => events.remove(id));
  return new Set([...removed, ...page.events.flatMap((event) => events.put(event))]);
}

/**
 * A calendar that is being read from the beginning, page by page. What the pages so far make can be worked out while
 * the next one is on its way, so that little is left to do when the last has come.
 */
export class Reading {
  readonly #options: Omit<SeriesOptions, 'key'>;
  readonly #events = new EventSet();
  readonly #places = new Map<string, Place>();
  readonly #rootsByKey = new Map<string, string[]>();
  readonly #made = new Map<string, Series | null>();
  /** Keys of which something changed since they were made. */
  readonly #waiting = new Set<string>();
  readonly #texts = new Map<RemoteEvent, string>();

  constructor(options: Omit<SeriesOptions, 'key'>) {
    this.#options = options;
  }

  get roots(): Roots {
    return this.#events.roots;
  }

  get keys(): Iterable<string> {
    return this.#rootsByKey.keys();
  }

  placeOf(root: string): Place | undefined {
    return this.#places.get(root);
  }

  /** Takes a page in. Returns the keys of series that it may have changed. */
  add(page: Changes): Set<string> {
    const keys = new Set<string>();
    for (const root of applyPage(this.#events, page)) {
      const before = this.#places.get(root)?.key;
      const events = this.roots.get(root);
      const after = events && placeOf(root, events);
      if (before !== undefined) keys.add(before);
      if (before !== undefined && before !== after?.key) this.#leave(root, before);
      if (after) this.#join(root, after);
      if (after) keys.add(after.key);
    }
    return keys;
  }

  #leave(root: string, key: string): void {
    this.#places.delete(root);
    this.#touch(key);
    const left = this.#rootsByKey.get(key)?.filter((one) => one !== root) ?? [];
    if (left.length > 0) this.#rootsByKey.set(key, left);
    else this.#rootsByKey.delete(key);
  }

  #join(root: string, place: Place): void {
    this.#places.set(root, place);
    this.#touch(place.key);
    const roots = this.#rootsByKey.get(place.key);
    if (!roots) this.#rootsByKey.set(place.key, [root]);
    else if (!roots.includes(root)) roots.push(root);
  }

  #touch(key: string): void {
    this.#made.delete(key);
    this.#waiting.add(key);
  }

  /** Makes what there is so far, and returns what is new. What a later page changes is made anew. */
  prepare(): Series[] {
    const made = [...this.#waiting].flatMap((key) => this.series(key) ?? []);
    this.#waiting.clear();
    return made;
  }

  /** Some of its events as JSON; each is written once, for its page and for its place in the end. */
  toText(events: readonly RemoteEvent[]): string {
    const texts = events.map((event) => {
      const known = this.#texts.get(event);
      if (known !== undefined) return known;
      const text = JSON.stringify(event);
      this.#texts.set(event, text);
      return text;
    });
    return `[${texts.join(',')}]`;
  }

  /** The series of a key by the pages so far; null when nothing of it touches the window. */
  series(key: string): Series | null {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const roots = this.#rootsByKey.get(key) ?? [];
    const events = roots.flatMap((root) => this.roots.get(root) ?? []);
    const series = seriesOf(events, { ...this.#options, key });
    this.#made.set(key, series);
    return series;
  }

  /** All that touch the window. */
  all(): Series[] {
    return [...this.keys].flatMap((key) => this.series(key) ?? []);
  }
}

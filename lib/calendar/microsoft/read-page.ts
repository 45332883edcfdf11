import type { RemoteEvent } from '../sync/provider.ts';
import { type Json, listOf, objectOf, textOf } from './json.ts';
import { readEvent } from './read-event.ts';

/** An answer of Graph's delta, sorted into kinds. */
export interface Sorted {
  singles: RemoteEvent[];
  masters: RemoteEvent[];
  /** Dates of series, as they came: they need their master to be read. */
  dates: { masterId: string; plain: boolean; event: Json }[];
  removed: string[];
}

/** Sorts the entries of a page; what has no id or no time is passed over. */
export function sortPage(value: unknown): Sorted {
  const sorted: Sorted = { singles: [], masters: [], dates: [], removed: [] };
  for (const entry of listOf(value)) {
    const event = objectOf(entry);
    const id = textOf(event.id);
    if (id === '') continue;
    if (event['@removed'] !== undefined) {
      sorted.removed.push(id);
      continue;
    }
    const masterId = textOf(event.seriesMasterId);
    if (masterId !== '') {
      sorted.dates.push({ masterId, plain: textOf(event.type) === 'occurrence', event });
      continue;
    }
    const read = readEvent(event, null);
    if (read) (read.kind === 'master' ? sorted.masters : sorted.singles).push(read);
  }
  return sorted;
}

/**
 * Reads dates of series with what their masters say; one whose master is not there is left out. A plain date, of which
 * Graph gives the times only, does not carry the long parts of its master again: there may be hundreds of them.
 */
export function readDates(
  dates: Sorted['dates'],
  masterOf: (masterId: string) => RemoteEvent | undefined,
): RemoteEvent[] {
  return dates.flatMap(({ masterId, plain, event }) => {
    const master = masterOf(masterId);
    const read = master ? readEvent(event, plain ? { ...master, ...LONG_PARTS } : master) : null;
    return read && master ? { ...read, masterId: master.id } : [];
  });
}

const LONG_PARTS = { description: '', location: '', guests: [], organizer: null, call: null } as const;

import type { Guest, Series } from './event.ts';

/** Longest pause between the last date before a split and the first one after it, in usual gaps of the series. */
const PAUSES = 3;
const DAY_MS = 86_400_000;

/**
 * Whether `newer` goes on what `older` was, after a calendar split a series ("this and following events"): Google
 * keeps the key, Outlook and Apple give a new UID.
 *
 * `same`: one key, or title, people and link all match and the older one has ended where the newer begins.
 * `ask`: two of the three match and the times adjoin; or all three match, but the two overlap or lie apart.
 * `no`: anything else. What both lack (no guests, no link) matches nothing and speaks against nothing.
 */
export function continues(older: Series, newer: Series): 'same' | 'ask' | 'no' {
  if (older.key === newer.key) return 'same';
  if (older.allDay !== newer.allDay || newer.start < older.start) return 'no';
  if (older.cadence.everyDays === 0 || newer.occurrences.length === 0) return 'no';
  const signs = [sameTitle(older, newer), samePeople(older, newer), sameLink(older, newer)];
  const matching = signs.filter((sign) => sign === 'yes').length;
  const against = signs.filter((sign) => sign === 'no').length;
  if (matching < 2) return 'no';
  const near = adjoins(older, newer);
  if (against === 0) return near && matching === 3 ? 'same' : near || matching === 3 ? 'ask' : 'no';
  return near ? 'ask' : 'no';
}

type Sign = 'yes' | 'no' | 'unknown';

function sameTitle(older: Series, newer: Series): Sign {
  const [a, b] = [words(older.title), words(newer.title)];
  if (a === '' && b === '') return 'unknown';
  return a === b ? 'yes' : 'no';
}

/** Letters and digits only, so that a dash, a case or "(new time)" in brackets does not make another title. */
function words(title: string): string {
  return title
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The same people: at least three quarters of all who are in either list, organisers included. One newcomer and one
 * who left are usual when a circle plans its next term.
 */
function samePeople(older: Series, newer: Series): Sign {
  const [a, b] = [people(older), people(newer)];
  if (a.size < 2 && b.size < 2) return 'unknown';
  const both = [...a].filter((person) => b.has(person)).length;
  return both / (a.size + b.size - both) >= 0.75 ? 'yes' : 'no';
}

function people(series: Series): Set<string> {
  const isPerson = (guest: Guest) => guest.kind === 'person';
  const all = [...series.guests.filter(isPerson), ...(series.organizer ? [series.organizer] : [])];
  return new Set(all.map((person) => person.email || person.name.toLowerCase()).filter((id) => id !== ''));
}

/** A room is a link too: the same place counts for a circle that meets in person. */
function sameLink(older: Series, newer: Series): Sign {
  if (older.call && newer.call) {
    return older.call.host === newer.call.host && older.call.code === newer.call.code ? 'yes' : 'no';
  }
  if (older.call || newer.call) return 'no';
  const [a, b] = [words(older.location), words(newer.location)];
  if (a === '' && b === '') return 'unknown';
  return a === b ? 'yes' : 'no';
}

/** Whether the newer one begins after the older one's last date, and not much later than the next would have been. */
function adjoins(older: Series, newer: Series): boolean {
  const held = older.occurrences.filter((one) => !one.cancelled);
  const last = held.at(-1)?.originalStart;
  if (last === undefined) return false;
  const gap = newer.start - last;
  return gap > 0 && gap <= PAUSES * Math.max(older.cadence.everyDays, newer.cadence.everyDays, 7) * DAY_MS;
}

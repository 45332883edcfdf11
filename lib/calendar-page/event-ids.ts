import { seriesKey } from '@/lib/calendar/ics/uid';
import { storedKey } from '@/lib/calendar/sync/stored-key';
import type { PageEvent } from '@/lib/platform/messages';

/** Under which names the calendars we have read may know an event that a page shows. */
export interface EventIds {
  /** Ids of the service itself, of this date and then of its series, for the rows of an account. */
  remote: readonly string[];
  /** Keys of series, for files and feeds. */
  keys: readonly string[];
  /** Start of this date by the rule, UTC ms, where its id says so. */
  originalStart: number | null;
}

/** Works the names out of the page's ids; nothing is looked up. */
export function eventIds({ site, eventId }: PageEvent): EventIds {
  switch (site) {
    case 'google':
      return googleIds(eventId);
    case 'outlook':
      // Outlook's page writes plain base64, its service the variant for addresses.
      return { remote: [toUrlSafe(eventId), eventId], keys: [], originalStart: null };
    default:
      return site satisfies never;
  }
}

/** One date of a Google series: the master's id, and its start by the rule in UTC. */
const INSTANCE = /^(\w+)_(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/;

function googleIds(eventId: string): EventIds {
  const [, master = eventId, year, month, day, hour, minute, second] = INSTANCE.exec(eventId) ?? [];
  const originalStart =
    hour === undefined
      ? null
      : Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const uids = [`${master}@google.com`, ...importedUid(master)];
  return {
    remote: [...new Set([eventId, master])],
    keys: uids.map((uid) => storedKey(seriesKey(uid, null))),
    originalStart,
  };
}

const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

/**
 * An event that came to Google from elsewhere has an underscore and the iCalendar UID in base32hex for its id. Widely
 * told, not in Google's reference: so it is one more name to try, and a wrong one matches nothing.
 */
function importedUid(id: string): string[] {
  const digits = id.startsWith('_') ? id.slice(1).replace(/_R\d{8}(?:T\d{6})?$/, '') : '';
  if (digits === '') return [];
  let text = '';
  let bits = 0;
  let held = 0;
  for (const digit of digits) {
    const value = BASE32HEX.indexOf(digit);
    if (value < 0) return [];
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    text += String.fromCharCode((held >> bits) & 0xff);
  }
  return /^[\x20-\x7e]+$/.test(text) ? [text] : [];
}

const toUrlSafe = (id: string): string => id.replaceAll('/', '-').replaceAll('+', '_');

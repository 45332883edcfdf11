/** Why a text is no address we read a calendar from. */
export const ADDRESS_PROBLEMS = ['empty', 'not-an-address', 'http', 'other-scheme', 'credentials'] as const;
export type AddressProblem = (typeof ADDRESS_PROBLEMS)[number];

export type FeedAddress = { ok: true; url: string; host: string } | { ok: false; reason: AddressProblem };

/** Far above what a server takes; a whole file pasted by mistake is not looked through. */
const LONGEST = 8_000;

/**
 * Reads what somebody typed or pasted as the address of a calendar feed. `webcal:` and `webcals:` are what calendars
 * write for "subscribe" and mean https. Plain http is refused: the address itself is the key to the calendar, and
 * would cross the network in the open.
 */
export function readFeedAddress(typed: string): FeedAddress {
  const text = typed.trim().replace(/^<(.*)>$/, '$1');
  if (text === '') return { ok: false, reason: 'empty' };
  if (text.length > LONGEST) return { ok: false, reason: 'not-an-address' };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  const written = scheme && !/^[^/]*\.[^/]*:\d/.test(text) ? text : `https://${text}`;
  const secure = written.replace(/^webcals?:\/*/i, 'https://');
  if (!URL.canParse(secure)) return { ok: false, reason: 'not-an-address' };
  const url = new URL(secure);
  if (url.protocol === 'http:') return { ok: false, reason: 'http' };
  if (url.protocol !== 'https:') return { ok: false, reason: 'other-scheme' };
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'credentials' };
  if (!/\./.test(url.hostname) && url.hostname !== 'localhost')
    return { ok: false, reason: 'not-an-address' };
  url.hash = '';
  return { ok: true, url: url.href, host: url.hostname };
}

/**
 * A feed's address as it may be shown: the host, and the last part of the path where that is an ordinary file name.
 * All between them, and the query, may be the key to the calendar.
 */
export function shortAddress(address: string): string {
  if (!URL.canParse(address)) return '…';
  const url = new URL(address);
  const last = url.pathname.split('/').at(-1) ?? '';
  const isPlain = /^[a-z-]{1,24}\.ics$/i.test(last);
  return isPlain ? `${url.host}/…/${last}` : `${url.host}/…`;
}

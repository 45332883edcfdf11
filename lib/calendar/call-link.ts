import { teamsCode } from '../call/teams/teams-code.ts';
import { CALL_ORIGINS } from '../platform/call-origins.ts';
import type { CallLink } from './event.ts';

/** Longer texts are not searched to the end: a link to join stands near the top. */
const SEARCHED = 40_000;
/** Not in the middle of another address, whether or not that one is written with its https. */
const ADDRESS = /(?<![\w/?=&%#.@-])https?:\/\/[^\s<>"'`\\^{}|]+/gi;
/** Written without https, as people do; not inside another address. */
const BARE_MEET = /(?:^|[\s(<["'>:])(meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3})(?![\w-])/gim;

/** What neither of them does without; most texts have no address at all. */
const HINT = /:\/\/|meet\.google\.com/i;

/**
 * The video call that is meant by what a calendar says about a meeting: the first address of a known host in the
 * first text that has one, so hand over the most telling text first. Addresses wrapped by a mail filter (Outlook
 * SafeLinks, Google's redirect, Proofpoint) are unwrapped. Hosts are compared as a whole; an address inside another
 * one's query does not count. Null when there is none.
 */
export function readCallLink(texts: readonly string[]): CallLink | null {
  for (const text of texts) {
    if (!HINT.test(text)) continue;
    const searched = text.slice(0, SEARCHED);
    for (const found of searched.matchAll(ADDRESS)) {
      const link = readAddress(found[0]);
      if (link) return link;
    }
    for (const found of searched.matchAll(BARE_MEET)) {
      const link = readAddress(`https://${found[1]}`);
      if (link) return link;
    }
  }
  return null;
}

function readAddress(written: string): CallLink | null {
  const url = unwrap(toUrl(written));
  if (!url) return null;
  const host = url.hostname;
  if (host === 'meet.google.com') return readMeet(url);
  if (isTeams(url)) return readTeams(url);
  if (/(?:^|\.)zoom\.(?:us|com)$|(?:^|\.)zoomgov\.com$/.test(host)) return readZoom(url);
  return isOtherCall(url) ? { host: 'other', code: `${url.origin}${url.pathname}`, url: url.href } : null;
}

/** An https address at its host's usual port and without a name before an `@`; null for anything else. */
function toUrl(written: string): URL | null {
  let end = written.length;
  while (end > 0 && '.,;:!?)]*'.includes(written.charAt(end - 1))) end--;
  const bare = written.slice(0, end).replaceAll(/&amp;/gi, '&');
  if (!URL.canParse(bare)) return null;
  const url = new URL(bare);
  if (url.protocol === 'http:') url.protocol = 'https:';
  // What a mail filter wraps may begin with anything: `javascript://meet.google.com/` has that host too.
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return isPlain ? url : null;
}

/** What a mail filter's address leads to; the address itself when it is none. */
function unwrap(start: URL | null): URL | null {
  let url = start;
  for (let times = 0; url && times < 4; times++) {
    const inner = wrapped(url);
    if (inner === null) return url;
    url = toUrl(inner);
  }
  return null;
}

function wrapped(url: URL): string | null {
  const host = url.hostname;
  if (/(?:^|\.)safelinks\.protection\.outlook\.com$/.test(host)) return url.searchParams.get('url');
  if (/^www\.google\.[a-z.]{2,6}$/.test(host) && url.pathname === '/url') {
    return url.searchParams.get('q') ?? url.searchParams.get('url');
  }
  if (host === 'urldefense.com' || host === 'urldefense.us') {
    return /^\/v3\/__(https?:\/\/?.+?)__;/.exec(url.pathname)?.[1]?.replace(/^(https?:\/)\/?/, '$1/') ?? null;
  }
  return null;
}

function readMeet(url: URL): CallLink | null {
  const code = /^\/([a-z]{3}-[a-z]{4}-[a-z]{3})(?:\/|$)/i.exec(url.pathname)?.[1]?.toLowerCase();
  return code ? { host: 'meet', code, url: url.href } : null;
}

const isTeams = ({ origin }: URL): boolean => CALL_ORIGINS.teams.some((one) => one === origin);

/** Read as the call's own page reads its address, so that the two always agree. */
function readTeams(url: URL): CallLink | null {
  const code = teamsCode(url);
  return code ? { host: 'teams', code, url: url.href } : null;
}

/** The code leaves out the query: a password in it may change while the room stays the same. */
function readZoom(url: URL): CallLink | null {
  if (!/^\/(?:(?:j|w|s)\/\d{9,12}|my\/[^/]+|wc\/(?:join\/)?\d{9,12})/.test(url.pathname)) return null;
  return { host: 'zoom', code: `${url.origin}${url.pathname.replace(/(?<!\/)\/+$/, '')}`, url: url.href };
}

/** Hosts whose every address with a path is a room. */
const ROOM_HOSTS =
  /^(?:(?:[\w-]+\.)?whereby\.com|meet\.jit\.si|8x8\.vc|framatalk\.org|kmeet\.infomaniak\.com|visio\.numerique\.gouv\.fr|meet\.goto\.com|app\.gotomeeting\.com|join\.skype\.com|chime\.aws|meet\.proton\.me)$/;

function isOtherCall(url: URL): boolean {
  if (ROOM_HOSTS.test(url.hostname)) return url.pathname.length > 1;
  if (/(?:^|\.)webex\.com$/.test(url.hostname))
    return /^\/(?:meet|join|[\w-]+\/j\.php|wbxmjs)\b/.test(url.pathname);
  return false;
}

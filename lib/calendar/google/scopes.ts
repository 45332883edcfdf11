import type { Access } from '../sync/provider.ts';

/** https://developers.google.com/workspace/calendar/api/auth: each is the least that does what is said. */
const CALENDAR = 'https://www.googleapis.com/auth/calendar';
/** Which calendars there are, so that a member can tick some. */
const LIST = `${CALENDAR}.calendarlist.readonly`;
const READ = `${CALENDAR}.events.readonly`;
/** Seeing and changing events; there is none for changing a single event only. */
const WRITE = `${CALENDAR}.events`;

/** What is asked for. `openid email profile` says who signed in: without it two accounts could be mixed up. */
export const scopesFor = (access: Access): string =>
  ['openid', 'email', 'profile', LIST, access === 'write' ? WRITE : READ].join(' ');

/**
 * What was granted, of a list with blanks between. Null when a right is missing without which nothing can be read:
 * on Google's page a member can leave out each one by itself.
 */
export function grantedAccess(scopes: string): Access | null {
  const granted = new Set(scopes.split(/[\s,]+/));
  const all = granted.has(CALENDAR);
  if (!all && !granted.has(LIST) && !granted.has(`${CALENDAR}.readonly`)) return null;
  if (all || granted.has(WRITE)) return 'write';
  return granted.has(READ) || granted.has(`${CALENDAR}.readonly`) ? 'read' : null;
}

import { locale } from './i18n.ts';

/** In the order they were wanted, so that the oldest goes first. */
const kept = new Map<string, unknown>();
/** More than all screens together want in one language. */
const MOST = 100;

/**
 * The one of this language and these options, made when it is first wanted. Making one takes the browser up to a hundred
 * times as long as using it, and what is thrown away it clears up while one scrolls.
 */
function keep<T>(kind: string, options: object | undefined, make: (tag: string) => T): T {
  const tag = locale();
  const key = `${kind} ${tag} ${JSON.stringify(options)}`;
  const known = kept.get(key);
  // Only what `make` gave for this kind is kept under it.
  if (known !== undefined) return known as T;
  const made = make(tag);
  if (kept.size >= MOST) for (const oldest of [...kept.keys()].slice(0, MOST / 2)) kept.delete(oldest);
  kept.set(key, made);
  return made;
}

/** Dates and times in the member's language; where no zone is named, in the zone the computer is in now. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const whole = { timeZone: Temporal.Now.timeZoneId(), ...options };
  return keep('date', whole, (tag) => new Intl.DateTimeFormat(tag, whole));
}

/** Numbers in the member's language. */
export const numberFormat = (options?: Intl.NumberFormatOptions): Intl.NumberFormat =>
  keep('number', options, (tag) => new Intl.NumberFormat(tag, options));

/** "A, B, and C" in the member's language. */
export const listFormat = (options?: Intl.ListFormatOptions): Intl.ListFormat =>
  keep('list', options, (tag) => new Intl.ListFormat(tag, options));

/** "in 5 days" in the member's language. */
export const relativeFormat = (options?: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat =>
  keep('relative', options, (tag) => new Intl.RelativeTimeFormat(tag, options));

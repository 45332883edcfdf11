import { ianaZone, type Zone } from '../../../lib/calendar/ics/zone.ts';
import type { When } from './types.ts';

/** The zone of an IANA name; throws for one that does not exist. */
export function zone(name: string): Zone {
  const found = ianaZone(name);
  if (!found) throw new Error(`no such zone: ${name}`);
  return found;
}

/** UTC ms; a day starts at midnight of the zone given (the calendar's). */
export function instant(when: When, calendarZone: string): number {
  return 'date' in when ? zone(calendarZone).toUtc(Date.parse(`${when.date}T00:00:00Z`)) : when.at;
}

/** Wall ms in the time's own zone; for a day its midnight. Rules are counted in it. */
export function wallOf(when: When): number {
  return 'date' in when ? Date.parse(`${when.date}T00:00:00Z`) : when.at + zone(when.zone).offsetAt(when.at);
}

/** The time at a wall time, of the same kind and zone as `like`. */
export function atWall(wall: number, like: When): When {
  if ('date' in like) return { date: new Date(wall).toISOString().slice(0, 10) };
  return { at: zone(like.zone).toUtc(wall), zone: like.zone };
}

/** `20261105T170000Z`, or `20261105` for a day: what instances' ids end with. */
export function stamp(when: When): string {
  if ('date' in when) return when.date.replaceAll('-', '');
  return new Date(when.at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** An instant as Google writes it: with the offset of a zone, and `Z` for UTC. */
export function withOffset(at: number, zoneName: string): string {
  const offset = zone(zoneName).offsetAt(at);
  const wall = new Date(at + offset).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(offset) / 60_000;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

export function sameWhen(a: When, b: When): boolean {
  return 'date' in a ? 'date' in b && a.date === b.date : 'at' in b && a.at === b.at;
}

/** Milliseconds from start to end, counted on the wall for days. */
export function lengthOf(start: When, end: When): number {
  return 'date' in start || 'date' in end ? wallOf(end) - wallOf(start) : end.at - start.at;
}

/** The end of something that starts at `start` and takes `ms`. */
export function endAfter(start: When, ms: number): When {
  return 'date' in start ? atWall(wallOf(start) + ms, start) : { at: start.at + ms, zone: start.zone };
}

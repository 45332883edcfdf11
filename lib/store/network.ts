import { personName } from '../circle/person-name.ts';
import { type Fact, ME } from '../fact/fact.ts';
import {
  foldPassed,
  type Gathering,
  type GuestOffer,
  guestEntity,
  type Invited,
  offerGuests,
} from '../network/guests.ts';
import { foldReflection, type ReflectionRow, reflectionEntity } from '../network/reflection.ts';
import { type Tie, writeTie } from '../network/tie.ts';
import { append } from './append.ts';
import { myAddresses } from './calendar.ts';
import { oneOfEach } from './copies.ts';
import type { Database, SeriesRow } from './database.ts';

/** The facts of my own log whose entity begins alike, entity by entity. */
async function entities(db: Database, prefix: string): Promise<Map<string, Fact[]>> {
  const facts = await db.facts
    .where('[log+entity]')
    .between([ME, prefix], [ME, `${prefix}\uffff`])
    .toArray();
  return Map.groupBy(facts, (fact) => fact.entity);
}

/** How I looked back at mentoring near-peers, the latest first; folded as they are read, there are few. */
export async function listReflections(db: Database): Promise<ReflectionRow[]> {
  const own = await entities(db, reflectionEntity(''));
  return [...own]
    .flatMap(([entity, facts]) => foldReflection(entity, facts) ?? [])
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/**
 * Changes something of a tie, on top of what it is by the time it is this change's turn: of two at once, in two pages as
 * well, both stay. Nothing where the tie is gone. Rejects as {@link append} does.
 */
export const changeTie = (db: Database, id: string, change: Partial<Tie>): Promise<void> =>
  navigator.locks.request(`circlekeeper.tie.${db.name}.${id}`, async () => {
    const tie = await db.ties.get(id);
    if (tie) await append(db, [writeTie(id, { ...tie, ...change }, tie, db.now())]);
  });

/**
 * Guests of meetings that were held, of circles and of what the calendar has that looks like one, who are neither
 * members, nor ties, nor myself, nor passed over. Read from the cache of calendars; nothing is written.
 * @param now UTC ms.
 */
export async function guestsToOffer(db: Database, now: number): Promise<GuestOffer[]> {
  const [rows, sources, circles, decisions, members, ties, mine, passed] = await Promise.all([
    db.series.toArray(),
    db.sources.toArray(),
    db.circles.toArray(),
    db.decisions.toArray(),
    db.members.toArray(),
    db.ties.toArray(),
    myAddresses(db),
    entities(db, guestEntity('')),
  ]);
  const linked = new Set(circles.flatMap((circle) => circle.seriesKeys));
  const decided = new Map(decisions.map((one) => [one.id, one.circleId]));
  const isCircle = ({ key, verdict }: SeriesRow): boolean =>
    linked.has(key) || (decided.has(key) ? decided.get(key) !== null : verdict === 'circle');
  const gatherings = oneOfEach(rows, sources).flatMap((row) =>
    isCircle(row) ? (heldOf(row, now) ?? []) : [],
  );
  const me = mine.map((email) => ({ email, name: '' }));
  const skipped = [...passed.values()].flatMap((facts) => foldPassed(facts) ?? []);
  return offerGuests(gatherings, [...members, ...ties, ...me], skipped);
}

/** The series as meetings that were held; null while there was none, or where I was not. */
function heldOf(
  { title, guests, organizer, occurrences, myResponse, status }: SeriesRow,
  now: number,
): Gathering | null {
  if (status === 'cancelled' || myResponse === 'declined') return null;
  const held = occurrences.filter(({ cancelled, start, lengthMs }) => !cancelled && start + lengthMs <= now);
  const last = held.reduce((latest, { start }) => Math.max(latest, start), Number.NEGATIVE_INFINITY);
  if (held.length === 0) return null;
  const came = guests.filter(({ kind, response }) => kind === 'person' && response !== 'declined');
  const people: Invited[] = [...came, ...(organizer ? [organizer] : [])].map(({ email, name }) => ({
    email,
    name: personName({ email, name }),
  }));
  return { title, last, people };
}

import { sha256 } from '@noble/hashes/sha2.js';
import type { CallLink, Series } from '../calendar/event.ts';
import { spot } from '../calendar/spot/spot.ts';
import type { KnownCircle, Spotted } from '../calendar/spot/spotted.ts';
import { callCode } from '../circle/circle.ts';
import { presentMembers } from '../circle/member.ts';
import { listCircles } from './circles.ts';
import type { Database, SeriesChunk, SeriesRow, Source } from './database.ts';

/** How many series a chunk of the rest holds: few enough to be read in one go, enough to be few rows. */
const CHUNK = 500;

/** What the spotter should know of the circles there are. */
export async function knownCircles(db: Database): Promise<KnownCircle[]> {
  return (await listCircles(db)).map(({ circle, members }) => ({
    id: circle.id,
    name: circle.name,
    people: presentMembers(members).flatMap((member) => (member.email ? [member.email] : [])),
    everyDays: circle.everyDays,
    codes: circle.links.flatMap((link) => (link.kind === 'call' ? [link.value] : [])),
    keys: circle.seriesKeys,
  }));
}

/** E-mail addresses known to be mine, lower case, so that a calendar's guest list can say which answer is mine. */
export async function myAddresses(db: Database): Promise<string[]> {
  const [selves, accounts] = await Promise.all([db.selves.toArray(), db.accounts.toArray()]);
  const members = await db.members.bulkGet(selves.map((self) => [self.id, self.memberId]));
  const addresses = [...members.map((member) => member?.email), ...accounts.map((one) => one.identity.email)];
  return [...new Set(addresses.flatMap((email) => (email ? [email.toLowerCase()] : [])))];
}

export const codeOf = (call: CallLink | null): string => (call ? callCode(call.host, call.code) : '');

/** Sorts series into those worth a row of their own (spotted, decided on, or of a circle) and the rest. */
async function sort(db: Database, series: readonly Series[]): Promise<{ rows: SeriesRow[]; rest: Series[] }> {
  const known = await knownCircles(db);
  const decided = new Set(await db.decisions.toCollection().primaryKeys());
  const linked = new Set(known.flatMap((circle) => circle.keys));
  const rows: SeriesRow[] = [];
  const rest: Series[] = [];
  for (const one of series) {
    const { verdict, score } = spot(one, known);
    if (verdict === 'no' && !decided.has(one.key) && !linked.has(one.key)) rest.push(one);
    else rows.push({ ...one, verdict, score, code: codeOf(one.call) });
  }
  return { rows, rest };
}

const chunked = (sourceId: string, rest: readonly Series[]): SeriesChunk[] =>
  Array.from({ length: Math.ceil(rest.length / CHUNK) }, (_, chunk) => ({
    sourceId,
    chunk,
    series: rest.slice(chunk * CHUNK, (chunk + 1) * CHUNK),
  }));

/** A decision's fact is about `series-<key>`, and what a fact is about has at most 200 characters. */
const LONGEST_KEY = 190;

/** A key as it is stored: an id that somebody else made may be of any length. */
const storedKey = (key: string): string =>
  key.length <= LONGEST_KEY
    ? key
    : sha256(new TextEncoder().encode(key)).toBase64({ alphabet: 'base64url', omitPadding: true });

/**
 * Stores what was read of a source in the place of what it gave before: all of it or, when anything fails, nothing.
 * Decisions are facts and stay.
 */
export async function saveSource(db: Database, source: Source, series: readonly Series[]): Promise<void> {
  const own = series.map((one) => ({ ...one, key: storedKey(one.key), sourceId: source.id }));
  const { rows, rest } = await sort(db, own);
  await db.transaction('rw', [db.sources, db.series, db.chunks], async () => {
    await db.series.where('sourceId').equals(source.id).delete();
    await db.chunks.where('sourceId').equals(source.id).delete();
    await db.series.bulkPut(rows);
    await db.chunks.bulkPut(chunked(source.id, rest));
    await db.sources.put(source);
  });
}

/** Forgets a source and what it gave. Circles, decisions and contracts stay. */
export async function removeSource(db: Database, sourceId: string): Promise<void> {
  await db.transaction('rw', [db.sources, db.series, db.chunks], async () => {
    await db.series.where('sourceId').equals(sourceId).delete();
    await db.chunks.where('sourceId').equals(sourceId).delete();
    await db.sources.delete(sourceId);
  });
}

/** Every series of every source, one for each key (the same meeting in a file and a feed is one). */
export async function allSeries(db: Database): Promise<Series[]> {
  const [rows, chunks] = await db.transaction('r', [db.series, db.chunks], () =>
    Promise.all([db.series.toArray(), db.chunks.toArray()]),
  );
  const every = [...rows, ...chunks.flatMap((chunk) => chunk.series)];
  return [...new Map(every.map((one) => [one.key, one])).values()];
}

/** Looks at every series again: after a circle was made or changed, others may turn out to be it. */
export async function spotAgain(db: Database): Promise<void> {
  for (const source of await db.sources.toArray()) {
    const [rows, chunks] = await Promise.all([
      db.series.where('sourceId').equals(source.id).toArray(),
      db.chunks.where('sourceId').equals(source.id).toArray(),
    ]);
    const series = rows.map(({ verdict: _, score: __, code: ___, ...one }) => one);
    await saveSource(db, source, [...series, ...chunks.flatMap((chunk) => chunk.series)]);
  }
}

/** A series the member is asked about, or has decided on, with the reasons to show. */
export interface SpottedSeries {
  series: SeriesRow;
  spotted: Spotted;
  /** `undefined`: not decided; null: not a circle; otherwise the circle it is. */
  decision: string | null | undefined;
}

/** What was found: undecided circles first, then the maybes, then what was decided; best first. */
export async function spottedSeries(db: Database): Promise<SpottedSeries[]> {
  const [rows, decisions, circles, known] = await Promise.all([
    db.series.toArray(),
    db.decisions.toArray(),
    db.circles.toArray(),
    knownCircles(db),
  ]);
  const decided = new Map(decisions.map((decision) => [decision.id, decision.circleId]));
  // A link made by hand, or on another device, is a yes too.
  for (const circle of circles) for (const key of circle.seriesKeys) decided.set(key, circle.id);
  const unique = [...new Map(rows.map((row) => [row.key, row])).values()];
  return unique
    .filter((row) => row.verdict !== 'no' || decided.has(row.key))
    .map((series) => ({ series, spotted: spot(series, known), decision: decided.get(series.key) }))
    .sort(
      (a, b) =>
        Number(a.decision !== undefined) - Number(b.decision !== undefined) ||
        b.spotted.score - a.spotted.score ||
        a.series.title.localeCompare(b.series.title),
    );
}

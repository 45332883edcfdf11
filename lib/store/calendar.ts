import type { Series } from '../calendar/event.ts';
import { spot } from '../calendar/spot/spot.ts';
import type { Spotted } from '../calendar/spot/spotted.ts';
import { bucketOf } from '../calendar/sync/buckets.ts';
import { storedKey } from '../calendar/sync/stored-key.ts';
import { seriesOfCalendars } from './account-series.ts';
import { oneOfEach } from './copies.ts';
import type { Database, SeriesChunk, SeriesRow, Source } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { knownCircles } from './known-circles.ts';
import { SERIES_TABLES } from './series-putter.ts';
import { sortSeries, wantedNow } from './sort-series.ts';

/** How many series a chunk of the rest holds: few enough to be read in one go, enough to be few rows. */
const CHUNK = 500;

/** E-mail addresses known to be mine, lower case, so that a calendar's guest list can say which answer is mine. */
export async function myAddresses(db: Database): Promise<string[]> {
  const [selves, accounts] = await Promise.all([db.selves.toArray(), db.accounts.toArray()]);
  const members = await db.members.bulkGet(selves.map((self) => [self.id, self.memberId]));
  const addresses = [...members.map((member) => member?.email), ...accounts.map((one) => one.identity.email)];
  return [...new Set(addresses.flatMap((email) => (email ? [email.toLowerCase()] : [])))];
}

const chunked = (sourceId: string, rest: readonly Series[]): SeriesChunk[] =>
  Array.from({ length: Math.ceil(rest.length / CHUNK) }, (_, chunk) => ({
    sourceId,
    chunk,
    series: rest.slice(chunk * CHUNK, (chunk + 1) * CHUNK),
  }));

/**
 * Stores what was read of a source in the place of what it gave before: all of it or, when anything fails, nothing.
 * Decisions are facts and stay.
 */
export async function saveSource(db: Database, source: Source, series: readonly Series[]): Promise<void> {
  const own = series.map((one) => ({ ...one, key: storedKey(one.key), sourceId: source.id }));
  const { rows, rest } = sortSeries(await wantedNow(db), own);
  await db.transaction('rw', [db.sources, db.series, db.chunks], async () => {
    await db.series.where('sourceId').equals(source.id).delete();
    await db.chunks.where('sourceId').equals(source.id).delete();
    await db.series.bulkPut(rows);
    await db.chunks.bulkPut(chunked(source.id, rest));
    await db.sources.put(source);
  });
}

async function putChunks(db: Pick<Database, 'chunks'>, chunks: readonly SeriesChunk[]): Promise<void> {
  const empty = chunks.filter((one) => one.series.length === 0);
  const full = chunks.filter((one) => one.series.length > 0);
  if (empty.length > 0) await db.chunks.bulkDelete(empty.map(({ sourceId, chunk }) => [sourceId, chunk]));
  if (full.length > 0) await db.chunks.bulkPut(full);
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
  const [rows, chunks, sources, made] = await db.transaction(
    'r',
    [db.series, db.chunks, db.sources, db.calendars, db.events],
    (tx) => {
      const { calendars, events } = inTransaction(tx, ['calendars', 'events']);
      return Promise.all([
        db.series.toArray(),
        db.chunks.toArray(),
        db.sources.toArray(),
        seriesOfCalendars({ calendars, events }),
      ]);
    },
  );
  const stored = new Set(rows.map(({ sourceId, key }) => `${sourceId}\n${key}`));
  const rest = made.filter(({ sourceId, key }) => !stored.has(`${sourceId}\n${key}`));
  return oneOfEach<Series>([...rows, ...chunks.flatMap((chunk) => chunk.series), ...rest], sources);
}

const SPOT_TABLES = [...SERIES_TABLES, 'chunks', 'calendars', 'events'] as const;
type SpotTables = Pick<Database, (typeof SPOT_TABLES)[number]>;

/**
 * Looks at every series again: after a circle was made or changed, others may turn out to be it. Writes only what
 * comes out otherwise than before, so that a calendar being read at the same time loses nothing.
 */
export async function spotAgain(db: Database): Promise<void> {
  for (const sourceId of await db.sources.toCollection().primaryKeys()) {
    await db.transaction('rw', SPOT_TABLES, (tx) => spotSource(inTransaction(tx, SPOT_TABLES), sourceId));
  }
}

async function spotSource(db: SpotTables, sourceId: string): Promise<void> {
  const [before, chunks, made] = await Promise.all([
    db.series.where('sourceId').equals(sourceId).toArray(),
    db.chunks.where('sourceId').equals(sourceId).toArray(),
    seriesOfCalendars(db, sourceId),
  ]);
  const had = new Map(before.map((row) => [row.key, row]));
  const plain = before.map(({ verdict: _, score: __, code: ___, ...one }) => one);
  const others = [...chunks.flatMap((chunk) => chunk.series), ...made.filter((one) => !had.has(one.key))];
  const { rows, rest } = sortSeries(await wantedNow(db), [...plain, ...others]);
  const isSame = (row: SeriesRow) => {
    const known = had.get(row.key);
    return known?.verdict === row.verdict && known.score === row.score && known.code === row.code;
  };
  const fresh = rows.filter((row) => !isSame(row));
  if (fresh.length > 0) await db.series.bulkPut(fresh);
  const leaving = rest.filter((one) => had.has(one.key));
  if (leaving.length > 0) await db.series.bulkDelete(leaving.map((one) => [sourceId, one.key]));
  // An account's series that needs no row any more is made from its events again.
  if (await db.calendars.get(sourceId)) return;

  const coming = new Set(rows.flatMap((row) => (had.has(row.key) ? [] : [row.key])));
  const byChunk = Map.groupBy(leaving, (one) => bucketOf(one.key));
  const numbers = new Set([...chunks.map((one) => one.chunk), ...byChunk.keys()]);
  const changed = [...numbers].flatMap((chunk) => {
    const stored = chunks.find((one) => one.chunk === chunk)?.series ?? [];
    const added = byChunk.get(chunk) ?? [];
    const kept = stored.filter((one) => !coming.has(one.key));
    return added.length > 0 || kept.length < stored.length
      ? [{ sourceId, chunk, series: [...kept, ...added] }]
      : [];
  });
  await putChunks(db, changed);
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
  const [rows, sources, decisions, circles, known] = await Promise.all([
    db.series.toArray(),
    db.sources.toArray(),
    db.decisions.toArray(),
    db.circles.toArray(),
    knownCircles(db),
  ]);
  const decided = new Map(decisions.map((decision) => [decision.id, decision.circleId]));
  // A link made by hand, or on another device, is a yes too.
  for (const circle of circles) for (const key of circle.seriesKeys) decided.set(key, circle.id);
  return oneOfEach(rows, sources)
    .filter((row) => row.verdict !== 'no' || decided.has(row.key))
    .map((series) => ({ series, spotted: spot(series, known), decision: decided.get(series.key) }))
    .sort(
      (a, b) =>
        Number(a.decision !== undefined) - Number(b.decision !== undefined) ||
        b.spotted.score - a.spotted.score ||
        a.series.title.localeCompare(b.series.title),
    );
}

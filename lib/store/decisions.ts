import type { Series } from '../calendar/event.ts';
import { continues } from '../calendar/split.ts';
import { linkSeries } from '../circle/link-series.ts';
import { undoDraft } from '../fact/draft.ts';
import { type Draft, ME } from '../fact/fact.ts';
import { type DecidedSeries, decideSeries, undecideSeries } from '../me/commands.ts';
import { decisionEntity } from '../me/me.ts';
import { append } from './append.ts';
import { spotAgain } from './calendar.ts';
import { factsOfKind, loadCircle } from './circles.ts';
import { oneOfEach } from './copies.ts';
import type { Database, SeriesRow } from './database.ts';
import { linkFacts } from './link-facts.ts';
import { rowsOf } from './rows-of.ts';
import { codeOf } from './sort-series.ts';

const looksOf = (series: Series): DecidedSeries => ({
  key: series.key,
  title: series.title,
  people: [...new Set([series.organizer, ...series.guests].flatMap((person) => person?.email || []))],
  code: codeOf(series.call) || null,
});

/**
 * Records which circle a series is, or (null) that it is none. Holds for its key, whatever the calendar says later.
 * A circle that does not name the series yet is linked to it. Resolves to what takes it back.
 */
export async function decide(
  db: Database,
  series: Series,
  circleId: string | null,
): Promise<() => Promise<void>> {
  // What was decided is on disk; where looking anew fails, the next reading does it.
  const look = () => spotAgain(db).catch(() => undefined);
  const before = await db.decisions.get(series.key);
  const drafts: Draft[] = [decideSeries(looksOf(series), circleId, before?.setBy ?? [])];
  if (circleId !== null) drafts.push(...(await linkOf(db, series, circleId)));
  const facts = await append(db, drafts);
  await look();
  return async () => {
    await append(
      db,
      facts.map(({ log, by, entity, hash }) => undoDraft(log, by, entity, [hash])),
    );
    await look();
  };
}

async function linkOf(db: Database, series: Series, circleId: string): Promise<Draft[]> {
  const known = await loadCircle(db, circleId);
  if (!known || known.circle.seriesKeys.includes(series.key)) return [];
  return [linkSeries(circleId, known.me?.id ?? null, series.key)];
}

/**
 * What takes every decision on a series back, so that it is asked about again: the member's own, and the links of circles
 * to it, which say the same. @param circleId only what says that it is this circle.
 */
export async function askAgain(db: Database, key: string, circleId?: string): Promise<Draft[]> {
  const decision = await db.decisions.get(key);
  const isMeant = circleId === undefined || decision?.circleId === circleId;
  const facts = isMeant ? await factsOfKind(db, ME, decisionEntity(key), ['series.decided']) : [];
  const drafts = facts.length > 0 ? [undecideSeries(key, facts)] : [];
  for (const circle of await rowsOf(db.circles, 'seriesKeys', [key])) {
    if (circleId !== undefined && circle.id !== circleId) continue;
    const me = (await loadCircle(db, circle.id))?.me?.id ?? null;
    const links = await linkFacts(db, circle.id, { kind: 'series', value: key });
    if (links.length > 0) drafts.push(undoDraft(circle.id, me, circle.id, links));
  }
  return drafts;
}

/** A series that may be the rest of one that a circle meets by. */
export interface Continuation {
  series: SeriesRow;
  circleId: string;
  /** `same` needs no question. */
  sure: boolean;
}

/**
 * Finds series that go on from a circle's own after the calendar split them ("this and following") under a new key.
 * What was decided already is left alone.
 */
export async function continuations(db: Database): Promise<Continuation[]> {
  const circles = (await db.circles.toArray()).filter((circle) => !circle.archived);
  const keys = new Map(circles.flatMap((circle) => circle.seriesKeys.map((key) => [key, circle.id])));
  if (keys.size === 0) return [];
  const decided = new Set(await db.decisions.toCollection().primaryKeys());
  const rows = oneOfEach(await db.series.toArray(), await db.sources.toArray());
  const own = rows.filter((one) => keys.has(one.key));
  const found = new Map<string, Continuation>();
  for (const series of rows) {
    if (keys.has(series.key) || decided.has(series.key) || found.has(series.key)) continue;
    for (const older of own) {
      const answer = continues(older, series);
      const circleId = keys.get(older.key);
      if (answer === 'no' || circleId === undefined) continue;
      if (!found.get(series.key)?.sure) found.set(series.key, { series, circleId, sure: answer === 'same' });
    }
  }
  return [...found.values()];
}

/** Lets series that were split keep their circle where nothing speaks against it. Called after every reading. */
export async function keepSplits(db: Database): Promise<void> {
  const sure = (await continuations(db)).filter((one) => one.sure);
  for (const { series, circleId } of sure) await decide(db, series, circleId);
}

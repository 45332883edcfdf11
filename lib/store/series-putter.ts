import type { Series } from '../calendar/event.ts';
import type { Database } from './database.ts';
import { sortSeries, type Wanted, wantedNow } from './sort-series.ts';

/** The tables that putting series reads and writes. */
export const SERIES_TABLES = ['series', 'circles', 'members', 'decisions'] as const;
type SeriesTables = Pick<Database, (typeof SERIES_TABLES)[number]>;

/** Takes note of a write that is under way. */
export type Write = (one: PromiseLike<unknown>) => void;

/** Puts series and forgets others, by their keys; resolves once that is on its way. */
export type PutSeries = (changed: readonly Series[], gone: readonly string[]) => Promise<void>;

/**
 * Puts series of an account's calendar in the place of what was stored under their keys, forgets those that are gone,
 * and touches no others. Only what is worth a row is stored; the rest is made from the events when it is asked for.
 * For one transaction on `SERIES_TABLES`: a decision made meanwhile would be missed otherwise. Who asks anything of a
 * table waits for all that was written before, so what there is is asked for once. `write` gets what is under way.
 */
export function seriesPutter(db: SeriesTables, sourceId: string, write: Write): PutSeries {
  let first: Promise<[Wanted, Set<string>]> | undefined;
  const keys = async () =>
    new Set((await db.series.where('sourceId').equals(sourceId).primaryKeys()).map(([, key]) => key));
  return async (changed, gone) => {
    first ??= Promise.all([wantedNow(db), keys()]);
    const [wanted, stored] = await first;
    const { rows, rest } = sortSeries(wanted, changed);
    const leaving = [...gone, ...rest.map((one) => one.key)].filter((key) => stored.delete(key));
    for (const { key } of rows) stored.add(key);
    if (leaving.length > 0) write(db.series.bulkDelete(leaving.map((key) => [sourceId, key])));
    if (rows.length > 0) write(db.series.bulkPut(rows));
  };
}

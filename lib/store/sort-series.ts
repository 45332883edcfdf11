import type { CallLink, Series } from '../calendar/event.ts';
import { spot } from '../calendar/spot/spot.ts';
import type { KnownCircle, Spotted } from '../calendar/spot/spotted.ts';
import { callCode } from '../circle/circle.ts';
import type { Database, SeriesRow } from './database.ts';
import { knownCircles } from './known-circles.ts';

/** A call as rows of series name it: `host:code`, or '' without one. */
export const codeOf = (call: CallLink | null): string => (call ? callCode(call.host, call.code) : '');

/** What the spotter said of a series while it knew these circles. */
const foreseen = new WeakMap<Series, { known: string; spotted: Spotted }>();

/**
 * Looks at series that are about to be stored. Where the circles are still the same by then, that transaction has
 * nothing left to do but to write.
 */
export function spotAhead(circles: readonly KnownCircle[], series: readonly Series[]): void {
  const known = JSON.stringify(circles);
  for (const one of series) foreseen.set(one, { known, spotted: spot(one, circles) });
}

/** What decides whether a series is worth a row. */
export interface Wanted {
  known: readonly KnownCircle[];
  decided: ReadonlySet<string>;
}

/** As of this moment, within a transaction where that matters. */
export async function wantedNow(db: Pick<Database, 'circles' | 'members' | 'decisions'>): Promise<Wanted> {
  const [known, decided] = await Promise.all([knownCircles(db), db.decisions.toCollection().primaryKeys()]);
  return { known, decided: new Set(decided) };
}

/** Sorts series into those worth a row of their own (spotted, decided on, or of a circle) and the rest. */
export function sortSeries(
  { known, decided }: Wanted,
  series: readonly Series[],
): { rows: SeriesRow[]; rest: Series[] } {
  const asText = JSON.stringify(known);
  const linked = new Set(known.flatMap((circle) => circle.keys));
  const rows: SeriesRow[] = [];
  const rest: Series[] = [];
  for (const one of series) {
    const before = foreseen.get(one);
    const { verdict, score } = before?.known === asText ? before.spotted : spot(one, known);
    if (verdict === 'no' && !decided.has(one.key) && !linked.has(one.key)) rest.push(one);
    else rows.push({ ...one, verdict, score, code: codeOf(one.call) });
  }
  return { rows, rest };
}

import type { Series } from '../calendar/event.ts';
import type { Source } from './database.ts';

/** What is asked of a source to tell whose word counts. */
type Origin = Pick<Source, 'id' | 'kind' | 'readAt'>;

/**
 * A calendar that was read this much longer ago than another has fallen behind: accounts are read every half hour and
 * feeds every six, so its sign-in has run out, say, and what it knows may have been moved since. Ms.
 */
const BEHIND_MS = 24 * 60 * 60 * 1000;

/**
 * Of the copies of a series in several calendars the one that is believed: an account's before a feed's before a
 * file's, which says how things once were, unless the calendar has fallen behind the others; then the copy the member may change, since an organiser's is the event
 * itself; then one with the rule before single dates of it; then one that is on before one that is off (a member who
 * was taken off the list under one address may still be on it under another); then the one read last.
 * One series for each key, in the order in which keys first come.
 */
export function oneOfEach<Copy extends Series>(copies: readonly Copy[], sources: readonly Origin[]): Copy[] {
  const origins = originsOf(sources);
  const chosen = new Map<string, Copy>();
  for (const copy of copies) {
    const other = chosen.get(copy.key);
    if (!other || weigh(copy, origins, other) > 0) chosen.set(copy.key, copy);
  }
  return [...chosen.values()];
}

/** The same, for copies of one series: the believed one first. */
export const bestFirst = <Copy extends Series>(
  copies: readonly Copy[],
  sources: readonly Origin[],
): Copy[] => {
  const origins = originsOf(sources);
  return copies.toSorted((a, b) => weigh(b, origins, a));
};

interface Rank {
  authority: number;
  readAt: number;
}
type Origins = ReadonlyMap<string, Rank>;

function originsOf(sources: readonly Origin[]): Origins {
  const online = sources.filter(({ kind }) => kind !== 'file');
  const latest = Math.max(0, ...online.map(({ readAt }) => readAt ?? 0));
  return new Map(
    sources.map(({ id, kind, readAt: at }) => {
      const readAt = at ?? 0;
      const isBehind = kind !== 'file' && readAt < latest - BEHIND_MS;
      // Behind all that is up to date, before a file.
      return [id, { authority: isBehind ? authority(kind) / 10 + 1 : authority(kind), readAt }];
    }),
  );
}

/** Above 0 when `one` is believed before `other`. */
function weigh(one: Series, origins: Origins, other: Series): number {
  const [a, b] = [worth(one, origins), worth(other, origins)];
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  // Any order will do, as long as it is always the same.
  return one.sourceId < other.sourceId ? 1 : one.sourceId > other.sourceId ? -1 : 0;
}

function worth(series: Series, origins: Origins): number[] {
  const origin = origins.get(series.sourceId);
  return [
    origin?.authority ?? 0,
    Number(series.mayWrite === true),
    Number(series.rule !== ''),
    Number(series.status !== 'cancelled'),
    origin?.readAt ?? 0,
  ];
}

function authority(kind: Source['kind']): number {
  switch (kind) {
    case 'google':
    case 'microsoft':
      return 3;
    case 'feed':
      return 2;
    case 'file':
      return 1;
    default:
      return kind satisfies never;
  }
}

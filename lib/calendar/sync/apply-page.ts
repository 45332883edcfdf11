import type { Series } from '../event.ts';
import type { Window } from '../ics/occurrences.ts';
import {
  BUCKETS,
  bucketOf,
  bucketOfKey,
  EventSet,
  keyOfRoot,
  NO_EVENTS,
  type Roots,
  rootOf,
  toBuckets,
} from './buckets.ts';
import { type EventBucket, eventsIn } from './calendar-row.ts';
import type { CalendarTx } from './calendar-store.ts';
import type { CalendarClient, RemoteEvent } from './provider.ts';
import { applyPage, type Changes, type Reading } from './reading.ts';
import { seriesOf } from './series-of.ts';

export interface Target {
  calendarId: string;
  window: Window;
  dates: CalendarClient['dates'];
}

const EVERY_BUCKET: readonly number[] = Array.from({ length: BUCKETS }, (_, number) => number);

/** Stores what changed, and makes anew the series it touches and no others. Returns how many events came or went. */
export async function applyChanges(tx: CalendarTx, page: Changes, target: Target): Promise<number> {
  if (page.events.length === 0 && page.removed.length === 0) return 0;
  const loaded = new Map<number, readonly RemoteEvent[]>();
  const take = (buckets: readonly EventBucket[]) => {
    for (const one of buckets) loaded.set(one.bucket, eventsIn(one));
  };
  const own = new Set([...page.events.map(rootOf), ...page.removed].map(bucketOf));
  take(await tx.buckets([...own]));
  // A date that Microsoft lists has an id that tells nothing of its series, so it is looked for everywhere.
  const ids = new Set([...loaded.values()].flat().map((event) => event.id));
  if (target.dates === 'listed' && page.removed.some((id) => !ids.has(id))) take(await tx.allBuckets());

  const there = [...loaded.values()].flat();
  const before = new EventSet(there).roots;
  const known = new EventSet(there);
  const touched = applyPage(known, page);
  const after = known.roots;
  const changed = [...touched].filter((root) => !same(before.get(root), after.get(root)));
  if (changed.length === 0) return 0;

  const keys = new Set([...keysOf(before, changed), ...keysOf(after, changed)]);
  // Other parts of the same series may lie in buckets of their own; they are only read.
  const near = [...new Set([...keys].map(bucketOfKey))].filter((bucket) => !loaded.has(bucket));
  const found = [...(await tx.buckets(near)), ...(await tx.bucketsOfKeys([...keys]))];
  const others = new Map(found.map((one) => [one.bucket, one]));
  for (const bucket of loaded.keys()) others.delete(bucket);
  const all: Roots = new Map([...new EventSet([...others.values()].flatMap(eventsIn)).roots, ...after]);
  await tx.putBuckets(toBuckets(target.calendarId, after, new Set(changed.map(bucketOf))));
  await putKeys(tx, keys, all, target);
  return count(after, changed) - count(before, changed);
}

/**
 * Ends a full reading with its last page: what was read takes the place of all there was, in one go, so that the old
 * state is seen until then. Returns how many events there are.
 */
export async function applyReading(
  tx: CalendarTx,
  reading: Reading,
  last: Changes,
  { calendarId, rebuild }: { calendarId: string; rebuild: boolean },
): Promise<number> {
  const stored = await tx.allBuckets();
  await tx.clearPages();
  // Where all series are to be written, the database is given those that are made while the last page is looked at.
  const early = rebuild ? reading.all() : [];
  if (early.length > 0) await tx.putSeries(early, []);
  const touched = reading.add(last);
  const known = new Map(stored.map((one) => [one.bucket, one.json]));
  const after = reading.roots;
  const fresh = toBuckets(calendarId, after, EVERY_BUCKET, reading);
  // Most of what is read anew is as it was, to the letter.
  const other = fresh.filter((one) => one.json !== (known.get(one.bucket) ?? NO_EVENTS));
  const numbers = new Set(other.map((one) => one.bucket));
  const before = new EventSet(stored.filter((one) => numbers.has(one.bucket)).flatMap(eventsIn)).roots;
  const changed = new Set([...before.keys()].filter((root) => !after.has(root)));
  for (const [root, events] of after)
    if (numbers.has(reading.placeOf(root)?.bucket ?? -1) && !same(before.get(root), events))
      changed.add(root);
  const written = new Set([...changed].map((root) => reading.placeOf(root)?.bucket ?? bucketOf(root)));
  await tx.putBuckets(other.filter((one) => written.has(one.bucket)));
  const keys = keysOf(before, rebuild ? before.keys() : changed);
  if (rebuild) {
    for (const key of reading.keys) keys.add(key);
    for (const { key } of early) if (!touched.has(key)) keys.delete(key);
    for (const key of touched) keys.add(key);
  } else for (const { key } of [...changed].flatMap((root) => reading.placeOf(root) ?? [])) keys.add(key);
  await putAll(tx, keys, (key) => reading.series(key));
  return after.size;
}

/** Makes all series anew, for other dates; nothing is asked of the service. */
export async function rollWindow(tx: CalendarTx, target: Target): Promise<void> {
  const { roots } = new EventSet((await tx.allBuckets()).flatMap(eventsIn));
  await putKeys(tx, keysOf(roots, roots.keys()), roots, target);
}

function same(before: readonly RemoteEvent[] | undefined, after: typeof before): boolean {
  if (!before || !after || before.length !== after.length) return before === after;
  const known = new Map(before.map((event) => [event.id, event]));
  return after.every((event) => {
    const one = known.get(event.id);
    return one === event || (one !== undefined && JSON.stringify(event) === JSON.stringify(one));
  });
}

function keysOf(roots: Roots, which: Iterable<string>): Set<string> {
  const keys = new Set<string>();
  for (const root of which) {
    const events = roots.get(root);
    if (events) keys.add(keyOfRoot(root, events));
  }
  return keys;
}

/** Events, dates of a series not counted. */
function count(roots: Roots, which: Iterable<string>): number {
  let sum = 0;
  for (const root of which) if (roots.has(root)) sum++;
  return sum;
}

async function putKeys(
  tx: CalendarTx,
  keys: ReadonlySet<string>,
  roots: Roots,
  { calendarId, window, dates }: Target,
): Promise<void> {
  const byKey = new Map<string, RemoteEvent[]>();
  for (const [root, events] of roots) {
    const key = keyOfRoot(root, events);
    if (!keys.has(key)) continue;
    const own = byKey.get(key);
    if (own) own.push(...events);
    else byKey.set(key, [...events]);
  }
  await putAll(tx, keys, (key) =>
    seriesOf(byKey.get(key) ?? [], { key, sourceId: calendarId, window, dates }),
  );
}

async function putAll(
  tx: CalendarTx,
  keys: Iterable<string>,
  make: (key: string) => Series | null,
): Promise<void> {
  const changed: Series[] = [];
  const gone: string[] = [];
  for (const key of keys) {
    const series = make(key);
    if (series) changed.push(series);
    else gone.push(key);
  }
  await tx.putSeries(changed, gone);
}

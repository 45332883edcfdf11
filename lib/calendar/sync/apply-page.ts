import type { Series } from '../event.ts';
import type { Window } from '../ics/occurrences.ts';
import { bucketOf, bucketOfKey, EventSet, keyOfRoot, type Roots, rootOf, toBuckets } from './buckets.ts';
import type { EventBucket, StagedPage } from './calendar-row.ts';
import type { CalendarTx } from './calendar-store.ts';
import type { CalendarClient, RemoteEvent } from './provider.ts';
import { seriesOf } from './series-of.ts';

export interface Target {
  calendarId: string;
  window: Window;
  dates: CalendarClient['dates'];
}

type Page = Pick<StagedPage, 'events' | 'removed'>;

/** Stores what changed, and makes anew the series it touches and no others. Returns how many events came or went. */
export async function applyChanges(tx: CalendarTx, page: Page, target: Target): Promise<number> {
  if (page.events.length === 0 && page.removed.length === 0) return 0;
  const loaded = new Map<number, EventBucket>();
  const take = (buckets: readonly EventBucket[]) => {
    for (const one of buckets) loaded.set(one.bucket, one);
  };
  const own = new Set([...page.events.map(rootOf), ...page.removed].map(bucketOf));
  take(await tx.buckets([...own]));
  // A date that Microsoft lists has an id that tells nothing of its series, so it is looked for everywhere.
  const ids = new Set([...loaded.values()].flatMap((one) => one.events.map((event) => event.id)));
  if (target.dates === 'listed' && page.removed.some((id) => !ids.has(id))) take(await tx.allBuckets());

  const before = new EventSet(loaded.values()).roots;
  const known = new EventSet(loaded.values());
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
  const all: Roots = new Map([...new EventSet(others.values()).roots, ...after]);
  await tx.putBuckets(toBuckets(target.calendarId, after, new Set(changed.map(bucketOf))));
  await putKeys(tx, keys, all, target);
  return count(after, changed) - count(before, changed);
}

/**
 * Ends a full reading: what its pages hold takes the place of all there was, in one go, so that the old state is
 * seen until then. Returns how many events there are.
 */
export async function applyReading(
  tx: CalendarTx,
  last: Page,
  target: Target & { rebuild: boolean },
): Promise<number> {
  const before = new EventSet(await tx.allBuckets()).roots;
  const read = new EventSet();
  for (const page of await tx.pages()) applyPage(read, page);
  applyPage(read, last);
  const after = read.roots;
  await tx.clearPages();
  const roots = new Set([...before.keys(), ...after.keys()]);
  const changed = [...roots].filter((root) => !same(before.get(root), after.get(root)));
  await tx.putBuckets(toBuckets(target.calendarId, after, new Set(changed.map(bucketOf))));
  const remade = target.rebuild ? [...roots] : changed;
  await putKeys(tx, new Set([...keysOf(before, remade), ...keysOf(after, remade)]), after, target);
  return count(after, after.keys());
}

/** Makes all series anew, for other dates; nothing is asked of the service. */
export async function rollWindow(tx: CalendarTx, target: Target): Promise<void> {
  const { roots } = new EventSet(await tx.allBuckets());
  await putKeys(tx, keysOf(roots, roots.keys()), roots, target);
}

/** Takes out what is gone, then puts in what there is. Returns the roots that may have changed. */
function applyPage(events: EventSet, page: Page): Set<string> {
  const removed = page.removed.flatMap((id) => events.remove(id));
  return new Set([...removed, ...page.events.flatMap((event) => events.put(event))]);
}

function same(before: ReadonlyMap<string, RemoteEvent> | undefined, after: typeof before): boolean {
  if (!before || !after || before.size !== after.size) return before === after;
  for (const [id, event] of after) if (JSON.stringify(event) !== JSON.stringify(before.get(id))) return false;
  return true;
}

function keysOf(roots: Roots, which: Iterable<string>): Set<string> {
  const keys = new Set<string>();
  for (const root of which) {
    const events = roots.get(root);
    if (events) keys.add(keyOfRoot(root, events.values()));
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
    const key = keyOfRoot(root, events.values());
    if (!keys.has(key)) continue;
    const own = byKey.get(key);
    if (own) own.push(...events.values());
    else byKey.set(key, [...events.values()]);
  }
  const changed: Series[] = [];
  const gone: string[] = [];
  for (const key of keys) {
    const series = seriesOf(byKey.get(key) ?? [], { key, sourceId: calendarId, window, dates });
    if (series) changed.push(series);
    else gone.push(key);
  }
  await tx.putSeries(changed, gone);
}

import type { Provider } from '../../lib/calendar/sync/provider.ts';
import { syncCalendar } from '../../lib/calendar/sync/sync-calendar.ts';
import { MemoryCalendarStore } from '../builders/memory-calendar-store.ts';
import { freshRow } from './calendar-course.ts';
import { googleTown, microsoftTown, type Random, START } from './service-towns.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

class Killed extends Error {}

/** mulberry32 */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/**
 * The same over the strict stand-ins and the product's own clients: edits, failing requests, tokens that end, lost
 * state and killed workers in any order; then what is known here is what a fresh reading finds and what takes place
 * there. `runs` courses of each service from `seed`.
 */
export async function checkServices({ seed, runs }: { seed: number; runs: number }): Promise<void> {
  for (let run = 0; run < runs; run++) {
    for (const provider of ['google', 'microsoft'] as const) {
      try {
        await runCourse(provider, seed + run);
      } catch (error) {
        throw new Error(`${provider}, seed ${seed + run}: ${String(error)}`, { cause: error });
      }
    }
  }
}

async function runCourse(provider: Provider, seed: number): Promise<void> {
  const random = randomOf(seed);
  const world = { now: START };
  const town = await (provider === 'google'
    ? googleTown(world)
    : microsoftTown(world, [200, 3][random(2)] ?? 3));
  const store = new MemoryCalendarStore({ ...freshRow, remoteId: town.remoteId });
  const run = () => syncCalendar(store, town.client(), 'cal', { now: () => world.now });
  for (let step = 0; step < 25; step++) {
    for (let edits = random(4); edits > 0; edits--) town.edit(random);
    if (random(8) === 0) world.now += random(40) * DAY;
    if (random(10) === 0) town.dropState();
    if (random(6) === 0) town.expireTokens();
    town.failing(seed + step, random(3) === 0 ? 0.5 : 0);
    const killAt = random(3) === 0 ? random(6) : -1;
    let count = 0;
    store.onChange = () => {
      if (count++ === killAt) throw new Killed();
    };
    await run().catch((error) => {
      if (!(error instanceof Killed)) throw error;
    });
    store.onChange = () => undefined;
    store.assertSound();
  }
  town.failing(0, 0);
  world.now += HOUR;
  // The first ends what was begun; what changed since that began comes with the second.
  for (const _ of [1, 2]) {
    const result = await run();
    if (!result.ok) throw new Error(`stopped: ${JSON.stringify(result)}`);
  }
  store.assertSound();
  const fresh = new MemoryCalendarStore({ ...freshRow, remoteId: town.remoteId });
  const read = await syncCalendar(fresh, town.client(), 'cal', { now: () => world.now });
  if (!read.ok) throw new Error(`fresh reading stopped: ${read.reason}`);
  const range = { from: world.now - 10 * DAY, to: world.now + 190 * DAY };
  same(shown(store, range), shown(fresh, range), 'a fresh reading');
  const starts = [...store.series().values()].flatMap((series) =>
    series.occurrences.flatMap((one) =>
      one.cancelled || one.start < range.from || one.start >= range.to ? [] : [one.start],
    ),
  );
  const there = (await town.starts(range.from, range.to)).filter((at) => at >= range.from && at < range.to);
  same(starts.sort((a, b) => a - b).map(stamp), there.map(stamp), 'what takes place');
}

const stamp = (at: number): string => new Date(at).toISOString();

/** Series that have dates in the range, with those dates. */
function shown(store: MemoryCalendarStore, { from, to }: { from: number; to: number }): string[] {
  return [...store.series().values()]
    .map(({ key, title, status, zone, rule, occurrences }) => ({
      ...{ key, title, status, zone, rule },
      dates: occurrences.filter((one) => one.start >= from && one.start < to),
    }))
    .filter(({ dates }) => dates.length > 0)
    .map((one) => JSON.stringify(one))
    .sort();
}

function same(ours: readonly string[], theirs: readonly string[], what: string): void {
  const missing = theirs.filter((one) => !ours.includes(one));
  const extra = ours.filter((one) => !theirs.includes(one));
  if (missing.length + extra.length > 0 || ours.length !== theirs.length) {
    throw new Error(`against ${what}: missing ${missing.join(' ')}, too much ${extra.join(' ')}`);
  }
}

import fc from 'fast-check';
import type { CalendarRow } from '../../lib/calendar/sync/calendar-row.ts';
import type { CalendarClient, Problem } from '../../lib/calendar/sync/provider.ts';
import { syncCalendar } from '../../lib/calendar/sync/sync-calendar.ts';
import { CalendarService } from '../builders/calendar-service.ts';
import { type CourseStore, MemoryCalendarStore } from '../builders/memory-calendar-store.ts';
import { DAY, edit, START, type Step, steps } from './calendar-steps.ts';

/** What a killed worker looks like from inside. */
class Killed extends Error {}

/** A calendar that was just ticked. */
export const freshRow: CalendarRow = {
  id: 'cal',
  accountId: 'acc',
  remoteId: 'remote',
  name: 'Calendar',
  color: null,
  primary: true,
  writable: true,
  ticked: true,
  cursor: null,
  staged: 0,
  progress: null,
  madeFor: null,
  listed: null,
  syncedAt: null,
  triedAt: null,
  problem: null,
  retryAt: null,
  events: 0,
};

/**
 * Whatever happens to a calendar at the service and to the worker here, in whatever order: after one reading that is
 * let through, what is known here is what the service has. `runs` sequences from `seed`, in `makeStore`'s stores.
 */
export async function checkCalendars(options: {
  seed?: number;
  runs: number;
  makeStore?: () => CourseStore | Promise<CourseStore>;
}): Promise<void> {
  const makeStore = options.makeStore ?? (() => new MemoryCalendarStore(freshRow));
  for (const dates of ['by-rule', 'listed'] as const) {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 60, size: 'max' }), async (course) =>
        runCourse(dates, course, await makeStore()),
      ),
      { numRuns: options.runs, ...(options.seed === undefined ? {} : { seed: options.seed }) },
    );
  }
}

async function runCourse(
  dates: CalendarClient['dates'],
  course: readonly Step[],
  store: CourseStore,
): Promise<void> {
  const world = { now: START, service: new CalendarService(dates), store };
  for (const step of course) {
    if (step.do === 'pass') world.now += step.days * DAY;
    else if (step.do === 'sync') {
      await trySync(world, step);
      await world.store.assertSound();
    } else edit(world.service, step, dates);
  }
  // The first ends what was begun; what changed since that began comes with the second.
  await syncUntilThrough(world);
  await syncUntilThrough(world);
  await world.store.assertSound();
  await compare(world);
  // And again: nothing is asked but once, and nothing changes.
  const before = world.service.requests;
  await syncUntilThrough(world);
  if (world.service.requests !== before + 1)
    throw new Error('a due reading without change asks more than once');
  await compare(world);
}

interface World {
  now: number;
  service: CalendarService;
  store: CourseStore;
}

const run = ({ service, store, ...world }: World) =>
  syncCalendar(store, service.client(), 'cal', { now: () => world.now });

async function trySync(world: World, { at, trouble }: Extract<Step, { do: 'sync' }>): Promise<void> {
  const { service, store } = world;
  let count = 0;
  const hits = () => count++ === at;
  switch (trouble) {
    case 'none':
      break;
    case 'twice':
      // Without locks, as where a browser lost them: one of the two gives way.
      await Promise.all([run(world), run(world)]);
      return;
    case 'gone':
    case 'busy':
    case 'offline':
    case 'expired':
    case 'server':
      service.fault = () => (hits() ? answerFor(trouble, world.now) : null);
      break;
    case 'edit':
      // Somebody changes the calendar between two pages.
      service.fault = () => {
        if (hits())
          for (const entry of service.entries.values())
            service.change(entry.id, (one) => {
              one.title += '!';
            });
        return null;
      };
      break;
    case 'killed-asking':
      service.fault = () => {
        if (hits()) throw new Killed();
        return null;
      };
      break;
    default:
      store.onChange = (when) => {
        if (`killed-${when}` === trouble && hits()) throw new Killed();
      };
  }
  try {
    await run(world);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    service.fault = () => null;
    store.onChange = () => undefined;
  }
}

function answerFor(trouble: 'gone' | 'busy' | 'offline' | 'expired' | 'server', now: number) {
  if (trouble === 'gone') return { ok: false, reason: 'gone' } as const;
  return {
    ok: false,
    reason: trouble,
    ...(trouble === 'busy' ? { retryAt: now + 60_000 } : {}),
  } satisfies Problem;
}

async function syncUntilThrough(world: World): Promise<void> {
  const result = await run(world);
  if (result.ok) return;
  if (result.reason !== 'busy' || result.retryAt === undefined) throw new Error(`stopped: ${result.reason}`);
  world.now = result.retryAt;
  const again = await run(world);
  if (!again.ok) throw new Error(`stopped again: ${again.reason}`);
}

const keyOf = (uid: string): string => uid.replace(/_R\w+(?=@google)/, '');

/** What the service has, by series, reckoned without any code of the product, against what is stored here. */
async function compare({ now, service, store }: World): Promise<void> {
  const window = (await store.read('cal'))?.madeFor;
  const known = await store.series();
  if (!window) throw new Error('nothing was read');
  const ahead = (window.to - now) / DAY;
  if (ahead < (service.dates === 'listed' ? 200 : 370)) throw new Error(`known for ${ahead} days only`);
  const touches = (start: number) => start < window.to && start + 3_600_000 > window.from;
  const wanted = new Map<string, { titles: Set<string>; dates: Map<number, string> }>();
  for (const entry of service.entries.values()) {
    if (entry.gone) continue;
    const key = keyOf(entry.uid);
    for (const { originalStart, start, cancelled } of service.datesOf(entry)) {
      const isListed = touches(start) && !cancelled;
      const isByRule = touches(start) || touches(originalStart);
      if (!(service.dates === 'listed' ? isListed : isByRule)) continue;
      const of = wanted.get(key) ?? { titles: new Set(), dates: new Map() };
      wanted.set(key, of);
      of.dates.set(originalStart, `${start} ${cancelled}`);
      // Which of several parts names the series is for the product to say.
      for (const part of service.entries.values())
        if (!part.gone && keyOf(part.uid) === key) of.titles.add(part.title);
    }
  }
  const asText = (dates: Iterable<readonly [number, string]>) =>
    JSON.stringify([...dates].sort((a, b) => a[0] - b[0]));
  for (const [key, { titles, dates }] of wanted) {
    const series = known.get(key);
    if (!series) throw new Error(`${key} is missing`);
    if (!titles.has(series.title)) throw new Error(`${key} is called ${series.title}`);
    const found = series.occurrences.map(
      (one) => [one.originalStart, `${one.start} ${one.cancelled}`] as const,
    );
    if (asText(found) !== asText(dates)) throw new Error(`${key}: ${asText(found)} for ${asText(dates)}`);
  }
  for (const key of known.keys()) if (!wanted.has(key)) throw new Error(`${key} is there still`);
}

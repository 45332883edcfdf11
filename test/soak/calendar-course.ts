import fc from 'fast-check';
import type { CalendarRow } from '../../lib/calendar/sync/calendar-row.ts';
import type { CalendarClient, Problem } from '../../lib/calendar/sync/provider.ts';
import { syncCalendar } from '../../lib/calendar/sync/sync-calendar.ts';
import { CalendarService, type Entry } from '../builders/calendar-service.ts';
import { type CourseStore, MemoryCalendarStore } from '../builders/memory-calendar-store.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 5, 17);

/** What a killed worker looks like from inside. */
class Killed extends Error {}

/** `id`: which of those that it can be done to. */
type Step =
  | { do: 'add'; id: number; day: number; everyDays: number; count: number }
  | { do: 'title'; id: number; title: number }
  | { do: 'move'; id: number; day: number }
  | { do: 'cancel-date' | 'move-date'; id: number; date: number }
  | { do: 'split'; id: number; date: number }
  | { do: 'delete' | 'revive' | 'once'; id: number }
  | { do: 'twin'; id: number; of: number; day: number }
  | { do: 'forget-tokens' }
  | { do: 'pass'; days: number }
  /** `at`: at which request or transaction of the run something happens, and what. */
  | { do: 'sync'; at: number; trouble: Trouble };

type Trouble = 'none' | 'busy' | 'offline' | 'expired' | 'server' | 'gone' | 'edit' | 'twice' | Kill;
type Kill = 'killed-asking' | 'killed-before' | 'killed-inside' | 'killed-after';

const id = fc.nat(9);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    id,
    day: fc.integer({ min: -100, max: 500 }),
    everyDays: fc.constantFrom(0, 1, 7, 14, 30),
    count: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({ do: fc.constant('title' as const), id, title: fc.nat(3) }),
  fc.record({ do: fc.constant('move' as const), id, day: fc.integer({ min: -100, max: 500 }) }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel-date' as const, 'move-date' as const),
      id,
      date: fc.nat(19),
    }),
  },
  fc.record({ do: fc.constant('split' as const), id, date: fc.nat(19) }),
  fc.record({ do: fc.constantFrom('delete' as const, 'revive' as const), id }),
  fc.record({ do: fc.constant('once' as const), id }),
  fc.record({ do: fc.constant('twin' as const), id, of: id, day: fc.integer({ min: -100, max: 500 }) }),
  fc.constant({ do: 'forget-tokens' as const }),
  fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 0, max: 120 }) }),
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      at: fc.nat(5),
      trouble: fc.constantFrom<Trouble>(
        ...([
          'none',
          'none',
          'busy',
          'offline',
          'expired',
          'server',
          'gone',
          'edit',
          'twice',
          'twice',
        ] as const),
        ...(['killed-asking', 'killed-before', 'killed-inside', 'killed-after'] as const),
      ),
    }),
  },
);

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

function edit(
  service: CalendarService,
  step: Exclude<Step, { do: 'pass' | 'sync' }>,
  dates: CalendarClient['dates'],
): void {
  if (step.do === 'forget-tokens') {
    service.oldestToken = ++service.version;
    return;
  }
  if (step.do === 'add') {
    const name = `e${step.id}`;
    if (service.entries.has(name)) return;
    const { everyDays, count } = step;
    const start = START + step.day * DAY;
    service.add({ id: name, uid: `${name}@google.com`, title: name, start, everyDays, count });
    return;
  }
  if (step.do === 'twin') {
    // The same meeting under another id, as an invitation to a single date of it is.
    const twin = `t${step.id}`;
    if (service.entries.has(twin)) return;
    const start = START + step.day * DAY + 1_800_000;
    service.add({ id: twin, uid: `e${step.of}@google.com`, title: twin, start, everyDays: 0, count: 1 });
    return;
  }
  const entry = chosen(service, step);
  if (!entry) return;
  const name = entry.id;
  const date = 'date' in step ? service.datesOf(entry)[step.date] : undefined;
  switch (step.do) {
    case 'title':
      service.change(name, (one) => {
        one.title = `title ${step.title}`;
      });
      break;
    case 'move':
      service.change(name, (one) => {
        one.start = START + step.day * DAY;
        service.dropExceptions(one, Number.NEGATIVE_INFINITY);
      });
      break;
    case 'cancel-date':
      if (date) service.cancelDate(name, date.originalStart);
      break;
    case 'move-date':
      if (date)
        service.change(name, (one) => {
          const { originalStart } = date;
          const start = originalStart + 3 * 3_600_000;
          one.exceptions.set(originalStart, { cancelled: false, start, version: one.version });
        });
      break;
    case 'split': {
      const later = `${name.replace(/_R.*/, '')}_R${new Date(date?.originalStart ?? 0).toISOString().slice(0, 19).replace(/[-:]/g, '')}`;
      if (!date || step.date === 0 || service.entries.has(later)) return;
      const { everyDays, title } = entry;
      const uid = dates === 'by-rule' ? `${later}@google.com` : `${later}@elsewhere`;
      const count = entry.count - step.date;
      service.change(name, (one) => {
        one.count = step.date;
        service.dropExceptions(one, date.originalStart);
      });
      service.add({ id: later, uid, title, start: date.originalStart, everyDays, count });
      break;
    }
    case 'delete':
      service.change(name, (one) => {
        one.gone = true;
      });
      break;
    case 'once':
      service.change(name, (one) => {
        one.everyDays = 0;
        one.exceptions.clear();
      });
      break;
    case 'revive':
      entry.gone = false;
      service.change(name, (one) => service.dropExceptions(one, Number.NEGATIVE_INFINITY));
      break;
    default:
      step satisfies never;
  }
}

/** What a step is done to, where there is anything of the kind: most names by chance would be nobody's. */
function chosen(
  service: CalendarService,
  step: Exclude<Step, { do: 'pass' | 'sync' | 'forget-tokens' | 'add' | 'twin' }>,
): Entry | undefined {
  const all = [...service.entries.values()];
  const fit = all.filter((one) => {
    switch (step.do) {
      case 'revive':
        return one.gone;
      case 'title':
      case 'move':
      case 'delete':
        return !one.gone;
      case 'split':
      case 'cancel-date':
      case 'move-date':
        return !one.gone && one.everyDays > 0;
      case 'once':
        // With dates that stand by themselves, which have to go with the series.
        return !one.gone && one.everyDays > 0 && one.exceptions.size > 0;
      default:
        return step satisfies never;
    }
  });
  return fit[step.id % fit.length];
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

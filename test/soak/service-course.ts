import { googleClient } from '../../lib/calendar/google/google-client.ts';
import { microsoftClient } from '../../lib/calendar/microsoft/client.ts';
import type { CalendarClient, Provider } from '../../lib/calendar/sync/provider.ts';
import { syncCalendar } from '../../lib/calendar/sync/sync-calendar.ts';
import { MemoryCalendarStore } from '../builders/memory-calendar-store.ts';
import { googleStandIn } from '../sandbox/google/stand-in.ts';
import { microsoftStandIn } from '../sandbox/microsoft/microsoft-stand-in.ts';
import { freshRow } from './calendar-course.ts';

const START = Date.UTC(2026, 10, 5, 17);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WHO = 'asha@uni.example';

type Random = (below: number) => number;

/** Where people plan: with clocks that change in either half of the year, not at all, and by half hours. */
const ZONES = [
  { iana: 'UTC', windows: 'UTC' },
  { iana: 'Europe/Berlin', windows: 'W. Europe Standard Time' },
  { iana: 'America/New_York', windows: 'Eastern Standard Time' },
  { iana: 'Australia/Sydney', windows: 'AUS Eastern Standard Time' },
  { iana: 'Asia/Kolkata', windows: 'India Standard Time' },
] as const;
const zoneBy = (random: Random) => ZONES[random(ZONES.length)] ?? ZONES[0];

/** A service with one calendar, and what people do there by chance. */
interface Town {
  remoteId: string;
  client(): CalendarClient;
  edit(random: Random): void;
  /** Requests fail by chance from now on; 0: no more. */
  failing(seed: number, rate: number): void;
  expireTokens(): void;
  dropState(): void;
  /** When something takes place in the window, all of it, in order, by the stand-in's own reckoning. */
  starts(from: number, to: number): Promise<number[]>;
}

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

/** People press things that are not there any more; that is no failure. */
function press(action: () => void): void {
  try {
    action();
  } catch {
    // Nothing happened.
  }
}

async function googleTown(world: { now: number }): Promise<Town> {
  const google = googleStandIn({ now: () => world.now, sleep: async () => {} });
  google.control.accounts.add({ email: WHO, zone: 'Europe/Berlin' });
  const { events } = google.control;
  const ids: string[] = [];
  const scopes = ['calendar.events.readonly', 'calendar.calendarlist.readonly'];
  let token = google.control.tokens.issue(WHO, scopes);
  return {
    remoteId: WHO,
    client: () =>
      googleClient({
        now: () => world.now,
        zone: 'Europe/Berlin',
        random: () => 0.5,
        wait: async () => {},
        fetch: (input, init) => google.handle(new Request(input, init)),
        tokens: {
          async token({ renewed } = { renewed: false }) {
            if (renewed) token = google.control.tokens.issue(WHO, scopes);
            return token;
          },
        },
      }),
    edit(random) {
      const start = START + (random(140) - 20) * DAY + random(8) * HOUR;
      const id = ids[random(ids.length)] ?? '';
      const dates = events
        .occurrences(WHO, world.now - 20 * DAY, world.now + 100 * DAY)
        .filter((one) => one.recurringEventId === id);
      const original = Date.parse(dates[random(dates.length)]?.originalStartTime?.dateTime ?? '');
      const actions = [
        () => ids.push(events.put(WHO, { summary: `Once ${random(9)}`, start })),
        () =>
          ids.push(
            events.put(WHO, {
              summary: `Circle ${random(9)}`,
              start,
              zone: zoneBy(random).iana,
              rule: ['FREQ=WEEKLY;INTERVAL=2', 'FREQ=WEEKLY;COUNT=6', 'FREQ=MONTHLY'][random(3)] ?? '',
            }),
          ),
        () => events.change(WHO, id, { summary: `Renamed ${random(99)}` }),
        () => events.move(WHO, id, { start }),
        () => events.delete(WHO, id),
        () => events.cancelOccurrence(WHO, id, original),
        () => events.moveOccurrence(WHO, id, original, { start: original + (1 + random(30)) * HOUR }),
        () => events.changeOccurrence(WHO, id, original, { summary: 'Only this one' }),
        () => ids.push(events.split(WHO, id, original, { summary: 'From here on' })),
      ];
      press(actions[random(actions.length)] ?? (() => {}));
    },
    failing: (seed, rate) => google.control.faults.random({ seed, rate }),
    expireTokens: () => google.control.tokens.expireAll(),
    dropState: () => google.control.sync.drop(),
    starts: async (from, to) =>
      events.occurrences(WHO, from, to).map((one) => Date.parse(one.start?.dateTime ?? '')),
  };
}

async function microsoftTown(world: { now: number }, pageSize: number): Promise<Town> {
  const graph = microsoftStandIn({
    now: () => world.now,
    clients: [{ id: 'client', name: 'Circlekeeper', redirectUris: [] }],
  });
  graph.control.accounts.add({ email: WHO });
  const { events } = graph.control;
  const ids: string[] = [];
  let token = graph.control.tokens.issue(WHO);
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    const prefer = request.headers.get('prefer');
    if (prefer) request.headers.set('prefer', prefer.replace(/maxpagesize=\d+/, `maxpagesize=${pageSize}`));
    return graph.handle(request);
  };
  const client = () =>
    microsoftClient({
      fetch: send,
      now: () => world.now,
      wait: async () => {},
      tokens: {
        async token({ renewed } = { renewed: false }) {
          if (renewed) token = graph.control.tokens.issue(WHO);
          return token;
        },
      },
    });
  const listed = await client().calendars();
  const datesOf = (id: string, from: number, to: number) => {
    const read = events.read(WHO, id);
    return read.recurrence ? events.dates(WHO, id, from, to) : [id];
  };
  const startOf = (id: string) => Date.parse(`${events.read(WHO, id).start?.dateTime}Z`);
  return {
    remoteId: (listed.ok && listed.calendars[0]?.id) || '',
    client,
    edit(random) {
      const start = START + (random(140) - 20) * DAY + random(8) * HOUR;
      const id = ids[random(ids.length)] ?? '';
      const zone = zoneBy(random);
      const there = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone.iana);
      const day = days[there.dayOfWeek - 1] ?? 'monday';
      const date = () => {
        const dates = events.dates(WHO, id, world.now - 20 * DAY, world.now + 100 * DAY);
        return dates[random(dates.length)] ?? '';
      };
      const put = (subject: string, repeats: boolean) =>
        ids.push(
          events.put(WHO, {
            subject,
            start,
            end: start + HOUR,
            zone: zone.windows,
            ...(repeats
              ? {
                  repeat: {
                    pattern: {
                      type: 'weekly',
                      interval: 1 + random(2),
                      daysOfWeek: [day],
                      firstDayOfWeek: 'sunday',
                    },
                    ...(random(2) === 0 ? { count: 6 } : {}),
                  },
                }
              : {}),
          }),
        );
      const actions = [
        () => put(`Once ${random(9)}`, false),
        () => put(`Circle ${random(9)}`, true),
        () => events.change(WHO, id, { subject: `Renamed ${random(99)}` }),
        () => events.move(WHO, id, startOf(id) + 2 * HOUR),
        () => events.delete(WHO, id),
        () => events.delete(WHO, date()),
        () => {
          const one = date();
          events.move(WHO, one, startOf(one) + HOUR);
        },
        () => events.change(WHO, date(), { subject: 'Only this one' }),
      ];
      press(actions[random(actions.length)] ?? (() => {}));
    },
    failing: (seed, rate) => graph.control.faults.random(rate === 0 ? null : { seed, rate }),
    expireTokens: () => graph.control.tokens.expireAccess(),
    dropState: () => graph.control.sync.drop(WHO),
    starts: async (from, to) =>
      events
        .ids(WHO)
        .flatMap((id) => datesOf(id, from, to))
        .map(startOf)
        .sort((a, b) => a - b),
  };
}

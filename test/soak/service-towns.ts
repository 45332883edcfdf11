import { googleClient } from '../../lib/calendar/google/google-client.ts';
import { microsoftClient } from '../../lib/calendar/microsoft/client.ts';
import type { CalendarClient } from '../../lib/calendar/sync/provider.ts';
import { googleStandIn } from '../sandbox/google/stand-in.ts';
import { microsoftStandIn } from '../sandbox/microsoft/microsoft-stand-in.ts';

/** When the courses begin, UTC ms. */
export const START = Date.UTC(2026, 10, 5, 17);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WHO = 'asha@uni.example';

export type Random = (below: number) => number;

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
export interface Town {
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

/** People press things that are not there any more; that is no failure. */
function press(action: () => void): void {
  try {
    action();
  } catch {
    // Nothing happened.
  }
}

/** Google Calendar, by its stand-in. */
export async function googleTown(world: { now: number }): Promise<Town> {
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

/** Outlook, by its stand-in. `pageSize`: events a page, however many are asked for. */
export async function microsoftTown(world: { now: number }, pageSize: number): Promise<Town> {
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

import type { RecurrencePattern } from '@microsoft/microsoft-graph-types';
import { microsoftClient } from '@/lib/calendar/microsoft/client.ts';
import type { CalendarClient, Cursor, RemoteEvent } from '@/lib/calendar/sync/provider.ts';
import type { Control } from '../sandbox/microsoft/control.ts';
import { type MicrosoftOptions, microsoftStandIn } from '../sandbox/microsoft/microsoft-stand-in.ts';

export const ME = 'ada@uni.example';
export const CLIENT = '11111111-2222-3333-4444-555555555555';
export const HOME = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
export const START = Date.UTC(2026, 10, 5, 17);
export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const WINDOW = { from: START - 60 * DAY, to: START + 100 * DAY };
export const FORTNIGHTLY: RecurrencePattern = {
  type: 'weekly',
  interval: 2,
  daysOfWeek: ['thursday'],
  firstDayOfWeek: 'sunday',
};

/** `pageSize`: smaller pages than are asked for, as Graph may give. */
export function setUp(behaviour: NonNullable<MicrosoftOptions['behaviour']> = {}, pageSize?: number) {
  let at = START;
  const sandbox = microsoftStandIn({
    now: () => at,
    clients: [{ id: CLIENT, name: 'Circlekeeper', redirectUris: [HOME] }],
    behaviour,
  });
  sandbox.control.accounts.add({ email: ME });
  const asBrowser: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const prefer = request.headers.get('prefer');
    if (pageSize !== undefined && prefer) {
      request.headers.set('prefer', prefer.replace(/maxpagesize=\d+/, `maxpagesize=${pageSize}`));
    }
    if (request.method === 'POST') request.headers.set('origin', 'chrome-extension://abcdefghijklmnop');
    return sandbox.handle(request);
  };
  const makeClient = () =>
    microsoftClient({
      fetch: asBrowser,
      now: () => at,
      wait: async (ms) => {
        at += ms;
      },
      tokens: { token: async () => sandbox.control.tokens.issue(ME) },
    });
  return { control: sandbox.control, client: makeClient(), makeClient, asBrowser };
}

/** What the sync engine does with pages: takes out, then puts in; instances go with their master. */
export class Local {
  readonly events = new Map<string, RemoteEvent>();
  token: string | null = null;

  /** One round; each page by a client of its own, as if the worker were killed in between. */
  async round(makeClient: () => CalendarClient, calendarId: string): Promise<'done' | 'gone'> {
    if (this.token === null) this.events.clear();
    let cursor: Cursor =
      this.token === null
        ? { kind: 'full', ...WINDOW, page: null }
        : { kind: 'changes', token: this.token, page: null };
    for (;;) {
      const page = await makeClient().page(calendarId, cursor);
      if (!page.ok && page.reason === 'gone') {
        this.token = null;
        return 'gone';
      }
      if (!page.ok) throw new Error(`${page.reason} ${page.code}`);
      for (const id of page.removed) {
        this.events.delete(id);
        for (const event of this.events.values()) if (event.masterId === id) this.events.delete(event.id);
      }
      for (const event of page.events) this.events.set(event.id, event);
      if ('token' in page.next) {
        this.token = page.next.token;
        return 'done';
      }
      cursor = { ...cursor, page: page.next.page };
    }
  }

  /** What matters of it, in order. */
  shown() {
    return [...this.events.values()]
      .map(({ id, kind, masterId, title, start, lengthMs, originalStart }) => ({
        id,
        kind,
        masterId,
        title,
        start,
        lengthMs,
        originalStart,
      }))
      .sort((a, b) => a.start - b.start || a.id.localeCompare(b.id));
  }
}

export async function mainCalendar(client: CalendarClient): Promise<string> {
  const found = await client.calendars();
  const id = found.ok ? found.calendars[0]?.id : undefined;
  if (id === undefined) throw new Error('no calendar');
  return id;
}

/** Puts two series (one long begun) and a single event there; each call then does one thing to them, by chance. */
export function changesOf(control: Control): (step: number) => string {
  const { events } = control;
  const put = (subject: string, start: number, repeats: boolean) =>
    events.put(ME, {
      subject,
      start,
      end: start + HOUR,
      ...(repeats ? { repeat: { pattern: FORTNIGHTLY } } : {}),
    });
  const series = [put('Old circle', START - 308 * DAY, true), put('New circle', START, true)];
  const single = put('Once', START + DAY, false);
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return (step) => {
    const id = series[random(series.length)] ?? '';
    const dates = events.dates(ME, id, START, WINDOW.to);
    const date = dates[random(dates.length)] ?? '';
    const things: Record<string, () => void> = {
      'a date goes': () => dates.length > 2 && events.delete(ME, date),
      'a date is renamed': () => events.change(ME, date, { subject: `Changed ${step}` }),
      'a date is moved': () =>
        events.move(ME, date, Date.parse(`${events.read(ME, date).start?.dateTime}Z`) + HOUR),
      'a series is renamed': () => events.change(ME, id, { subject: `Circle at ${step}` }),
      'a series ends': () => {
        events.delete(ME, id);
        series[series.indexOf(id)] = put(`Circle from ${step}`, START - random(200) * DAY, true);
      },
      'something new': () => put(`New ${step}`, START + step * DAY, false),
      'an event moves, perhaps out of the window': () => events.move(ME, single, START + random(200) * DAY),
      'the state is lost': () => control.sync.drop(ME),
    };
    const names = Object.keys(things);
    const name = names[random(names.length)] ?? '';
    things[name]?.();
    return name;
  };
}

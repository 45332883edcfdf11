import type { RecurrencePattern } from '@microsoft/microsoft-graph-types';
import { describe, expect, it } from 'vitest';
import type { Control } from '@/test/sandbox/microsoft/control.ts';
import { type MicrosoftOptions, microsoftStandIn } from '@/test/sandbox/microsoft/microsoft-stand-in.ts';
import type { CalendarClient, Cursor, RemoteEvent, SignInWorld } from '../sync/provider.ts';
import { microsoftClient } from './client.ts';
import { meetingBlob } from './meeting-blob.ts';
import { microsoftSignIn } from './sign-in.ts';

const ME = 'ada@uni.example';
const CLIENT = '11111111-2222-3333-4444-555555555555';
const HOME = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const START = Date.UTC(2026, 10, 5, 17);
const DAY = 86_400_000;
const HOUR = 3_600_000;
const WINDOW = { from: START - 60 * DAY, to: START + 100 * DAY };
const FORTNIGHTLY: RecurrencePattern = {
  type: 'weekly',
  interval: 2,
  daysOfWeek: ['thursday'],
  firstDayOfWeek: 'sunday',
};

/** `pageSize`: smaller pages than are asked for, as Graph may give. */
function setUp(behaviour: NonNullable<MicrosoftOptions['behaviour']> = {}, pageSize?: number) {
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
class Local {
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

async function mainCalendar(client: CalendarClient): Promise<string> {
  const found = await client.calendars();
  const id = found.ok ? found.calendars[0]?.id : undefined;
  if (id === undefined) throw new Error('no calendar');
  return id;
}

/** Puts two series (one long begun) and a single event there; each call then does one thing to them, by chance. */
function changesOf(control: Control): (step: number) => string {
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

describe('signing in at a strict Entra', () => {
  const worldFor = (press: 'accept' | 'decline' | 'cancel' | 'close' = 'accept') => {
    const made = setUp();
    const world: SignInWorld = {
      fetch: made.asBrowser,
      now: () => START,
      redirectUrl: HOME,
      openWindow: (url, options) => made.control.openWindow(url, options, { account: ME, press }),
    };
    return { ...made, world };
  };
  const options = { clientId: CLIENT, access: 'read' } as const;

  it('connects, renews, and goes on in silence after the day of the refresh token', async () => {
    const { world, control } = worldFor();
    const connected = await microsoftSignIn.connect(world, options);
    if (!connected.ok) throw new Error(`${connected.reason} ${connected.code}`);
    expect(connected.identity.email).toBe(ME);
    expect(connected.tokens.access).toBe('read');
    const renew = () => microsoftSignIn.renew(world, { ...options, ...connected });
    expect(await renew()).toMatchObject({ ok: true });
    control.tokens.expireRefresh(ME);
    expect(await renew()).toMatchObject({ ok: true });
    control.accounts.signOut(ME);
    control.tokens.expireRefresh(ME);
    expect(await renew()).toMatchObject({ ok: false, reason: 'expired' });
  });

  it('knows when leave was taken back', async () => {
    const { world, control } = worldFor();
    const connected = await microsoftSignIn.connect(world, options);
    if (!connected.ok) throw new Error(`${connected.reason} ${connected.code}`);
    control.accounts.withdraw(ME, CLIENT);
    expect(await microsoftSignIn.renew(world, { ...options, ...connected })).toMatchObject({
      ok: false,
      reason: 'revoked',
    });
  });

  it.each([
    ['decline', 'refused'],
    ['cancel', 'cancelled'],
    ['close', 'cancelled'],
  ] as const)('understands %s', async (press, reason) => {
    const { world } = worldFor(press);
    expect(await microsoftSignIn.connect(world, options)).toMatchObject({ ok: false, reason });
  });
});

describe('reading from a strict Graph', () => {
  it('costs one request of a few hundred bytes when nothing changed', async () => {
    const { control, client, makeClient } = setUp();
    control.events.fill(ME, { count: 200, from: WINDOW.from + DAY, everyMs: HOUR * 5, series: true });
    const calendar = await mainCalendar(client);
    const local = new Local();
    await local.round(makeClient, calendar);
    expect(local.events.size).toBeGreaterThan(200);
    control.clearLog();
    await local.round(makeClient, calendar);
    expect(control.log.requests).toHaveLength(1);
    expect(control.log.requests[0]?.bytes).toBeLessThan(600);
  });

  const kinds = (['told', 'untold'] as const).flatMap((deletedDates) =>
    (['always', 'begun-in-window'] as const).flatMap((masters) =>
      [200, 3].map((pageSize) => ({ deletedDates, masters, pageSize })),
    ),
  );
  it.each(kinds)('ends up where a fresh reading does, whatever happened: %j', async (kind) => {
    const { control, client, makeClient } = setUp(kind, kind.pageSize);
    const calendar = await mainCalendar(client);
    const local = new Local();
    const change = changesOf(control);
    await local.round(makeClient, calendar);
    for (let step = 0; step < 60; step++) {
      const what = change(step);
      if ((await local.round(makeClient, calendar)) === 'gone') await local.round(makeClient, calendar);
      const fresh = new Local();
      await fresh.round(() => client, calendar);
      expect(local.shown(), `after step ${step}: ${what}`).toEqual(fresh.shown());
    }
  });
});

describe('writing to a strict Graph', () => {
  it('puts a text beside the part of a Teams meeting and takes it out again', async () => {
    const { control, client } = setUp();
    const id = control.events.put(ME, {
      subject: 'Circle',
      start: START,
      end: START + HOUR,
      repeat: { pattern: FORTNIGHTLY },
      html: '<p>Bring a question.</p>',
      teams: true,
    });
    const calendar = await mainCalendar(client);
    const before = await client.read(calendar, id);
    if (!before.ok) throw new Error(before.reason);
    const blob = meetingBlob(before.event.body.content);
    expect(blob).not.toBeNull();
    const content = before.event.body.content.replace('<p>Bring', '<p>Agenda</p><p>Bring');
    expect(content).not.toBe(before.event.body.content);
    const wrote = await client.write(
      calendar,
      before.event.id,
      { body: { type: 'html', content }, mark: 'circle-1' },
      before.event.etag,
    );
    expect(wrote).toMatchObject({ ok: true });
    const after = await client.read(calendar, id);
    if (!after.ok || !wrote.ok) throw new Error('not there');
    expect(after.event).toMatchObject({ mark: 'circle-1', etag: wrote.etag });
    expect(control.events.text(ME, id)).toContain('Agenda');
    expect(control.events.read(ME, id).isOnlineMeeting).toBe(true);
    const back = {
      body: { type: 'html' as const, content: after.event.body.content.replace(/<p[^>]*>Agenda<\/p>/, '') },
      mark: null,
    };
    expect(await client.write(calendar, id, back, before.event.etag)).toEqual({
      ok: false,
      reason: 'conflict',
    });
    expect(await client.write(calendar, id, back, after.event.etag)).toMatchObject({ ok: true });
    expect(control.events.extensions(ME, id)).toEqual({});
    expect(control.events.text(ME, id)).not.toContain('Agenda');
  });

  it('finds the next date of a series, past one that was taken out', async () => {
    const { control, client } = setUp();
    const id = control.events.put(ME, {
      subject: 'Circle',
      start: START - 28 * DAY,
      end: START - 28 * DAY + HOUR,
      repeat: { pattern: FORTNIGHTLY },
    });
    const calendar = await mainCalendar(client);
    const next = async (from: number) => {
      const found = await client.nextInstance(calendar, id, from);
      return found.ok ? found.event?.start : found.reason;
    };
    expect(await next(START)).toBe(START);
    expect(await next(START + 1)).toBe(START + 14 * DAY);
    const date = control.events.dates(ME, id, START, START + DAY)[0] ?? '';
    control.events.delete(ME, date);
    expect(await next(START)).toBe(START + 14 * DAY);
  });
});

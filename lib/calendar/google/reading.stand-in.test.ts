import { beforeEach, describe, expect, it } from 'vitest';
import { ANNA, BEN, DAY, type GoogleTown, googleTown, START } from '../../../test/builders/google-town.ts';
import type { CalendarClient, Cursor, RemoteEvent } from '../sync/provider.ts';

const FULL: Cursor = { kind: 'full', from: START - 60 * DAY, to: START + 400 * DAY, page: null };

let town: GoogleTown;
beforeEach(() => {
  town = googleTown();
});

/** Reads to the end, into what is known. */
async function sync(client: CalendarClient, first: Cursor, known: Map<string, RemoteEvent>): Promise<string> {
  let cursor = first;
  for (;;) {
    const page = await client.page(ANNA, cursor);
    if (!page.ok) throw new Error(page.reason);
    for (const id of page.removed) {
      known.delete(id);
      for (const [one, { masterId }] of known) if (masterId === id) known.delete(one);
    }
    for (const event of page.events) known.set(event.id, event);
    if ('token' in page.next) return page.next.token;
    cursor = { ...cursor, page: page.next.page };
  }
}

const circle = {
  summary: 'Thursday circle',
  start: START,
  minutes: 90,
  rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
  guests: [BEN, 'cy@elsewhere.org'],
  meet: 'abc-defg-hij',
};

describe('reading the stand-in', () => {
  it('finds a circle as its rule, with people and call', async () => {
    const id = town.control.events.put(ANNA, circle);
    const known = new Map<string, RemoteEvent>();
    await sync(town.reading(), FULL, known);
    expect(known.get(id)).toMatchObject({
      kind: 'master',
      title: 'Thursday circle',
      start: START,
      lengthMs: 90 * 60_000,
      zone: 'Europe/Berlin',
      rule: ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'],
      organizer: { email: ANNA },
      mayWrite: true,
      myResponse: 'accepted',
      call: { host: 'meet', code: 'abc-defg-hij' },
    });
    expect(known.get(id)?.guests.map(({ email }) => email)).toEqual(
      expect.arrayContaining([BEN, 'cy@elsewhere.org']),
    );
    expect(town.control.problems()).toEqual([]);
  });

  it('reads many pages, and then one small answer when nothing changed', async () => {
    town.control.events.fill(ANNA, { count: 6000, from: START, everyMinutes: 60 });
    const known = new Map<string, RemoteEvent>();
    const client = town.reading();
    const token = await sync(client, FULL, known);
    expect(known.size).toBe(6000);
    expect(town.control.log.all()).toHaveLength(3);
    town.control.log.clear();
    const page = await client.page(ANNA, { kind: 'changes', token, page: null });
    expect(page).toMatchObject({ ok: true, events: [], removed: [] });
    const log = town.control.log.all();
    expect(log).toHaveLength(1);
    // Google's own token has about fifty characters, the stand-in's many more.
    const next = page.ok && 'token' in page.next ? page.next.token : '';
    expect((log[0]?.bytes ?? 0) - next.length).toBeLessThan(80);
  });

  it('begins anew when the token is gone', async () => {
    const token = await sync(town.reading(), FULL, new Map());
    town.control.sync.drop();
    const page = await town.reading().page(ANNA, { kind: 'changes', token, page: null });
    expect(page).toEqual({ ok: false, reason: 'gone' });
  });

  it('knows after each change what a first reading would know', async () => {
    const { events } = town.control;
    const id = events.put(ANNA, circle);
    const other = events.put(ANNA, { summary: 'Dentist', start: START + DAY });
    const day = events.put(ANNA, { summary: 'Off', start: '2026-11-09' });
    const client = town.reading();
    const known = new Map<string, RemoteEvent>();
    let token = await sync(client, FULL, known);
    const second = START + 14 * DAY;
    const edits: Record<string, () => unknown> = {
      'a date is moved': () => events.moveOccurrence(ANNA, id, second, { start: second + DAY }),
      'a date is cancelled': () => events.cancelOccurrence(ANNA, id, START + 28 * DAY),
      'a guest is added': () => events.addGuest(ANNA, id, 'dee@elsewhere.org'),
      'a guest answers': () => events.answer(ANNA, id, BEN, 'declined'),
      'a text is changed': () =>
        events.change(ANNA, id, { description: '<b>Bring</b> tea', summary: 'Circle' }),
      'an event is deleted': () => events.delete(ANNA, other),
      'a whole day is moved': () => events.move(ANNA, day, { start: '2026-11-10' }),
      'the series is split': () => events.split(ANNA, id, START + 70 * DAY, { summary: 'New half' }),
      'the series is deleted': () => events.delete(ANNA, id),
    };
    for (const [what, edit] of Object.entries(edits)) {
      town.now += 60_000;
      edit();
      token = await sync(client, { kind: 'changes', token, page: null }, known);
      const fresh = new Map<string, RemoteEvent>();
      await sync(client, FULL, fresh);
      expect(new Map([...known].toSorted()), what).toEqual(new Map([...fresh].toSorted()));
    }
    expect(town.control.problems()).toEqual([]);
  });

  it('goes on through a service in trouble', async () => {
    town.control.events.fill(ANNA, { count: 5001, from: START, everyMinutes: 60 });
    town.control.faults.failNext({ status: 403, reason: 'rateLimitExceeded', times: 2 });
    town.control.faults.failNext({ status: 429, retryAfter: 5 });
    const known = new Map<string, RemoteEvent>();
    await sync(town.reading(), FULL, known);
    expect(known.size).toBe(5001);
    town.control.faults.failNext({ status: 503, retryAfter: 600 });
    expect(await town.reading().page(ANNA, FULL)).toMatchObject({ reason: 'busy', retryAt: START + 600_000 });
    town.control.faults.failNext({ kind: 'lost' });
    expect(await town.reading().page(ANNA, FULL)).toMatchObject({ reason: 'offline' });
  });
});

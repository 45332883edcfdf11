import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { vcalendar, vevent } from '@/test/builders/ics';
import { NO_EVENTS, toBuckets } from '../calendar/sync/buckets.ts';
import type { RemoteEvent } from '../calendar/sync/provider.ts';
import { createCircle } from '../circle/commands.ts';
import { archiveCircle } from '../circle/edit.ts';
import type { PageEvent } from '../platform/messages.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { decide } from './decisions.ts';
import { findEvent } from './event-book.ts';
import { importFile } from './sources.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const BEGUN = Date.UTC(2026, 10, 12, 15);
const PEOPLE = ['ada', 'bo', 'chen', 'dana', 'emeka'];
let db: Database;

const lines = (uid: string, more: readonly string[] = []) =>
  vevent([
    `UID:${uid}`,
    'DTSTART:20261112T150000Z',
    'DURATION:PT90M',
    'SUMMARY:Peer mentoring circle',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6',
    'LOCATION:https://meet.google.com/abc-defg-hij',
    ...PEOPLE.map((name) => `ATTENDEE;CN=${name}:mailto:${name}@example.org`),
    ...more,
  ]);

/** The file of the calendar, read again in the place of what it gave before. */
const read = (components: readonly string[]) =>
  importFile(db, { name: 'week.ics', content: new Blob([vcalendar(components)]) }, { now: NOW });

const google = (eventId: string): PageEvent => ({ site: 'google', eventId, calendarId: 'ada@gmail.com' });
const DATE = google('abc_20261112T150000Z');

async function circle(links: readonly string[] = []): Promise<void> {
  const members = ['ada', 'bo'].map((id) => ({ id, name: id, email: '', guide: null, isMe: id === 'ada' }));
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [] };
  const series = links.map((value) => ({ kind: 'series', value }) as const);
  await append(
    db,
    createCircle({ id: 'c', name: 'Thursday', ...how, members, links: series }, NOW, '2026-11-05'),
  );
}

beforeEach(async () => {
  ({ db } = await freshDatabase(NOW));
});

describe('an event of a calendar’s page, without an account', () => {
  it('is nothing while no calendar and no circle knows it', async () => {
    expect(await findEvent(db, DATE)).toMatchObject({ show: 'nothing', circleId: null });
  });

  it('is offered when its series looks like a circle, until the member says yes or no to the series', async () => {
    await read([lines('abc@google.com')]);
    const offer = await findEvent(db, DATE);
    expect(offer.show).toBe('offer');
    if (!offer.series) throw new Error('no series');
    const undo = await decide(db, offer.series, null);
    expect((await findEvent(db, google('abc_20261126T150000Z'))).show).toBe('nothing');
    await undo();
    expect((await findEvent(db, DATE)).show).toBe('offer');
    await circle();
    await decide(db, offer.series, 'c');
    expect(await findEvent(db, DATE)).toMatchObject({ show: 'circle', circleId: 'c' });
  });

  it('is when the calendar says that is believed, not when an older copy of it said', async () => {
    const file = (name: string, now: number, components: readonly string[]) =>
      importFile(db, { name, content: new Blob([vcalendar(components)]) }, { now });
    const moved = vevent([
      'UID:abc@google.com',
      'RECURRENCE-ID:20261112T150000Z',
      'DTSTART:20261113T100000Z',
      'DURATION:PT90M',
      'SUMMARY:Peer mentoring circle',
    ]);
    await file('new.ics', NOW + 1, [lines('abc@google.com'), moved]);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
      await file(`${name}.ics`, NOW, [lines('abc@google.com')]);
    await circle(['abc@google.com']);
    expect((await findEvent(db, DATE)).date?.start).toBe(Date.UTC(2026, 10, 13, 10));
  });

  it('is a circle’s by the series that the circle names, also when no calendar is read here', async () => {
    await circle(['abc@google.com']);
    expect(await findEvent(db, DATE)).toMatchObject({
      show: 'circle',
      circleId: 'c',
      originalStart: BEGUN,
      date: null,
    });
  });

  it('keeps its date when it is moved, and says when it is now', async () => {
    await circle(['abc@google.com']);
    const moved = vevent([
      'UID:abc@google.com',
      'RECURRENCE-ID:20261112T150000Z',
      'DTSTART:20261113T100000Z',
      'DURATION:PT60M',
      'SUMMARY:Peer mentoring circle',
    ]);
    await read([lines('abc@google.com'), moved]);
    expect((await findEvent(db, DATE)).date).toMatchObject({
      originalStart: BEGUN,
      start: Date.UTC(2026, 10, 13, 10),
      lengthMs: 3_600_000,
    });
  });

  it('is not offered when it looks like nothing, nor is a circle shown that was put away', async () => {
    await read([lines('lunch@google.com').replaceAll('Peer mentoring circle', 'Lunch')]);
    expect((await findEvent(db, google('lunch_20261112T150000Z'))).show).toBe('nothing');
    await circle(['abc@google.com']);
    await append(db, [archiveCircle('c', 'ada', true, [])]);
    expect((await findEvent(db, DATE)).show).toBe('nothing');
  });
});

describe('with an account', () => {
  const UID = '040000008200E00074C5B7101A82E00800000000A0';
  const row = (event: Partial<RemoteEvent>): RemoteEvent => ({
    id: 'AAMk-master=',
    kind: 'master',
    masterId: null,
    uid: UID,
    originalStart: null,
    etag: '1',
    cancelled: false,
    title: 'Peer mentoring circle',
    description: '',
    location: '',
    zone: 'UTC',
    start: BEGUN,
    lengthMs: 5_400_000,
    allDay: false,
    status: 'confirmed',
    myResponse: null,
    rule: [],
    organizer: null,
    mayWrite: false,
    guests: [],
    call: null,
    circleMark: null,
    ...event,
  });

  async function account(events: readonly RemoteEvent[]): Promise<void> {
    const roots = new Map([['AAMk-master=', events]]);
    const numbers = Array.from({ length: 64 }, (_, at) => at);
    const rows = toBuckets('cal', roots, numbers).filter((bucket) => bucket.json !== NO_EVENTS);
    await db.events.bulkPut(rows);
    await db.calendars.put({
      id: 'cal',
      accountId: 'a',
      remoteId: 'r',
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
      events: events.length,
    });
  }

  const outlook = (eventId: string): PageEvent => ({ site: 'outlook', eventId, calendarId: '' });

  it('is found by the id of its service, though Outlook’s page writes it in another alphabet', async () => {
    await circle([UID]);
    const date = row({ id: 'AAMk-1_2=', kind: 'instance', masterId: 'AAMk-master=', originalStart: BEGUN });
    await account([row({}), date]);
    expect(await findEvent(db, outlook('AAMk/1+2='))).toMatchObject({
      show: 'circle',
      circleId: 'c',
      originalStart: BEGUN,
    });
  });

  it('names no date when the whole series is open', async () => {
    await circle([UID]);
    await account([row({})]);
    expect(await findEvent(db, outlook('AAMk/master='))).toMatchObject({
      show: 'circle',
      originalStart: null,
    });
  });

  it('is nothing for an id that no calendar has, and for an event of no circle', async () => {
    await circle([UID]);
    await account([row({ uid: 'another' })]);
    expect((await findEvent(db, outlook('AAMk/else='))).show).toBe('nothing');
    expect((await findEvent(db, outlook('AAMk/master='))).show).toBe('nothing');
  });
});

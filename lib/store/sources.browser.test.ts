import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { vcalendar, vevent } from '@/test/builders/ics';
import { createCircle } from '../circle/commands.ts';
import { newId } from '../platform/id.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import { allSeries, saveSource, spottedSeries } from './calendar.ts';
import type { Database } from './database.ts';
import { askAgain, continuations, decide, keepSplits } from './decisions.ts';
import { refreshFeeds } from './refresh-feeds.ts';
import { addFeed, importFile, refreshFeed } from './sources.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const FEED = 'https://cal.example.org/private-s3cret/basic.ics';
const PEOPLE = ['ada', 'bo', 'chen', 'dana', 'emeka'];

interface Meeting {
  uid: string;
  title?: string;
  /** Local start, `20261001T160000`. */
  start?: string;
  rule?: string;
  people?: readonly string[];
  code?: string;
}

const event = ({
  uid,
  title = 'Peer mentoring circle',
  start = '20261001T160000',
  ...more
}: Meeting): string =>
  vevent([
    `UID:${uid}`,
    `DTSTART;TZID=Europe/Berlin:${start}`,
    'DURATION:PT90M',
    `SUMMARY:${title}`,
    `RRULE:${more.rule ?? 'FREQ=WEEKLY;INTERVAL=2'}`,
    `LOCATION:https://meet.google.com/${more.code ?? 'abc-defg-hij'}`,
    ...(more.people ?? PEOPLE).map((name) => `ATTENDEE;CN=${name}:mailto:${name}@example.org`),
  ]);

const calendar = (meetings: readonly Meeting[], name?: string): string =>
  vcalendar(meetings.map(event), name === undefined ? [] : [`X-WR-CALNAME:${name}`]);

const read = (db: Database, text: string, name = 'week.ics') =>
  importFile(db, { name, content: new Blob([text]) }, { now: NOW });

/** A server with one feed, whose answer can be changed. */
function server(answer: () => Response, allowed = true) {
  return {
    now: NOW,
    fetch: async () => answer(),
    allowed: async () => allowed,
  };
}

async function circleOf(db: Database, key: string): Promise<string> {
  const id = newId();
  const members = PEOPLE.map((name, seat) => ({
    id: `${id}-${name}`,
    name,
    email: `${name}@example.org`,
    guide: null,
    isMe: seat === 0,
  }));
  const links = [{ kind: 'series' as const, value: key }];
  const circle = {
    id,
    name: 'Thursday circle',
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 90,
    agreement: [],
    links,
    members,
  };
  await append(db, createCircle(circle, NOW, '2026-11-05'));
  return id;
}

describe('a calendar file', () => {
  it('replaces what was read of the same calendar, and only that', async () => {
    const { db } = await freshDatabase(NOW);
    await read(db, calendar([{ uid: 'a' }, { uid: 'b' }], 'Work'), 'work.ics');
    await read(db, calendar([{ uid: 'x' }], 'Home'), 'home.ics');
    const again = await read(db, calendar([{ uid: 'a' }], 'Work'), 'work (1).ics');
    expect(again).toMatchObject({ ok: true, replaced: true, source: { name: 'Work', events: 1 } });
    expect((await db.sources.toArray()).map((source) => source.name).sort()).toEqual(['Home', 'Work']);
    expect((await allSeries(db)).map((series) => series.key).sort()).toEqual(['a', 'x']);
  });

  it('that fails leaves what was there', async () => {
    const { db } = await freshDatabase(NOW);
    await read(db, calendar([{ uid: 'a' }]));
    expect(await read(db, 'hello')).toEqual({ ok: false, reason: 'not-a-calendar' });
    expect(await read(db, '')).toEqual({ ok: false, reason: 'empty' });
    expect(await read(db, 'PK\u0003\u0004')).toEqual({ ok: false, reason: 'packed' });
    expect((await allSeries(db)).map((series) => series.key)).toEqual(['a']);
  });

  it('of other people’s ids of any length can be decided on and comes back from a copy', async () => {
    const { db } = await freshDatabase(NOW);
    const uid = 'long-'.repeat(120);
    await read(db, calendar([{ uid }]));
    const [found] = await spottedSeries(db);
    if (!found) throw new Error('nothing was spotted');
    await decide(db, found.series, null);
    const { db: other } = await freshDatabase(NOW);
    const copied = await importEverything(other, await exportEverything(db));
    expect(copied).toMatchObject({ ok: true, result: { added: 1, unreadable: 0, unsound: 0 } });
    await read(other, calendar([{ uid }]));
    expect((await spottedSeries(other)).map((one) => one.decision)).toEqual([null]);
  });
});

describe('a feed', () => {
  const good = (text = calendar([{ uid: 'a' }])) => new Response(text, { headers: { etag: '"1"' } });

  it('that cannot be read the first time leaves nothing behind', async () => {
    const { db } = await freshDatabase(NOW);
    const gone = server(() => new Response('', { status: 404 }));
    expect(await addFeed(db, FEED, gone)).toEqual({ ok: false, reason: 'missing' });
    expect(await db.sources.count()).toBe(0);
  });

  it('keeps what it gave when it fails later, says why, and forgets that when it works again', async () => {
    const { db } = await freshDatabase(NOW);
    const added = await addFeed(
      db,
      FEED,
      server(() => good()),
    );
    if (!added.ok) throw new Error(added.reason);
    const { id } = added.source;
    const broken = [
      [new Response('', { status: 401 }), 'unauthorized'],
      [new Response('<html>Sign in</html>'), 'not-a-calendar'],
      [new Response(calendar([{ uid: 'a' }, { uid: 'b' }]).slice(0, -30)), 'offline'],
    ] as const;
    for (const [answer, reason] of broken) {
      await refreshFeed(
        db,
        id,
        server(() => answer),
      );
      expect(await db.sources.get(id)).toMatchObject({ error: reason, events: 1, readAt: NOW });
      expect((await allSeries(db)).map((series) => series.key)).toEqual(['a']);
    }
    await refreshFeed(
      db,
      id,
      server(() => good(calendar([{ uid: 'c' }]))),
    );
    expect(await db.sources.get(id)).toMatchObject({ error: null, etag: '"1"' });
    expect((await allSeries(db)).map((series) => series.key)).toEqual(['c']);
  });

  it('that has not changed is not read again, but for its dates to reach on', async () => {
    const { db, clock } = await freshDatabase(NOW);
    const asked: (string | null)[] = [];
    const tools = () => ({
      ...server(() => good()),
      now: clock.now,
      fetch: async (_: unknown, init?: RequestInit) => {
        const etag = new Headers(init?.headers).get('if-none-match');
        asked.push(etag);
        return etag
          ? new Response(null, { status: 304 })
          : good(calendar([{ uid: 'a', rule: 'FREQ=WEEKLY' }]));
      },
    });
    const added = await addFeed(db, FEED, tools());
    if (!added.ok) throw new Error(added.reason);
    const last = async () =>
      Math.max(...((await allSeries(db))[0]?.occurrences.map((one) => one.start) ?? []));
    const before = await last();
    for (const days of [1, 29, 31, 60]) {
      clock.now = NOW + days * 86_400_000;
      await refreshFeed(db, added.source.id, tools());
    }
    expect(asked).toEqual([null, '"1"', '"1"', null, '"1"']);
    expect(await last()).toBeGreaterThan(before + 27 * 86_400_000);
  });

  it('that was added before is read again instead of standing there twice', async () => {
    const { db } = await freshDatabase(NOW);
    await addFeed(
      db,
      FEED,
      server(() => good()),
    );
    await addFeed(
      db,
      FEED,
      server(() => good()),
    );
    expect(await db.sources.count()).toBe(1);
  });

  it('that was removed while it was fetched stays removed', async () => {
    const { db } = await freshDatabase(NOW);
    const added = await addFeed(
      db,
      FEED,
      server(() => good()),
    );
    if (!added.ok) throw new Error(added.reason);
    const slow = {
      ...server(() => good()),
      fetch: async () => {
        await db.sources.delete(added.source.id);
        return good();
      },
    };
    expect(await refreshFeed(db, added.source.id, slow)).toEqual({ ok: false, reason: 'removed' });
    expect(await db.sources.count()).toBe(0);
  });

  it('is left alone in the background while its host is not allowed', async () => {
    const { db } = await freshDatabase(NOW);
    await addFeed(
      db,
      FEED,
      server(() => good()),
    );
    await refreshFeeds(
      db,
      server(() => good(), false),
    );
    expect((await db.sources.toArray())[0]).toMatchObject({ error: 'not-allowed', events: 1 });
  });

  it('never gets its address into a copy of everything', async () => {
    const { db } = await freshDatabase(NOW);
    await addFeed(
      db,
      FEED,
      server(() => good()),
    );
    const [found] = await spottedSeries(db);
    if (!found) throw new Error('nothing was spotted');
    await decide(db, found.series, null);
    const copy = await exportEverything(db);
    expect(copy).toContain('series.decided');
    expect(copy).not.toContain('s3cret');
  });
});

describe('a decision on a series', () => {
  it('survives a new reading, can be undone, and is asked about again', async () => {
    const { db } = await freshDatabase(NOW);
    const decisionOf = async () => (await spottedSeries(db)).map((one) => one.decision);
    await read(db, calendar([{ uid: 'a' }]));
    const [found] = await spottedSeries(db);
    if (!found) throw new Error('nothing was spotted');
    const undo = await decide(db, found.series, null);
    await read(db, calendar([{ uid: 'a', title: 'Our peer mentoring circle' }]));
    expect(await decisionOf()).toEqual([null]);
    await undo();
    expect(await decisionOf()).toEqual([undefined]);
    await decide(db, found.series, null);
    await decide(db, found.series, await circleOf(db, 'elsewhere'));
    const id = (await db.circles.toCollection().primaryKeys())[0] ?? '';
    expect(await askAgain(db, 'a', 'another')).toEqual([]);
    await append(db, await askAgain(db, 'a'));
    expect(await db.decisions.get('a')).toBeUndefined();
    // The circle it was linked to says no more that it is it.
    expect((await db.circles.get(id))?.seriesKeys).toEqual(['elsewhere']);
    expect(await decisionOf()).toEqual([undefined]);
  });

  it('for a circle links the series to it, and undoing takes both back', async () => {
    const { db } = await freshDatabase(NOW);
    await read(db, calendar([{ uid: 'a' }]));
    const [found] = await spottedSeries(db);
    if (!found) throw new Error('nothing was spotted');
    const id = await circleOf(db, 'elsewhere');
    const undo = await decide(db, found.series, id);
    expect((await db.circles.get(id))?.seriesKeys).toEqual(['elsewhere', 'a']);
    await undo();
    expect((await db.circles.get(id))?.seriesKeys).toEqual(['elsewhere']);
    expect((await spottedSeries(db)).map((one) => one.decision)).toEqual([undefined]);
  });

  it('passes on to the rest of a series that was split, when title, people and link match', async () => {
    const { db } = await freshDatabase(NOW);
    const id = await circleOf(db, 'old');
    const old: Meeting = { uid: 'old', rule: 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20261101T000000Z' };
    await read(db, calendar([old, { uid: 'new', start: '20261112T160000' }]));
    await keepSplits(db);
    expect((await db.circles.get(id))?.seriesKeys).toEqual(['old', 'new']);
    expect((await db.decisions.get('new'))?.circleId).toBe(id);
  });

  it('is asked about once when something of a split series changed', async () => {
    const { db } = await freshDatabase(NOW);
    const id = await circleOf(db, 'old');
    const old: Meeting = { uid: 'old', rule: 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20261101T000000Z' };
    await read(db, calendar([old, { uid: 'new', start: '20261112T160000', code: 'xyz-abcd-efg' }]));
    await keepSplits(db);
    expect((await db.circles.get(id))?.seriesKeys).toEqual(['old']);
    const [question] = await continuations(db);
    expect(question).toMatchObject({ circleId: id, sure: false, series: { key: 'new' } });
    if (question) await decide(db, question.series, null);
    expect(await continuations(db)).toEqual([]);
  });

  it('stays when its calendar is removed, for the day it comes back', async () => {
    const { db } = await freshDatabase(NOW);
    await read(db, calendar([{ uid: 'a' }]));
    const [found] = await spottedSeries(db);
    if (!found) throw new Error('nothing was spotted');
    await decide(db, found.series, null);
    for (const source of await db.sources.toArray()) await saveSource(db, source, []);
    expect(await spottedSeries(db)).toEqual([]);
    await read(db, calendar([{ uid: 'a' }]));
    expect((await spottedSeries(db)).map((one) => one.decision)).toEqual([null]);
  });
});

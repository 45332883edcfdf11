import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { vcalendar, vevent } from '@/test/builders/ics';
import { createCircle } from '../circle/commands.ts';
import { archiveCircle, linkCircle, memberLeft } from '../circle/edit.ts';
import { append } from './append.ts';
import { callBook } from './call-book.ts';
import { COPY_ALL } from './copy-source.ts';
import type { Database } from './database.ts';
import { meetsInTeams } from './meets-in-teams.ts';
import { shareCircle } from './share-circle.ts';
import { importFile } from './sources.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const BEGUN = Date.UTC(2026, 10, 12, 15);
const THREAD = '19:meeting_NmQ3ZTk@thread.v2';
const JOIN = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NmQ3ZTk%40thread.v2/0?context=%7b%7d';
let db: Database;

async function circle(id: string, name: string, series?: string): Promise<void> {
  const members = ['ada', 'bo'].map((one) => ({
    id: `${id} ${one}`,
    name: one,
    email: '',
    guide: null,
    isMe: one === 'ada',
  }));
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [] };
  const links = series ? [{ kind: 'series', value: series } as const] : [];
  await append(db, createCircle({ id, name, ...how, members, links }, NOW, '2026-11-05'));
}

/** The calendar's one series, linked to the circle `c`. */
async function inCalendar(location: string): Promise<void> {
  const event = vevent([
    'UID:abc@example.org',
    'DTSTART:20261112T150000Z',
    'DURATION:PT90M',
    'SUMMARY:Peer mentoring  circle',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=6',
    `LOCATION:${location}`,
  ]);
  await importFile(db, { name: 'week.ics', content: new Blob([vcalendar([event])]) }, { now: NOW });
  const [series] = await db.series.toArray();
  await circle('c', 'Thursday', series?.key ?? 'none');
}

beforeEach(async () => {
  ({ db } = await freshDatabase(NOW));
});

describe('a circle that a call’s title names', () => {
  it('is found by its own name and by its calendar’s, with the day it meets next', async () => {
    await inCalendar(JOIN);
    const found = { circleId: 'c', next: BEGUN };
    expect(await callBook(db).circleByTitle('peer mentoring circle', NOW)).toEqual(found);
    expect(await callBook(db).circleByTitle(' THURSDAY ', NOW)).toEqual(found);
    expect(await callBook(db).circleByTitle('Thursday lunch', NOW)).toBeNull();
  });

  it('is none where two are called so, and none that rests', async () => {
    await circle('c', 'Thursday');
    expect(await callBook(db).circleByTitle('Thursday', NOW)).toEqual({ circleId: 'c', next: null });
    await circle('d', 'Thursday');
    expect(await callBook(db).circleByTitle('Thursday', NOW)).toBeNull();
    await append(db, [archiveCircle('d', null, true, [])]);
    expect(await callBook(db).circleByTitle('Thursday', NOW)).toEqual({ circleId: 'c', next: null });
  });
});

describe('a circle that meets in Teams', () => {
  it('is known by the link of its calendar, and by its own', async () => {
    await inCalendar(JOIN);
    expect(await meetsInTeams(db, 'c')).toBe(true);
    expect(await callBook(db).circleByCode('teams', THREAD, NOW)).toEqual({ circleId: 'c' });
    await circle('d', 'Friday');
    expect(await meetsInTeams(db, 'd')).toBe(false);
    const link = { kind: 'call', host: 'teams', value: '3112345678901', url: '' } as const;
    await append(db, [linkCircle('d', null, link)]);
    expect(await meetsInTeams(db, 'd')).toBe(true);
  });

  it('is none whose calendar leads to Meet', async () => {
    await inCalendar('https://meet.google.com/abc-defg-hij');
    expect(await meetsInTeams(db, 'c')).toBe(false);
  });
});

describe('a room that several circles meet in', () => {
  const room = { kind: 'call', host: 'teams', value: '3112345678901', url: '' } as const;
  const at = (now: number) => callBook(db).circleByCode('teams', room.value, now);

  it('is of the one that is on, of none in between, and never of one that rests', async () => {
    await inCalendar(JOIN);
    await circle('a', 'Friday');
    for (const id of ['a', 'c']) await append(db, [linkCircle(id, null, room)]);
    expect(await at(BEGUN + 60_000)).toEqual({ circleId: 'c' });
    expect(await at(BEGUN - 86_400_000)).toBeNull();
    await append(db, [archiveCircle('a', null, true, [])]);
    expect(await at(BEGUN - 86_400_000)).toEqual({ circleId: 'c' });
  });

  it('asks nobody about the circle they left', async () => {
    await inCalendar(JOIN);
    const declined = async () => (await callBook(db).scheduledAround(BEGUN)).map((one) => one.declined);
    expect(await declined()).toEqual([false]);
    await append(db, [memberLeft('c', 'c ada', 'c ada', '2026-11-06', [])]);
    expect(await declined()).toEqual([true]);
  });

  it('is by now the shared one it goes on in, and none once it is not here', async () => {
    await circle('c', 'Women');
    expect(await callBook(db).circleNow('c')).toBe('c');
    const shared = await shareCircle(db, 'c', COPY_ALL);
    expect(shared).toMatchObject({ ok: true });
    expect(await callBook(db).circleNow('c')).toBe(shared.ok && shared.circleId);
    expect(await callBook(db).circleNow('other')).toBeNull();
  });
});

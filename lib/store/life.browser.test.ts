import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, projections } from '@/test/builders/database';
import { vcalendar, vevent } from '@/test/builders/ics';
import { createCircle } from '../circle/commands.ts';
import { linkCircle, setPause } from '../circle/edit.ts';
import { makeContract } from '../contract/commands.ts';
import { ME } from '../fact/fact.ts';
import { beginPlan, writeGoal } from '../goal/commands.ts';
import { planEntity } from '../goal/development-plan.ts';
import { callOff, planned } from '../meeting/commands.ts';
import { meetingIdFor } from '../meeting/meeting-id.ts';
import { writeTie } from '../network/tie.ts';
import { isoDay } from '../platform/iso-day.ts';
import { append } from './append.ts';
import { factsOfKind } from './circles.ts';
import { myAskedContracts, myOpenContracts } from './contracts.ts';
import type { Database } from './database.ts';
import { eraseCircle, erasureOf } from './erasures.ts';
import { ingest } from './ingest.ts';
import { rebuild } from './projections.ts';
import { comingMeetings } from './reminders.ts';
import { loadRoom, slotOf } from './room.ts';
import { plannedDates, upcoming } from './schedule.ts';
import { importFile } from './sources.ts';

const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2026, 6, 2, 15);
const date = (n: number) => START + n * 14 * DAY;

let db: Database;
let clock: { now: number };

beforeEach(async () => {
  ({ db, clock } = await freshDatabase(START - DAY));
  const members = ['ada', 'bo'].map((id) => ({ id, name: id, email: '', guide: null, isMe: id === 'ada' }));
  const base = {
    id: 'c',
    name: 'C',
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 90,
    agreement: [],
    links: [],
  };
  const event = vevent([
    'UID:pmc@x',
    'DTSTART:20260702T150000Z',
    'DURATION:PT90M',
    'SUMMARY:Peer mentoring circle',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=12',
  ]);
  const links = [{ kind: 'series', value: 'pmc@x' } as const];
  await append(db, createCircle({ ...base, members, links }, START - 90 * DAY, '2026-04-02'));
  await importFile(db, { name: 'c.ics', content: new Blob([vcalendar([event])]) }, { now: clock.now });
});

const starts = async (days = 200) =>
  (await upcoming(db, clock.now, clock.now + days * DAY, 'c')).map((one) => (one.start - START) / DAY / 14);
const acting = async (n: number) => {
  const all = await plannedDates(db, clock.now, clock.now + 300 * DAY, 'c');
  const one = [...all.held, ...all.off].find(({ start }) => start === date(n));
  if (!one) throw new Error(`no date ${n}`);
  const row = (await db.meetings.get(['c', one.meetingId])) ?? null;
  return { slot: slotOf(one), row, by: 'ada' };
};
const pause = async (from: string, to: string) =>
  append(db, [
    setPause('c', 'ada', { id: 'p', from, to }, false, await factsOfKind(db, 'c', 'c', ['circle.pause'])),
  ]);

describe('a date that is skipped', () => {
  it('is not to be held, reminds nobody, and the next one is; taken back, all is as before', async () => {
    expect((await comingMeetings(db, clock.now)).map((one) => one.start)).toEqual([date(0)]);
    const facts = await append(db, callOff(await acting(0), true));
    expect((await starts()).slice(0, 2)).toEqual([1, 2]);
    expect(await comingMeetings(db, clock.now)).toEqual([]);
    const { off } = await plannedDates(db, clock.now, clock.now + 30 * DAY, 'c');
    expect(off).toMatchObject([{ start: date(0), why: 'skipped', meetingId: meetingIdFor('c', START) }]);
    expect(facts.every(({ log }) => log === 'c')).toBe(true);
    await append(db, callOff(await acting(0), null));
    expect((await starts()).slice(0, 2)).toEqual([0, 1]);
    // Taken back is as never said: a pause that is planned later takes this date too.
    await pause('2026-07-01', '2026-07-10');
    expect((await starts())[0]).toBe(1);
  });

  it('is told to whoever opens the sidebar at its time, who can meet all the same', async () => {
    await append(db, callOff(await acting(0), true));
    const room = await loadRoom(db, 'c', null, date(0));
    expect(room).toMatchObject({ slot: null, off: { start: date(0), why: 'skipped' } });
    expect(room?.next?.start).toBe(date(1));
    await append(db, callOff(await acting(0), false));
    expect(await loadRoom(db, 'c', null, date(0))).toMatchObject({ slot: { start: date(0) }, off: null });
  });
});

describe('a pause', () => {
  it('takes the dates in it, both days included, and the circle wakes by itself', async () => {
    await pause(isoDay(date(1)), isoDay(date(4)));
    expect(await starts()).toEqual([0, 5, 6, 7, 8, 9, 10, 11]);
    clock.now = date(1) - DAY;
    expect(await comingMeetings(db, clock.now)).toEqual([]);
    clock.now = date(5) - DAY;
    expect((await comingMeetings(db, clock.now)).map((one) => one.start)).toEqual([date(5)]);
  });

  it('gives way to a date on which the circle said that it meets', async () => {
    await pause(isoDay(date(1)), isoDay(date(4)));
    await append(db, callOff(await acting(2), false));
    expect((await starts()).slice(0, 3)).toEqual([0, 2, 5]);
  });

  it('asks nobody about contracts: the badge counts them again afterwards', async () => {
    const contract = { id: 'k', circleId: 'c', memberId: 'ada', meetingId: null, text: 'x', isPrivate: true };
    await append(db, [makeContract(contract, null, clock.now)]);
    await pause(isoDay(date(1)), isoDay(date(4)));
    expect(await myAskedContracts(db)).toHaveLength(1);
    clock.now = date(2);
    expect(await myAskedContracts(db)).toEqual([]);
    expect(await myOpenContracts(db)).toHaveLength(1);
    clock.now = date(5);
    expect(await myAskedContracts(db)).toHaveLength(1);
  });
});

it('a plan that is deleted leaves no word, also when an older copy comes in again', async () => {
  const written = await append(db, [
    beginPlan('p', null, 1),
    writeGoal('p', { id: 'g', text: 'Quite secret', by: null, reachedOn: null }, null, 1),
  ]);
  await append(db, await erasureOf(db, ME, planEntity('p'), null));
  await ingest(db, written);
  expect(await db.plans.toArray()).toEqual([]);
  expect(JSON.stringify(await db.facts.toArray())).not.toContain('Quite secret');
});

it('ties and plans of mine are rows that survive a rebuild, and outlive the circle they came from', async () => {
  const tie = {
    name: 'Bo',
    email: '',
    support: ['career' as const],
    closeness: 'close' as const,
    category: null,
    standing: null,
    metIn: { circleId: 'c', memberId: 'bo' },
  };
  await append(db, [
    writeTie('t', tie, null, 1),
    beginPlan('p', 'c', 1),
    writeGoal('p', { id: 'g', text: 'A goal', by: null, reachedOn: null }, null, 1),
  ]);
  const before = await projections(db);
  expect(before.ties).toHaveLength(1);
  expect(before.plans).toMatchObject([{ inCircle: 'c', goals: [{ text: 'A goal' }] }]);
  await rebuild(db);
  expect(await projections(db)).toEqual(before);
  await eraseCircle(db, 'c');
  const after = await projections(db);
  expect([after.ties, after.plans]).toEqual([before.ties, before.plans]);
});

describe('a date that somebody asked for minutes for', () => {
  it('goes when the calendar has it no more, but not by an old file, nor beyond what the calendar knows', async () => {
    const HOUR = 60 * 60_000;
    for (const originalStart of [date(3) - HOUR, date(20)]) {
      const meetingId = meetingIdFor('c', originalStart);
      const slot = {
        circleId: 'c',
        meetingId,
        originalStart,
        start: originalStart,
        lengthMin: 90,
        adhoc: false,
      };
      await append(db, planned({ slot, row: null, by: 'ada' }));
    }
    const held = async () =>
      (await upcoming(db, clock.now, clock.now + 365 * DAY, 'c')).map((one) => one.start);
    expect(await held()).toEqual(expect.arrayContaining([date(3) - HOUR, date(3), date(20)]));
    await db.sources.toCollection().modify({ kind: 'feed' });
    expect(await held()).not.toContain(date(3) - HOUR);
    expect(await held()).toEqual(expect.arrayContaining([date(3), date(20)]));
  });
});

it('a whole day is the member’s own, wherever they are', async () => {
  const event = vevent([
    'UID:day@x',
    'DTSTART;VALUE=DATE:20260709',
    'SUMMARY:Circle',
    'RRULE:FREQ=WEEKLY;COUNT=4',
  ]);
  await append(db, [linkCircle('c', 'ada', { kind: 'series', value: 'day@x' })]);
  await importFile(db, { name: 'd.ics', content: new Blob([vcalendar([event])]) }, { now: clock.now });
  const id = meetingIdFor('c', Date.UTC(2026, 6, 9));
  const found = (await upcoming(db, clock.now, clock.now + 30 * DAY, 'c')).find(
    (one) => one.meetingId === id,
  );
  const here = Temporal.PlainDate.from('2026-07-09').toZonedDateTime(Temporal.Now.timeZoneId());
  expect(found?.start).toBe(here.epochMilliseconds);
});

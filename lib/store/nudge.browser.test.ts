import { beforeEach, expect, test, vi } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { createCircle } from '../circle/commands.ts';
import { archiveCircle, memberLeft } from '../circle/edit.ts';
import { reportContract } from '../contract/commands.ts';
import { NOTHING_BESIDE, writeContract } from '../contract/write-contract.ts';
import { planned } from '../meeting/commands.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { followNudges, type NudgeWorld, nudge, type SpokenNudge } from './nudge.ts';

const ZONE = 'Europe/Berlin';
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${ZONE}]`).epochMilliseconds;
/** A Thursday at three. */
const MEETING = at('2026-12-03T15:00');

let db: Database;
let clock: { now: number };
let spoken: SpokenNudge[];
let refuses: boolean;
let wanted: Awaited<ReturnType<NudgeWorld['circles']>>;

const world: NudgeWorld = {
  circles: async () => wanted,
  maySpeak: async () => true,
  show: async (one) => {
    if (refuses) throw new Error('no notifications today');
    spoken.push(one);
  },
};
const look = (when: string) => {
  clock.now = at(when);
  return nudge(db, world, ZONE);
};
const told = () => spoken.map((one) => `${one.nudge.kind} ${one.contracts.map((row) => row.id).join(' ')}`);
const make = (id: string, local: string | null, memberId = 'me') => {
  const contract = { id, circleId: 'c', memberId, meetingId: null, text: id, isPrivate: false };
  return append(db, writeContract(contract, { ...NOTHING_BESIDE, nudge: local }, 'me', clock.now));
};

beforeEach(async () => {
  ({ db, clock } = await freshDatabase());
  clock.now = at('2026-11-22T12:00');
  [spoken, refuses, wanted] = [[], false, []];
  const member = (id: string, isMe: boolean) => ({ id, name: id, email: '', guide: null, isMe });
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [], links: [] };
  const members = [member('me', true), member('bo', false)];
  await append(db, createCircle({ id: 'c', name: 'Thursday circle', ...how, members }, 0, '2026-01-01'));
  const slot = {
    circleId: 'c',
    meetingId: 'm',
    originalStart: MEETING,
    start: MEETING,
    lengthMin: 90,
    adhoc: false,
  };
  await append(db, planned({ slot, row: null, by: 'me' }));
});

test('a contract’s nudge comes at the time by the clock on the wall, once, and only while it is open', async () => {
  expect(await look('2026-11-22T12:00')).toBeNull();
  await make('aims', '2026-11-25T18:00');
  await make('done', '2026-11-25T18:00');
  const row = await db.contracts.get(['c', 'done']);
  if (!row) throw new Error('no contract');
  await append(db, [reportContract(row, { meetingId: null, outcome: 'kept', text: '' }, 'me', clock.now)]);
  expect(await look('2026-11-25T17:00')).toBe(at('2026-11-25T18:00'));
  expect(told()).toEqual([]);
  expect(await look('2026-11-25T18:00')).toBeNull();
  await look('2026-11-25T18:30');
  expect(told()).toEqual(['contract aims']);
});

test('what the browser refuses is tried again; what was slept through for more than a day is not', async () => {
  await make('aims', '2026-11-25T18:00');
  refuses = true;
  await look('2026-11-25T18:00');
  refuses = false;
  await look('2026-11-25T19:00');
  expect(told()).toEqual(['contract aims']);
  await make('late', '2026-11-26T08:00');
  await look('2026-11-27T09:00');
  expect(told()).toHaveLength(1);
});

test('a circle’s nudge comes so many days before it meets, if anything of mine is open, and not while it rests', async () => {
  wanted = [{ circleId: 'c', days: 3, minute: 9 * 60 + 30 }];
  await make('theirs', null, 'bo');
  expect(await look('2026-11-30T10:00')).toBeNull();
  expect(told()).toEqual([]);
  await make('aims', null);
  expect(await look('2026-11-29T10:00')).toBe(at('2026-11-30T09:30'));
  await look('2026-11-30T09:30');
  await look('2026-11-30T12:00');
  expect(told()).toEqual(['circle aims']);
  await make('again', '2026-12-01T09:00');
  await append(db, [archiveCircle('c', 'me', true, [])]);
  await look('2026-12-01T09:00');
  expect(told()).toHaveLength(1);
});

test('a circle that I left reminds me of none of its meetings', async () => {
  wanted = [{ circleId: 'c', days: 3, minute: 9 * 60 + 30 }];
  await make('aims', null);
  expect(await look('2026-11-29T10:00')).toBe(at('2026-11-30T09:30'));
  await append(db, [memberLeft('c', 'me', 'me', '2026-11-29', [])]);
  expect(await look('2026-11-29T11:00')).toBeNull();
  await look('2026-11-30T09:30');
  expect(told()).toEqual([]);
});

test('a page hears of a nudge that is written while it is open, and where it wants to of those before', async () => {
  await make('before', '2026-12-02T09:00');
  const [all, later] = [vi.fn(), vi.fn()];
  const stops = [followNudges(db, later, false), followNudges(db, all)];
  await vi.waitFor(() => expect(all).toHaveBeenCalledTimes(1));
  expect(later).not.toHaveBeenCalled();
  await make('meanwhile', '2026-12-02T10:00');
  await vi.waitFor(() => expect(all).toHaveBeenCalledTimes(2));
  expect(later).toHaveBeenCalledTimes(1);
  for (const stop of stops) stop();
});

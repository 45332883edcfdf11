import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { vcalendar, vevent } from '@/test/builders/ics';
import { createCircle } from '../circle/commands.ts';
import { archiveCircle, linkCircle, memberLeft } from '../circle/edit.ts';
import { makeContract } from '../contract/commands.ts';
import { recordMeeting, setPresence, startMeeting } from '../meeting/commands.ts';
import { PMC } from '../meeting/format.ts';
import { meetingIdFor } from '../meeting/meeting-id.ts';
import type { Reminder } from '../meeting/reminders.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { eraseCircle, eraseEverything } from './erasures.ts';
import { type ReminderWorld, remind, type Spoken } from './remind.ts';
import { readTold } from './reminders.ts';
import { importFile } from './sources.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 12, 15);
const ID = meetingIdFor('c', START);
const WORDS = 'Ask Ruth about the open post';

let db: Database;
let clock: { now: number };
let shown: Map<string, Spoken>;
let spoken: Spoken[];
let settings: { early: number; soon: number; muted: readonly string[] };
let inCall: Set<string>;
let maySpeak: boolean;
/** What becomes of the next notification: the browser refuses, or we are stopped before or after it is there. */
let trouble: 'none' | 'refused' | 'killed before' | 'killed after';

const keyOf = ({ meetingId, kind, start }: Omit<Reminder, 'at'>) => `${meetingId} ${kind} ${start}`;

const world: ReminderWorld = {
  settings: async () => settings,
  maySpeak: async () => maySpeak,
  inCall: async () => inCall,
  shown: async () => [...shown.values()].map((one) => one.reminder),
  async show(one) {
    if (trouble === 'refused') throw new Error('no notifications today');
    // Nothing goes on after this: as if the worker were gone.
    if (trouble === 'killed before') await new Promise(() => undefined);
    shown.set(keyOf(one.reminder), one);
    spoken.push(one);
    if (trouble === 'killed after') await new Promise(() => undefined);
  },
  hide: async (one) => void shown.delete(keyOf(one)),
};

/** Looks at a time (UTC ms). @returns when to look again; null also when one was stopped in between. */
async function look(at: number): Promise<number | null> {
  clock.now = at;
  const gone = new Promise<null>((resolve) => setTimeout(() => resolve(null), 150));
  return trouble.startsWith('killed') ? Promise.race([remind(db, world), gone]) : remind(db, world);
}

const told = () => spoken.map(({ reminder }) => `${reminder.kind} ${reminder.circleId}`);

interface Date_ {
  uid?: string;
  start?: string;
  more?: readonly string[];
}

/** Reads a calendar file, in the place of what `name` gave before. */
async function calendar(dates: readonly Date_[], name = 'week.ics'): Promise<void> {
  const events = dates.map(({ uid = 'abc@x', start = '20261112T150000Z', more = [] }) =>
    vevent([
      `UID:${uid}`,
      `DTSTART:${start}`,
      'DURATION:PT90M',
      'SUMMARY:Peer mentoring circle',
      'LOCATION:https://meet.google.com/abc-defg-hij',
      ...more,
    ]),
  );
  await importFile(db, { name, content: new Blob([vcalendar(events)]) }, { now: clock.now });
}

async function circle(id = 'c', series: readonly string[] = ['abc@x']): Promise<void> {
  const members = ['ada', 'bo'].map((name) => ({
    id: `${id}-${name}`,
    name,
    email: '',
    guide: null,
    isMe: name === 'ada',
  }));
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [] };
  const links = series.map((value) => ({ kind: 'series', value }) as const);
  await append(
    db,
    createCircle({ id, name: `Circle ${id}`, ...how, members, links }, clock.now, '2026-11-01'),
  );
}

const contract = (id: string, member: string, isPrivate = false) =>
  append(db, [
    makeContract(
      { id, circleId: 'c', memberId: member, meetingId: null, text: WORDS, isPrivate },
      'c-ada',
      clock.now,
    ),
  ]);

const slot = {
  circleId: 'c',
  meetingId: ID,
  originalStart: START,
  start: START,
  lengthMin: 90,
  adhoc: false,
};
const acting = { slot, row: null, by: 'c-ada' };

beforeEach(async () => {
  ({ db, clock } = await freshDatabase(START - 5 * DAY));
  shown = new Map();
  spoken = [];
  settings = { early: 24 * 60, soon: 10, muted: [] };
  inCall = new Set();
  maySpeak = true;
  trouble = 'none';
  await calendar([{}]);
  await circle();
});

describe('a reminder', () => {
  it('comes the day before and ten minutes before, each once, and says when to look again', async () => {
    expect(await look(START - 2 * DAY)).toBe(START - DAY);
    expect(told()).toEqual([]);
    expect(await look(START - DAY)).toBe(START - 10 * MINUTE);
    expect(await look(START - DAY + MINUTE)).toBe(START - 10 * MINUTE);
    expect(told()).toEqual(['early c']);
    expect(await look(START - 10 * MINUTE)).toBeNull();
    await look(START - 5 * MINUTE);
    expect(told()).toEqual(['early c', 'soon c']);
    // "Tomorrow" is not true any more.
    expect([...shown.values()].map(({ reminder }) => reminder.kind)).toEqual(['soon']);
  });

  it('counts my open contracts of that circle, private ones too, and carries no word of any', async () => {
    await contract('k1', 'c-ada');
    await contract('k2', 'c-ada', true);
    await contract('k3', 'c-bo');
    await look(START - DAY);
    expect(spoken[0]).toMatchObject({ openContracts: 2, circleName: 'Circle c' });
    const said = JSON.stringify(spoken);
    for (const secret of [WORDS, 'ada', 'bo"']) expect(said).not.toContain(secret);
  });

  it('is not for a date that I declined, nor for a series, unless I said yes to that date', async () => {
    const answer = (series: 'accepted' | 'declined', date?: 'accepted' | 'declined') =>
      db.series.toCollection().modify((row) => {
        row.myResponse = series;
        row.occurrences = row.occurrences.map(({ myResponse: _, ...one }) =>
          date ? { ...one, myResponse: date } : one,
        );
      });
    await answer('accepted', 'declined');
    await look(START - DAY);
    await answer('declined');
    await look(START - DAY + MINUTE);
    expect(told()).toEqual([]);
    await answer('declined', 'accepted');
    await look(START - DAY + 2 * MINUTE);
    expect(told()).toEqual(['early c']);
  });

  it('is one for a meeting that two calendars have', async () => {
    await calendar([{}], 'again.ics');
    await calendar([{ uid: 'other@x' }], 'copy.ics');
    await append(db, [linkCircle('c', null, { kind: 'series', value: 'other@x' })]);
    await look(START - DAY);
    await look(START - DAY + MINUTE);
    expect(told()).toEqual(['early c']);
  });

  it('is one for each circle that meets', async () => {
    await calendar([{ uid: 'second@x' }], 'second.ics');
    await circle('d', ['second@x']);
    await look(START - DAY);
    expect(told().sort()).toEqual(['early c', 'early d']);
  });

  it('is not for a circle that is muted, archived, erased, or was left by me', async () => {
    settings = { ...settings, muted: ['c'] };
    expect(await look(START - DAY)).toBeNull();
    settings = { ...settings, muted: [] };
    const undo = await append(db, [archiveCircle('c', 'c-ada', true, [])]);
    expect(await look(START - DAY)).toBeNull();
    await append(db, [
      archiveCircle(
        'c',
        'c-ada',
        false,
        undo.map((fact) => fact.hash),
      ),
    ]);
    await append(db, [memberLeft('c', 'c-ada', 'c-ada', '2026-11-10', [])]);
    expect(await look(START - DAY)).toBeNull();
    expect(told()).toEqual([]);
    await eraseCircle(db, 'c');
    expect(await look(START - DAY)).toBeNull();
    expect(told()).toEqual([]);
  });
});

describe('a meeting that changes after its alarm was set', () => {
  it('and is called off is told of no more, and what stands on the screen goes', async () => {
    await look(START - DAY);
    expect(shown.size).toBe(1);
    await append(db, setPresence(acting, 'c-bo', 'away', clock.now));
    await calendar([{ more: ['STATUS:CANCELLED'] }]);
    expect(await look(START - 10 * MINUTE)).toBeNull();
    expect(told()).toEqual(['early c']);
    expect(shown.size).toBe(0);
  });

  it('and is moved is told of at its new time; what says the old one goes', async () => {
    await look(START - DAY);
    expect(shown.size).toBe(1);
    await calendar([
      { more: ['RRULE:FREQ=DAILY;COUNT=1'] },
      { start: '20261117T150000Z', more: ['RECURRENCE-ID:20261112T150000Z'] },
    ]);
    await look(START - 10 * MINUTE);
    expect(shown.size).toBe(0);
    await look(START + 4 * DAY);
    expect(told()).toEqual(['early c', 'early c']);
    expect(spoken[1]?.reminder).toMatchObject({ meetingId: ID, start: START + 5 * DAY });
  });

  it('and was begun early, or is over, is told of no more', async () => {
    const plan = [{ id: 's', phase: 'work', kind: 'work' as const, member: null, ms: 60 * MINUTE }];
    const at = START - 12 * MINUTE;
    clock.now = at;
    await append(db, startMeeting(acting, { at, endsAt: at + HOUR, format: PMC, plan }));
    await look(START - 10 * MINUTE);
    expect(told()).toEqual([]);
  });

  it('and was recorded as held is told of no more', async () => {
    const past = { start: START - DAY, end: START - DAY + HOUR, present: ['c-ada'] };
    await append(db, recordMeeting(acting, past));
    await look(START - 10 * MINUTE);
    expect(told()).toEqual([]);
  });
});

describe('in the call', () => {
  it('nobody is told that it begins, neither now nor after a look at something else', async () => {
    inCall = new Set(['c']);
    await look(START - 10 * MINUTE);
    inCall = new Set();
    await look(START - 3 * MINUTE);
    expect(told()).toEqual([]);
  });

  it('of another circle one is told all the same', async () => {
    inCall = new Set(['d']);
    await look(START - 10 * MINUTE);
    expect(told()).toEqual(['soon c']);
  });
});

describe('whatever goes wrong', () => {
  it('stopped before the notification was there: it comes at the next start', async () => {
    trouble = 'killed before';
    await look(START - DAY);
    trouble = 'none';
    await look(START - DAY + MINUTE);
    await look(START - DAY + 2 * MINUTE);
    expect(told()).toEqual(['early c']);
  });

  it('stopped right after: it does not come again, also when it was closed since', async () => {
    trouble = 'killed after';
    await look(START - DAY);
    trouble = 'none';
    await look(START - DAY + MINUTE);
    shown.clear();
    await look(START - DAY + 2 * MINUTE);
    expect(told()).toEqual(['early c']);
  });

  it('a browser that refuses is asked once more, not for ever, and the next reminder is not lost', async () => {
    trouble = 'refused';
    expect(await look(START - DAY)).toBe(START - DAY + 30_000);
    expect(await look(START - DAY + 30_000)).toBe(START - 10 * MINUTE);
    trouble = 'none';
    await look(START - DAY + HOUR);
    expect(told()).toEqual([]);
    await look(START - 10 * MINUTE);
    expect(told()).toEqual(['soon c']);
  });

  it('held back by the browser, nothing is noted: allowed in time, it still comes', async () => {
    maySpeak = false;
    expect(await look(START - DAY)).toBe(START - 10 * MINUTE);
    expect(await readTold(db)).toEqual([]);
    maySpeak = true;
    await look(START - 20 * HOUR);
    expect(told()).toEqual(['early c']);
  });

  it('erasing everything erases what was told too', async () => {
    await look(START - DAY);
    expect(await readTold(db)).toHaveLength(1);
    await eraseEverything(db);
    expect(await readTold(db)).toEqual([]);
  });
});

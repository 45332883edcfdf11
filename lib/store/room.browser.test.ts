import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { createCircle } from '../circle/commands.ts';
import { recordMeeting, setDuty, startMeeting } from '../meeting/commands.ts';
import { PMC } from '../meeting/format.ts';
import { planMeeting } from '../meeting/plan.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { latestMeetings } from './latest-meetings.ts';
import { loadRoom } from './room.ts';

const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2026, 10, 12, 15);
const slot = (meetingId: string, start: number) => ({
  circleId: 'c',
  meetingId,
  originalStart: start,
  start,
  lengthMin: 90,
  adhoc: false,
});
let db: Database;

beforeEach(async () => {
  ({ db } = await freshDatabase());
  const members = ['ada', 'bo'].map((id) => ({ id, name: id, email: '', guide: null, isMe: id === 'ada' }));
  const circle = {
    id: 'c',
    name: 'C',
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 90,
    agreement: [],
    links: [],
  };
  await append(db, createCircle({ ...circle, members }, START - 90 * DAY, '2026-08-14'));
});

describe('the room of a circle', () => {
  it('knows the meetings before, the earliest first, also one that nobody ended, but not the one that is on', async () => {
    for (const [id, days] of [
      ['second', 28],
      ['first', 42],
    ] as const) {
      const start = START - days * DAY;
      const acting = { slot: slot(id, start), row: null, by: 'ada' };
      await append(db, recordMeeting(acting, { start, end: start + 90 * 60_000, present: ['ada', 'bo'] }));
    }
    for (const [id, start] of [
      ['forgotten', START - 14 * DAY],
      ['now', START],
    ] as const) {
      const { steps } = planMeeting({
        format: PMC,
        lengthMs: 5_400_000,
        present: ['ada', 'bo'],
        asked: new Map(),
      });
      const acting = { slot: slot(id, start), row: null, by: 'ada' };
      await append(
        db,
        startMeeting(acting, { at: start, endsAt: start + 5_400_000, format: PMC, plan: steps }),
      );
    }
    const room = await loadRoom(db, 'c', null, START + 60_000);
    expect(room?.row?.id).toBe('now');
    expect(room?.held.map((row) => row.id)).toEqual(['first', 'second', 'forgotten']);
    expect(room?.number).toBe(4);
  });

  it('knows what was swapped for meetings to come', async () => {
    for (const [id, days] of [
      ['later', 28],
      ['next', 14],
    ] as const) {
      const acting = { slot: slot(id, START + days * DAY), row: null, by: 'ada' };
      await append(db, setDuty(acting, 'facilitator', 'bo'));
    }
    const room = await loadRoom(db, 'c', null, START);
    expect(room?.ahead.map((row) => [row.id, row.duties])).toEqual([
      ['next', { facilitator: 'bo' }],
      ['later', { facilitator: 'bo' }],
    ]);
  });

  it('finds the latest that was held behind any number of meetings to come', async () => {
    for (const days of [56, 42]) {
      const start = START - days * DAY;
      const acting = { slot: slot(`held ${days}`, start), row: null, by: 'ada' };
      await append(db, recordMeeting(acting, { start, end: start + 90 * 60_000, present: ['ada'] }));
    }
    for (let ahead = 1; ahead <= 30; ahead++) {
      const acting = { slot: slot(`ahead ${ahead}`, START + ahead * 14 * DAY), row: null, by: 'ada' };
      await append(db, setDuty(acting, 'facilitator', 'bo'));
    }
    const ended = (count: number) => latestMeetings(db, 'c', count, ({ phase }) => phase === 'ended');
    expect((await ended(1)).map((row) => row.id)).toEqual(['held 42']);
    expect((await ended(5)).map((row) => row.id)).toEqual(['held 42', 'held 56']);
  });
});

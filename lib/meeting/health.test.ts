import { describe, expect, it } from 'vitest';
import { meetingRoom, PEOPLE, ROOM_START } from '@/test/builders/meeting-room';
import { setPresence } from './commands.ts';
import { endMeeting, loseThread } from './course.ts';
import { PMC } from './format.ts';
import { circleHealth } from './health.ts';
import type { MeetingRow } from './meeting.ts';

const DAY = 24 * 60 * 60_000;
const four = PEOPLE.slice(0, 4);

interface Course {
  away?: readonly string[];
  /** Ends at the first step of that kind. */
  endsAt?: string;
  /** Minutes each turn of work runs over. */
  late?: Readonly<Record<string, number>>;
  /** How often the thread was lost. */
  lost?: number;
}

/** A meeting of four, `n` times two weeks after the first. */
function held(n: number, { away = [], endsAt, late = {}, lost = 0 }: Course = {}): MeetingRow {
  const room = meetingRoom(PMC, 90);
  for (const member of away) room.write(setPresence(room.acting(), member, 'away', room.now));
  room.start(four.filter((member) => !away.includes(member)));
  while (room.view().step.kind !== endsAt) {
    const { step } = room.view();
    const lateMs = step.kind === 'work' && step.member ? (late[step.member] ?? 0) * 60_000 : 0;
    if (room.run().lost.length < lost) room.write(loseThread(room.acting(), room.now));
    if (!room.next(lateMs)) break;
  }
  room.write(endMeeting(room.acting(), room.now));
  const row = room.row();
  if (!row) throw new Error('no meeting');
  return { ...row, id: `m${n}`, start: ROOM_START + n * 14 * DAY };
}
const look = (courses: readonly (Course | undefined)[], afterDays = 14) =>
  circleHealth({
    held: courses.map((course, n) => held(n, course)),
    members: four,
    everyDays: 14,
    now: ROOM_START + ((courses.length - 1) * 14 + afterDays) * DAY,
  });
const well = {};

describe('the health of a circle', () => {
  it('has nothing to say of one that does well, or has hardly begun', () => {
    expect(look([well, well, well, well, well])).toBeNull();
    expect(look([well], 200)).toBeNull();
  });

  it('notices a long gap first of all', () => {
    expect(look([well, well], 35)).toEqual({ kind: 'longGap', days: 35 });
    expect(look([well, well], 29)).toBeNull();
    expect(look([well, { away: ['bo'] }, { away: ['bo'] }], 60)).toEqual({ kind: 'longGap', days: 60 });
  });

  it('does not count days on which the circle paused', () => {
    const input = { held: [held(0), held(1)], members: four, everyDays: 14 };
    const last = ROOM_START + 14 * DAY;
    expect(circleHealth({ ...input, now: last + 70 * DAY, pausedDays: 50 })).toBeNull();
    expect(circleHealth({ ...input, now: last + 90 * DAY, pausedDays: 50 })).toEqual({
      kind: 'longGap',
      days: 40,
    });
  });

  it('waits longer where there is no rhythm', () => {
    const input = { held: [held(0), held(1)], members: four, everyDays: 0 };
    const last = ROOM_START + 14 * DAY;
    expect(circleHealth({ ...input, now: last + 80 * DAY })).toBeNull();
    expect(circleHealth({ ...input, now: last + 100 * DAY })).toEqual({ kind: 'longGap', days: 100 });
  });

  it('misses who was away twice and had been there', () => {
    expect(look([well, { away: ['bo'] }, { away: ['bo'] }])).toEqual({ kind: 'missing', members: ['bo'] });
    expect(look([well, { away: ['bo'] }, well])).toBeNull();
    expect(look([{ away: ['bo'] }, { away: ['bo'] }])).toBeNull();
  });

  it('notices that fewer come', () => {
    const few = { away: ['ada', 'bo'] };
    expect(look([well, well, { away: ['chen', 'dana'] }, few])).toEqual({ kind: 'fewer', came: 2, of: 4 });
  });

  it('notices drift: twice no contracts, or half of it talked away', () => {
    const byTime = { kind: 'drift', by: 'time' };
    expect(look([well, { endsAt: 'contracts' }, { endsAt: 'contracts' }])).toEqual(byTime);
    expect(look([well, { endsAt: 'work' }, { endsAt: 'work' }])).toEqual(byTime);
    expect(look([well, { endsAt: 'contracts' }, well])).toBeNull();
  });

  it('counts a thread that was lost again and again as drift, and one slip as nothing', () => {
    expect(look([well, { lost: 3 }, { lost: 4 }])).toEqual({ kind: 'drift', by: 'thread' });
    expect(look([well, { lost: 3 }, { endsAt: 'contracts' }])).toEqual({ kind: 'drift', by: 'time' });
    expect(look([well, { lost: 3 }, { lost: 2 }])).toBeNull();
  });

  it('notices uneven time only when it comes again', () => {
    const one = { late: { ada: 25 } };
    expect(look([well, one, one])).toBeNull();
    expect(look([one, one, one])).toEqual({ kind: 'uneven' });
  });
});

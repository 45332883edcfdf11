import { describe, expect, it } from 'vitest';
import { meetingRoom, PEOPLE, ROOM_START } from '@/test/builders/meeting-room';
import { arriveLate, endMeeting } from './course.ts';
import type { MeetingRole } from './facts.ts';
import { PMC } from './format.ts';
import type { MeetingRow } from './meeting.ts';
import { type PromptLevel, promptLevel, wentWell } from './prompt-level.ts';
import { promptsFor } from './prompts.ts';

const four = PEOPLE.slice(0, 4);
const MIN = 60_000;
type Room = ReturnType<typeof meetingRoom>;

function begun(present = four): Room {
  const room = meetingRoom(PMC, 90);
  room.start(present);
  return room;
}

function to(room: Room, step: string): Room {
  while (room.view().step.id !== step && room.next());
  return room;
}

function ask(room: Room, role: MeetingRole, level: PromptLevel = 'all', held: readonly MeetingRow[] = []) {
  const row = room.row();
  if (!row?.run) throw new Error('not running');
  return promptsFor(role, { row, run: row.run, running: room.view(), held, level, now: room.now });
}

/** A whole meeting that was held; ended after `lateMs` more than planned, or at a step. */
function held(lateMs = 0, at?: string): MeetingRow {
  const room = begun();
  while (room.view().step.id !== at && room.next());
  room.now += lateMs;
  room.write(endMeeting(room.acting(), room.now));
  const row = room.row();
  if (!row) throw new Error('no meeting');
  return row;
}

describe('prompts of the facilitator', () => {
  it('ask what kind of help is wanted when a turn begins, and later for questions before advice', () => {
    const room = to(begun(), 'work:ada');
    expect(ask(room, 'facilitator')).toEqual([{ kind: 'whatHelp' }]);
    room.now += 2 * MIN;
    expect(ask(room, 'facilitator')).toEqual([{ kind: 'questionsFirst' }]);
  });

  it('say who has not had a turn once half have', () => {
    expect(ask(to(begun(), 'work:bo'), 'facilitator')[0]).toEqual({
      kind: 'notHad',
      members: ['chen', 'dana'],
    });
  });

  it('say whose turn fell out when the work is over', () => {
    const room = to(begun(), 'work:bo');
    const row = room.row();
    const run = row?.run;
    if (!row || !run) throw new Error('not running');
    const view = room.view();
    const step = run.plan.find((one) => one.kind === 'close');
    if (!step) throw new Error('no close');
    const running = { ...view, step, index: run.plan.indexOf(step) };
    const prompts = promptsFor('facilitator', { row, run, running, held: [], level: 'few', now: room.now });
    expect(prompts).toEqual([{ kind: 'notHad', members: ['bo', 'chen', 'dana'] }]);
  });

  it('welcome somebody new, but at a first meeting nobody is', () => {
    const room = begun([...four, 'eve']);
    expect(ask(room, 'facilitator', 'all', [held()])[0]).toEqual({ kind: 'welcomeNew', member: 'eve' });
    expect(ask(room, 'facilitator')).toEqual([{ kind: 'rules' }]);
  });
});

describe('prompts of the timekeeper', () => {
  it('say when somebody has a minute left, and when the time is up', () => {
    const room = to(begun(), 'work:dana');
    room.now += room.view().totalMs - 50_000;
    expect(ask(room, 'timekeeper')).toEqual([{ kind: 'minuteLeft', member: 'dana' }]);
    room.now += MIN;
    expect(ask(room, 'timekeeper')[0]).toEqual({ kind: 'timeIsUp', member: 'dana' });
  });

  it('say once that it is late', () => {
    const room = to(begun(), 'work:ada');
    room.next(4 * MIN);
    expect(ask(room, 'timekeeper')).toEqual([{ kind: 'behind', minutes: 4 }]);
  });
});

describe('prompts of the host', () => {
  it('say who has just come, for some minutes', () => {
    const room = to(begun(four.slice(0, 3)), 'reports:ada');
    room.write(arriveLate(room.acting(), 'dana', four, room.now));
    expect(ask(room, 'host')).toEqual([{ kind: 'cameLate', member: 'dana' }]);
    room.now += 4 * MIN;
    expect(ask(room, 'host')).toEqual([]);
  });
});

describe('how many prompts', () => {
  it('are shown fades as the circle shows that it can', () => {
    const well = held();
    const level = (n: number) =>
      promptLevel(
        Array.from({ length: n }, () => well),
        'auto',
      );
    expect([0, 1, 2, 3, 5, 6, 20].map(level)).toEqual(['all', 'all', 'all', 'some', 'some', 'few', 'few']);
  });

  it('come back when meetings go less well, or when the circle wants them', () => {
    const well = held();
    const cut = held(0, 'work:chen');
    const late = held(20 * MIN);
    expect(wentWell(well)).toBe(true);
    expect(wentWell(cut)).toBe(false);
    expect(wentWell(late)).toBe(false);
    expect(promptLevel([well, well, well, well, well, cut], 'auto')).toBe('some');
    expect(promptLevel([well, well, well, well, cut, late], 'auto')).toBe('all');
    expect(
      promptLevel(
        Array.from({ length: 9 }, () => well),
        'all',
      ),
    ).toBe('all');
    expect(promptLevel([], 'few')).toBe('few');
  });

  it('leave only what nobody would notice at the least level', () => {
    const room = to(begun(), 'work:ada');
    expect(ask(room, 'facilitator', 'some')).toEqual([{ kind: 'whatHelp' }]);
    expect(ask(room, 'facilitator', 'few')).toEqual([]);
    expect(ask(to(begun(), 'work:bo'), 'facilitator', 'few')).toEqual([
      { kind: 'notHad', members: ['chen', 'dana'] },
    ]);
  });

  it('are two at the most, at every moment of a meeting', () => {
    const room = begun();
    const start = ROOM_START;
    for (let more = true; more; more = room.next(room.now - start > 60 * MIN ? 4 * MIN : 0))
      for (const role of ['facilitator', 'timekeeper', 'host'] as const)
        expect(ask(room, role).length).toBeLessThanOrEqual(2);
  });
});

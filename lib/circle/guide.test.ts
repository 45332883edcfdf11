import { describe, expect, it } from 'vitest';
import { meetingRoom, PEOPLE } from '@/test/builders/meeting-room';
import { setRoles } from '../meeting/commands.ts';
import { endMeeting } from '../meeting/course.ts';
import { PMC } from '../meeting/format.ts';
import { guideChecklist, guideStage } from './guide.ts';

const when = { number: 1, on: '2026-11-05', next: '2026-11-19', isLastOfRow: false };

describe('a guide', () => {
  it('who is none has no farewell', () => {
    expect(guideStage(null, when)).toBeNull();
  });

  it('leaves with the meeting of that number', () => {
    const guide = { meeting: 3 };
    expect([1, 2, 3, 4].map((number) => guideStage(guide, { ...when, number }))).toEqual([
      'guiding',
      'guiding',
      'last',
      'past',
    ]);
  });

  it('until a date says goodbye at the last meeting before it, or when the row of meetings ends', () => {
    const guide = { date: '2026-12-01' };
    expect(guideStage(guide, when)).toBe('guiding');
    expect(guideStage(guide, { ...when, next: '2026-12-03' })).toBe('last');
    expect(guideStage(guide, { ...when, next: null })).toBe('guiding');
    expect(guideStage(guide, { ...when, next: null, isLastOfRow: true })).toBe('last');
    expect(guideStage(guide, { ...when, on: '2026-12-01', next: null })).toBe('last');
    expect(guideStage(guide, { ...when, on: '2026-12-03' })).toBe('past');
  });

  it('sees what the circle can do by itself from what it did', () => {
    const room = meetingRoom(PMC, 90);
    room.write(setRoles(room.acting(), { facilitator: 'bo', timekeeper: 'ada', host: null }));
    room.start(PEOPLE.slice(0, 4));
    while (room.view().next) room.next();
    room.next();
    room.write(endMeeting(room.acting(), room.now));
    const row = room.row();
    if (!row) throw new Error('no meeting');
    const list = guideChecklist({
      guide: 'ada',
      agreement: ['confidentiality'],
      held: [row],
      hasNext: false,
    });
    expect(list.flatMap(({ check, done }) => (done ? [check] : []))).toEqual([
      'rules',
      'contracts',
      'facilitated',
      'alone',
    ]);
    expect(
      guideChecklist({ guide: 'ada', agreement: [], held: [], hasNext: true }).filter((one) => one.done),
    ).toEqual([{ check: 'next', done: true }]);
  });
});

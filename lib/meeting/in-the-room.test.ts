import { describe, expect, it } from 'vitest';
import { meetingRoom, PEOPLE } from '@/test/builders/meeting-room';
import { answerRecording, setOrder, startMeeting } from './commands.ts';
import { endMeeting, loseThread, sayStroke } from './course.ts';
import { PMC } from './format.ts';
import { foldMeeting } from './meeting.ts';

const six = PEOPLE.slice(0, 6);
const MINUTE = 60_000;

describe('a lost thread', () => {
  it('is counted once when two press at the same time, with the step it was lost in', () => {
    const room = meetingRoom(PMC);
    room.start(six);
    room.next();
    room.write([...loseThread(room.acting(), room.now), ...loseThread(room.acting(), room.now + 20_000)]);
    expect(room.run().lost).toEqual([{ step: 'roles', at: room.now }]);
    room.write(loseThread(room.acting(), room.now + 2 * MINUTE));
    room.next();
    room.write(loseThread(room.acting(), room.now));
    expect(room.run().lost.map(({ step }) => step)).toEqual(['roles', 'roles', 'reports:ada']);
    expect(foldMeeting(room.acting().slot.meetingId, room.facts.toReversed())).toEqual(room.row());
  });

  it('moves neither the clock nor the plan, and counts nothing before the start or after the end', () => {
    const room = meetingRoom(PMC);
    expect(loseThread(room.acting(), room.now)).toEqual([]);
    room.start(six);
    const before = room.view();
    room.write(loseThread(room.acting(), room.now));
    expect(room.view()).toEqual(before);
    const acting = room.acting();
    room.write(endMeeting(acting, room.now + MINUTE));
    room.write(loseThread(acting, room.now + 5 * MINUTE));
    expect(room.run().lost).toHaveLength(1);
  });

  it('of a start by mistake is not the next meeting’s', () => {
    const room = meetingRoom(PMC);
    room.start(six);
    room.write([...loseThread(room.acting(), room.now), ...endMeeting(room.acting(), room.now)]);
    const { plan, endsAt, format } = room.run();
    room.write(startMeeting(room.acting(), { at: room.now + MINUTE, endsAt, format, plan }));
    expect(room.run().lost).toEqual([]);
  });
});

it('remembers who has said a stroke, each once, and nothing of what was said', () => {
  const room = meetingRoom(PMC);
  room.start(six);
  room.write([...sayStroke(room.acting(), 'bo'), ...sayStroke(room.acting(), 'bo')]);
  expect(room.row()?.stroked).toEqual(['bo']);
  expect(room.facts.at(-1)?.body).toEqual({ member: 'bo' });
});

it('has the last answer to step 0, and the last choice of an order, also before it begins', () => {
  const room = meetingRoom(PMC);
  expect(room.row()).toBeNull();
  room.write(answerRecording(room.acting(), 'something', room.now));
  room.write(setOrder(room.acting(), 'random', 'first'));
  room.write([
    ...answerRecording(room.acting(), 'nothing', room.now),
    ...setOrder(room.acting(), 'random', 'second'),
  ]);
  expect(room.row()).toMatchObject({
    phase: 'before',
    unrecorded: 'nothing',
    order: { order: 'random', seed: 'second' },
  });
  expect(foldMeeting(room.acting().slot.meetingId, room.facts.toReversed())).toEqual(room.row());
});

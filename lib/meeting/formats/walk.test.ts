import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingRoom, PEOPLE, ROOM_START } from '@/test/builders/meeting-room';
import type { Draft } from '../../fact/fact.ts';
import { attendance } from '../attendance.ts';
import { askForTime } from '../commands.ts';
import {
  addTime,
  arriveLate,
  chooseForPhase,
  endMeeting,
  leaveEarly,
  moveTo,
  pass,
  pause,
  resume,
} from '../course.ts';
import { type Format, formatOf, formatOfMeeting } from '../format.ts';
import { FLOOR_MS, MINUTE_MS } from '../plan.ts';
import { changeOf } from '../refit.ts';
import { turnId } from '../turns.ts';
import { FORMATS } from './all.ts';

const meetings: readonly Format[] = FORMATS.flatMap((format) =>
  (format.sessions ?? [null]).map((_, at) => formatOfMeeting(format, at + 1)),
);
const nameOf = (format: Format): string => `${format.id}${format.session ? ` ${format.session}` : ''}`;
const peopleOf = (format: Format) => format.people ?? { from: 4, to: 8 };

describe.each(meetings.map((format) => [nameOf(format), format] as const))('a meeting of %s', (_, format) => {
  it('goes from the first step to the end in its time, and is on time throughout', () => {
    const { from, to } = peopleOf(format);
    for (let n = from; n <= to; n += 1) {
      const room = meetingRoom(format);
      room.start(PEOPLE.slice(0, n));
      const steps = room.run().plan.map((step) => step.id);
      for (const step of steps) {
        expect(room.view().step.id).toBe(step);
        expect(room.view().lateness).toEqual({ kind: 'onTime' });
        room.next();
      }
      room.write(endMeeting(room.acting(), room.now));
      expect(room.now - ROOM_START).toBe(format.lengthMin * MINUTE_MS);
      expect(room.row()?.phase).toBe('ended');
      expect(attendance(room.row(), PEOPLE.slice(0, n)).present).toEqual(PEOPLE.slice(0, n));
    }
  }, 60_000);

  it('gives who arrives late a place in all that is to come, at any step, and takes it back when they leave', () => {
    const { to } = peopleOf(format);
    const here = PEOPLE.slice(0, to - 1);
    const late = PEOPLE[to - 1] ?? 'lea';
    const length = (() => {
      const room = meetingRoom(format);
      room.start(here);
      return room.run().plan.length;
    })();
    for (let at = 0; at < length; at += 1) {
      const room = meetingRoom(format);
      room.start(here);
      for (let i = 0; i < at; i += 1) room.next();
      const now = room.view().step.id;
      room.write(arriveLate(room.acting(), late, PEOPLE, room.now));
      const { plan } = room.run();
      const index = plan.findIndex((step) => step.id === now);
      expect(room.view().step.id).toBe(now);
      expect(new Set(plan.map((step) => step.id)).size).toBe(plan.length);
      const nowPhase = format.phases.findIndex((phase) => phase.id === plan[index]?.phase);
      for (const phase of format.phases.slice(nowPhase + 1)) {
        if (!phase.perMember || phase.seats !== undefined) continue;
        const turns = plan.filter(
          (step) =>
            step.phase === phase.id &&
            (step.member === late || step.groups?.some((group) => group.client === late)),
        );
        expect(turns.length, `${phase.id} at ${now}`).toBeGreaterThan(0);
      }
      // Parts of one turn stand together.
      const turns = plan.map(turnId);
      expect(turns.filter((turn, i) => turn !== turns[i - 1])).toHaveLength(new Set(turns).size);
      room.write(leaveEarly(room.acting(), late, room.now));
      const left = room.run().plan.slice(index + 1);
      expect(left.some((step) => step.member === late)).toBe(false);
      expect(JSON.stringify(left.map((step) => step.groups ?? []))).not.toContain(`"${late}"`);
      if (at % 4 > 0) continue;
      while (room.next());
      expect(room.view().next).toBeNull();
    }
  }, 60_000);
});

describe('whatever happens in a meeting of any format', () => {
  const act = fc.constantFrom(
    ...(['next', 'next', 'next', 'back', 'jump', 'add', 'pause', 'resume'] as const),
    ...(['late', 'left', 'pass', 'ask', 'choose'] as const),
  );
  const acts = fc.array(fc.record({ act, waitMs: fc.nat(9 * MINUTE_MS), pick: fc.nat(40) }), {
    maxLength: 25,
  });

  it('the time adds up, nobody is under the floor, and Next leads to the end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...meetings), fc.nat(11), acts, (format, size, list) => {
        const { from, to } = peopleOf(format);
        const n = from + (size % (to - from + 1));
        const room = meetingRoom(format);
        room.start(PEOPLE.slice(0, n));
        for (const { act: what, waitMs, pick } of list) {
          room.now += waitMs;
          const acting = room.acting();
          const run = room.run();
          const index = run.plan.findIndex((step) => step.id === run.current.step);
          const to = (at: number) => run.plan[at]?.id ?? '';
          const member = PEOPLE[pick % PEOPLE.length] ?? 'ada';
          const drafts: Record<typeof what, () => Draft[]> = {
            next: () => moveTo(acting, to(index + 1), room.now),
            back: () => moveTo(acting, to(index - 1), room.now),
            jump: () => moveTo(acting, to(pick % run.plan.length), room.now),
            add: () => addTime(acting, room.now),
            pause: () => pause(acting, room.now),
            resume: () => resume(acting, room.now),
            late: () => arriveLate(acting, member, PEOPLE, room.now),
            left: () => leaveEarly(acting, member, room.now),
            pass: () => pass(acting, to(pick % run.plan.length), room.now),
            ask: () => askForTime(acting, member, pick),
            choose: () =>
              chooseForPhase(
                acting,
                format.phases.find((phase) => phase.seats)?.id ?? '',
                [member, 'bo'],
                room.now,
              ),
          };
          room.write(drafts[what]());
          check(room, format);
        }
        for (let i = room.run().plan.length; room.view().next !== null; i -= 1) {
          expect(i).toBeGreaterThan(0);
          room.next();
        }
      }),
      {
        numRuns: 100,
        // One left and took a round along, another came late: their new round had the name of one that was there.
        examples: meetings
          .filter((one) => one.id === 'c-change')
          .map((format) => [
            format,
            0,
            [
              { act: 'left', waitMs: 0, pick: 13 },
              { act: 'jump', waitMs: 0, pick: 26 },
              { act: 'late', waitMs: 0, pick: 4 },
            ],
          ]),
      },
    );
  }, 60_000);

  const check = (room: ReturnType<typeof meetingRoom>, format: Format) => {
    const { plan, current, endsAt } = room.run();
    const index = plan.findIndex((step) => step.id === current.step);
    expect(index).toBeGreaterThanOrEqual(0);
    expect(new Set(plan.map((step) => step.id)).size).toBe(plan.length);
    for (const step of plan) {
      expect(Number.isInteger(step.ms) && step.ms >= 0).toBe(true);
      const known = format.phases.find((phase) => phase.id === step.phase);
      for (const part of known?.parts ?? [])
        if (part.id === step.part)
          expect(step.ms).toBeGreaterThanOrEqual((part.least ?? part.minutes) * MINUTE_MS);
    }
    for (const phase of format.phases) {
      const turns = Map.groupBy(
        plan.filter((step) => step.phase === phase.id),
        turnId,
      );
      if (phase.seats !== undefined) expect(turns.size).toBeLessThanOrEqual(phase.seats);
      for (const steps of turns.values()) {
        // Who left in the midst of a turn has only a part of it.
        expect(steps.length).toBeLessThanOrEqual(phase.parts?.length ?? 1);
        if (phase.kind !== 'work' || steps.length < (phase.parts?.length ?? 1)) continue;
        const ms = steps.reduce((sum, step) => sum + step.ms, 0);
        expect(ms).toBeGreaterThanOrEqual(FLOOR_MS);
      }
      for (const step of plan.slice(index + 1).filter((one) => one.phase === phase.id && one.groups)) {
        const all = (step.groups ?? []).flatMap((group) => [...group.others, ...(group.client ?? [])]);
        expect(all.length).toBeGreaterThan(0);
      }
    }
    expect(room.view().overMs).toBeGreaterThanOrEqual(0);
    expect(endsAt).toBeGreaterThan(ROOM_START);
  };
});

describe('a turn in parts', () => {
  const als = formatOf('action-learning-set');
  const inQuestions = () => {
    const room = meetingRoom(als);
    room.start(PEOPLE.slice(0, 6));
    while (room.view().step.id !== 'presenters:ada:clarify') room.next();
    return room;
  };
  const turnMs = (room: ReturnType<typeof meetingRoom>, member: string) =>
    room
      .run()
      .plan.filter((step) => step.phase === 'presenters' && step.member === member)
      .reduce((sum, step) => sum + step.ms, 0);

  it('that runs over takes from its own later parts first, so that the next presenter keeps their time', () => {
    const room = inQuestions();
    room.next(4 * MINUTE_MS);
    // Ada has had 2 and 14: 24 of 40 are left to her, of her 28.
    const ahead = room
      .run()
      .plan.filter((step) => step.member === 'ada' && step.phase === 'presenters')
      .slice(2);
    expect(ahead.reduce((sum, step) => sum + step.ms, 0)).toBe(24 * MINUTE_MS);
    expect(turnMs(room, 'bo')).toBe(40 * MINUTE_MS);
    expect(room.view().overMs).toBe(0);
    const { originalPlan, plan } = room.run();
    const index = plan.findIndex((step) => step.id === room.view().step.id);
    // Bo's turn is what it was, so there is nothing to say.
    expect(changeOf(originalPlan, plan, index)).toBeNull();
  });

  it('is left as a whole by Pass', () => {
    const room = inQuestions();
    room.write(pass(room.acting(), 'presenters:ada:clarify', room.now));
    expect(room.view().step.id).toBe('presenters:bo:present');
    room.write(pass(room.acting(), 'presenters:bo:questions', room.now));
    expect(room.view().step.id).toBe('process');
  });

  it('goes to others when the circle has heard the bids, and the time adds up as before', () => {
    const room = meetingRoom(als);
    room.start(PEOPLE.slice(0, 6));
    while (room.view().step.id !== 'bids') room.next();
    room.write(chooseForPhase(room.acting(), 'presenters', ['chen', 'eve'], room.now));
    expect([turnMs(room, 'ada'), turnMs(room, 'chen'), turnMs(room, 'eve')]).toEqual([
      0,
      40 * MINUTE_MS,
      40 * MINUTE_MS,
    ]);
    expect(room.view().overMs).toBe(0);
    while (room.view().step.id !== 'presenters:chen:clarify') room.next();
    room.write(chooseForPhase(room.acting(), 'presenters', ['bo', 'fay'], room.now));
    const members = new Set(
      room.run().plan.flatMap((step) => (step.phase === 'presenters' ? [step.member] : [])),
    );
    expect([...members]).toEqual(['chen', 'bo']);
  });
});

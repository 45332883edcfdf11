import { describe, expect, it } from 'vitest';
import { keyOf } from '@/test/builders/space';
import { spaceIdOf } from '../fact/space.ts';
import type { Acting } from './commands.ts';
import { arriveLate, fitAfterNext, isOnlyNoted, leaveEarly, overAfterNext } from './course.ts';
import { PMC } from './format.ts';
import type { MeetingRow } from './meeting.ts';
import { askedMs, MINUTE_MS, planMeeting } from './plan.ts';
import type { Run } from './run.ts';

const START = Date.UTC(2026, 10, 5, 17);

/** A meeting of four that is in its first step. */
function begun(lengthMin: number): { row: MeetingRow; run: Run } {
  const lengthMs = lengthMin * MINUTE_MS;
  const present = ['a', 'b', 'c', 'd'];
  const { steps } = planMeeting({ format: PMC, lengthMs, present, asked: new Map() });
  const run: Run = {
    startedAt: START,
    endsAt: START + lengthMs,
    format: PMC,
    plan: steps,
    originalPlan: steps,
    measuredTo: START + lengthMs,
    aliveAt: START,
    extra: {},
    current: { step: 'arrive', startedAt: START, pausedMs: 0, pausedAt: null },
    history: [],
    lost: [],
    endedAt: null,
  };
  const row: MeetingRow = {
    id: 'm',
    circleId: 'c',
    originalStart: START,
    start: START,
    lengthMin,
    adhoc: true,
    phase: 'running',
    asked: {},
    gave: {},
    swaps: [],
    order: null,
    unrecorded: null,
    stroked: [],
    duties: {},
    skipped: [],
    presence: {},
    roles: { facilitator: null, timekeeper: null, host: null },
    run,
    passed: [],
    endedAt: null,
    recorded: null,
    lastAliveAt: START,
    setBy: {},
    newer: 0,
  };
  return { row, run };
}

describe('a turn given by somebody who then stayed away', () => {
  it('counts for nobody, also when the plan is fitted anew', () => {
    const { row, run } = begun(90);
    const presence = { zoe: { presence: 'away', at: START } } as const;
    const given = { ...row, gave: { zoe: 'a' }, presence };
    const at = START + 2 * MINUTE_MS;
    expect(fitAfterNext(given, run, at)).toEqual(fitAfterNext(row, run, at));
  });
});

describe('how far the meeting runs over if one goes on now', () => {
  it('is nothing while the turns to come can give the time', () => {
    const { row, run } = begun(60);
    expect(overAfterNext(row, run, START + 20 * MINUTE_MS)).toBe(0);
  });

  it('is what is missing when every turn is at the floor and the rest is as short as it gets', () => {
    const { row, run } = begun(60);
    const [late, later] = [50, 55].map((minutes) => overAfterNext(row, run, START + minutes * MINUTE_MS));
    expect(late).toBeGreaterThan(0);
    expect(later).toBe((late ?? 0) + 5 * MINUTE_MS);
  });
});

describe('a note of who came late or left, in a shared circle', () => {
  const shared = (by: string, presence: MeetingRow['presence'] = {}): Acting => {
    const circleId = spaceIdOf(keyOf('a'), 'n');
    const { row } = begun(60);
    return {
      slot: { circleId, meetingId: 'm', originalStart: START, start: START, lengthMin: 60, adhoc: true },
      row: { ...row, circleId, presence, steering: { members: ['a'], tookOver: [] } },
      by,
    };
  };
  const order = ['a', 'b', 'c', 'd', 'e'];
  const kinds = (drafts: readonly { kind: string }[]) => drafts.map(({ kind }) => kind);

  it('moves the meeting only by who steers it: nobody takes over by a note', () => {
    for (const [by, more] of [
      ['a', ['meeting.replanned']],
      ['b', []],
    ] as const) {
      expect(kinds(arriveLate(shared(by), 'e', order, START))).toEqual(['meeting.presence', ...more]);
      expect(kinds(leaveEarly(shared(by), 'd', START))).toEqual(['meeting.presence', ...more]);
    }
  });

  it('is followed by the plan as soon as somebody who steers says so', () => {
    const late = { e: { presence: 'late', at: START }, d: { presence: 'left', at: START } } as const;
    expect(order.filter((member) => isOnlyNoted(shared('a', late), member, order))).toEqual(['d', 'e']);
    expect(order.filter((member) => isOnlyNoted(shared('b', late), member, order))).toEqual([]);
    const [, seated] = arriveLate(shared('a', late), 'e', order, START);
    expect(JSON.stringify(seated?.body)).toContain('"member":"e"');
  });
});

describe('minutes that were typed with a point', () => {
  it('make whole milliseconds, so that a meeting with them can start and go on', () => {
    const present = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (let tenths = 1; tenths < 200; tenths += 1) {
      const asked = askedMs({ a: tenths / 10, b: 4.1 });
      const { steps } = planMeeting({ format: PMC, lengthMs: 90 * MINUTE_MS, present, asked });
      expect(steps.filter((step) => !Number.isInteger(step.ms))).toEqual([]);
    }
    const { row, run } = begun(90);
    const fitted = fitAfterNext({ ...row, asked: { a: 8.2 } }, run, START + MINUTE_MS);
    expect(fitted.steps.filter((step) => !Number.isInteger(step.ms))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Draft, type Fact, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';
import { attendance } from './attendance.ts';
import { giveTurn, type Slot, startMeeting } from './commands.ts';
import { pass } from './course.ts';
import type { Format } from './format.ts';
import { foldMeeting } from './meeting.ts';
import { MINUTE_MS, planMeeting } from './plan.ts';

const START = Date.UTC(2026, 10, 5, 17);
const MEMBERS = ['ada', 'bo', 'chen', 'dana'];
const slot: Slot = {
  circleId: 'c1',
  meetingId: 'm1',
  originalStart: START,
  start: START,
  lengthMin: 90,
  adhoc: false,
};

/** A format of one's own in which members have but one turn each. */
const ONE_TURN: Format = {
  id: 'own',
  version: 1,
  everyDays: 14,
  lengthMin: 90,
  phases: [
    { id: 'arrive', kind: 'arrive', perMember: false, minutes: 5 },
    { id: 'work', kind: 'work', perMember: true, minutes: 'rest' },
  ],
};

function room(format: Format) {
  const facts: Fact[] = [];
  let at = HLC_START;
  const row = () => foldMeeting(slot.meetingId, facts);
  const acting = () => ({ slot, row: row(), by: 'ada' });
  const write = (drafts: readonly Draft[]) => {
    for (const draft of drafts) {
      at = tick(at, START);
      const seq = facts.length + 1;
      facts.push(seal(draft, { author: 'dev', seq, at, prev: '', salt: `${seq}` }));
    }
  };
  const start = (present: readonly string[] = MEMBERS) => {
    const lengthMs = 90 * MINUTE_MS;
    const gave = row()?.gave;
    const { steps } = planMeeting({ format, lengthMs, present, asked: new Map(), gave });
    write(startMeeting(acting(), { at: START, endsAt: START + lengthMs, format, plan: steps }));
  };
  return { acting, write, start, present: () => attendance(row(), MEMBERS).present };
}

describe('who was there, where each has but one turn', () => {
  it('takes in whoever passed it', () => {
    const m = room(ONE_TURN);
    m.start();
    m.write(pass(m.acting(), 'work:dana', START));
    expect(m.present()).toEqual(MEMBERS);
  });

  it('takes in whoever gave it away', () => {
    const m = room(ONE_TURN);
    m.write(giveTurn(m.acting(), 'ada', 'bo'));
    m.start();
    expect(m.present()).toEqual(MEMBERS);
  });

  it('takes in those for whom there was no seat', () => {
    const seats = ONE_TURN.phases.map((phase) => (phase.perMember ? { ...phase, seats: 2 } : phase));
    const m = room({ ...ONE_TURN, phases: seats });
    m.start();
    expect(m.present()).toEqual(MEMBERS);
  });

  it('leaves out whoever was not a member yet', () => {
    const m = room(ONE_TURN);
    m.start(['ada', 'bo', 'chen']);
    expect(m.present()).toEqual(['ada', 'bo', 'chen']);
  });
});

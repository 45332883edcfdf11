import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoDraft } from '../fact/draft.ts';
import { type Draft, type Fact, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';
import { attendance } from './attendance.ts';
import {
  type Acting,
  askForTime,
  recordMeeting,
  type Slot,
  setDuty,
  setPresence,
  skipDuty,
  startMeeting,
} from './commands.ts';
import {
  addTime,
  arriveLate,
  endMeeting,
  leaveEarly,
  moveTo,
  pass,
  pause,
  resume,
  stillAlive,
} from './course.ts';
import { PMC } from './format.ts';
import { TO_ALL } from './given-turns.ts';
import { giveAway, swapTurns, takeTurnBack } from './hand-over.ts';
import { joinMeetings } from './join.ts';
import { foldMeeting, type MeetingRow } from './meeting.ts';
import { meetingIdFor } from './meeting-id.ts';
import { FLOOR_MS, MINUTE_MS, planMeeting } from './plan.ts';
import { SILENCE_MS } from './run.ts';
import { type RunningView, viewMeeting } from './view.ts';

const START = Date.UTC(2026, 10, 5, 17);
const MEMBERS = ['ada', 'bo', 'chen', 'dana', 'eve', 'fay'];
const slot: Slot = {
  circleId: 'c1',
  meetingId: meetingIdFor('c1', START),
  originalStart: START,
  start: START,
  lengthMin: 90,
  adhoc: false,
};

/** A meeting one device runs: `now` is moved by hand. */
function room(author = 'dev') {
  const facts: Fact[] = [];
  let seq = 0;
  let at = HLC_START;
  const state = {
    now: START,
    facts,
    row: (): MeetingRow | null => foldMeeting(slot.meetingId, facts),
    acting: (): Acting => ({ slot, row: state.row(), by: 'ada' }),
    write(drafts: readonly Draft[]) {
      for (const draft of drafts) {
        at = tick(at, state.now);
        seq += 1;
        facts.push(seal(draft, { author, seq, at, prev: '', salt: `${author}${seq}` }));
      }
    },
    start(present = MEMBERS, lengthMin = 90) {
      const row = state.row();
      const asked = new Map(
        Object.entries(row?.asked ?? {}).map(([member, min]) => [member, min * MINUTE_MS]),
      );
      const { steps } = planMeeting({ format: PMC, lengthMs: lengthMin * MINUTE_MS, present, asked });
      const endsAt = state.now + lengthMin * MINUTE_MS;
      state.write(startMeeting(state.acting(), { at: state.now, endsAt, format: PMC, plan: steps }));
    },
    next() {
      const to = state.view().next;
      if (to) state.write(moveTo(state.acting(), to.id, state.now));
    },
    wait(minutes: number) {
      state.now += minutes * MINUTE_MS;
    },
    view(): RunningView {
      const row = state.row();
      const view = row && viewMeeting(row, state.now);
      if (view?.phase !== 'running') throw new Error('the meeting is not running');
      return view.running;
    },
  };
  return state;
}

describe('a meeting', () => {
  it('runs through its agenda on time when everyone keeps to it', () => {
    const m = room();
    m.start();
    const steps = m.row()?.run?.plan ?? [];
    for (const step of steps) {
      expect(m.view().step.id).toBe(step.id);
      expect(m.view().lateness).toEqual({ kind: 'onTime' });
      m.wait(step.ms / MINUTE_MS);
      m.next();
    }
    expect(m.now).toBe(START + 90 * MINUTE_MS);
    m.write(endMeeting(m.acting(), m.now));
    expect(m.row()).toMatchObject({ phase: 'ended', endedAt: START + 90 * MINUTE_MS });
    expect(m.row()?.run?.history.map((past) => past.usedMs)).toEqual(steps.map((step) => step.ms));
  });

  it('says it is behind when a turn runs over, and fits the rest again so that it ends in time', () => {
    const m = room();
    m.start();
    while (m.view().step.kind !== 'work') {
      m.wait(m.view().totalMs / MINUTE_MS);
      m.next();
    }
    const turn = m.view().totalMs;
    m.wait(turn / MINUTE_MS + 5);
    expect(m.view()).toMatchObject({ over: true, lateness: { kind: 'behind', minutes: 5 } });
    expect(m.view().overMs).toBe(5 * MINUTE_MS);
    m.next();
    expect(m.view().totalMs).toBe(turn - MINUTE_MS);
    expect(m.view().lateness).toEqual({ kind: 'behind', minutes: 5 });
    expect(m.view().overMs).toBe(0);
    while (m.view().step.kind === 'work') {
      m.wait(m.view().totalMs / MINUTE_MS);
      m.next();
    }
    expect(m.view().lateness).toEqual({ kind: 'onTime' });
  });

  it('changes nothing when Next is pressed twice from the same step', () => {
    const m = room();
    m.start();
    const twice = moveTo(m.acting(), 'roles', m.now);
    m.write([...twice, ...twice]);
    expect(m.view().step.id).toBe('roles');
    expect(m.row()?.run?.history).toHaveLength(1);
  });

  it('goes on where a turn was left when one comes back to it', () => {
    const m = room();
    m.start();
    m.wait(1);
    m.next();
    m.wait(1);
    m.write(moveTo(m.acting(), 'arrive', m.now));
    expect(m.view().elapsedMs).toBe(MINUTE_MS);
    m.next();
    expect(m.view().step.id).toBe('roles');
    expect(m.view().elapsedMs).toBe(MINUTE_MS);
  });

  it('stands still while paused, and fits the rest when it goes on', () => {
    const m = room();
    m.start();
    m.wait(1);
    m.write(pause(m.acting(), m.now));
    m.wait(10);
    expect(m.view()).toMatchObject({ paused: true, remainingMs: MINUTE_MS });
    expect(m.view().lateness).toEqual({ kind: 'behind', minutes: 10 });
    m.write(resume(m.acting(), m.now));
    expect(m.view()).toMatchObject({ paused: false, remainingMs: MINUTE_MS, overMs: 0 });
    m.write(pause(m.acting(), m.now));
    m.write(pause(m.acting(), m.now));
    m.wait(1);
    m.write(resume(m.acting(), m.now));
    expect(m.view().remainingMs).toBe(MINUTE_MS);
  });

  it('gives the running step a minute and takes it from what is to come', () => {
    const m = room();
    m.start();
    const work = m.row()?.run?.plan.find((step) => step.kind === 'work')?.ms ?? 0;
    m.write(addTime(m.acting(), m.now));
    expect(m.view()).toMatchObject({ totalMs: 3 * MINUTE_MS, overMs: 0 });
    expect(m.row()?.run?.plan.find((step) => step.kind === 'work')?.ms).toBe(work - MINUTE_MS / 6);
  });

  it('makes room for who arrives late, in their place, and gives the time of who leaves to the others', () => {
    const m = room();
    m.write(setPresence(m.acting(), 'bo', 'away', m.now));
    m.start(MEMBERS.filter((one) => one !== 'bo'));
    for (let i = 0; i < 3; i += 1) m.next();
    m.write(arriveLate(m.acting(), 'bo', MEMBERS, m.now));
    const ids = () => m.row()?.run?.plan.map((step) => step.id) ?? [];
    expect(ids().filter((id) => id.startsWith('work'))).toEqual(MEMBERS.map((one) => `work:${one}`));
    expect(ids().indexOf('reports:bo')).toBeGreaterThan(ids().indexOf(m.view().step.id));
    expect(m.view().overMs).toBe(0);
    expect(m.row()?.presence.bo?.presence).toBe('late');
    m.write(leaveEarly(m.acting(), 'fay', m.now));
    expect(ids().some((id) => id.endsWith(':fay'))).toBe(false);
    expect(m.view().overMs).toBe(0);
    expect(attendance(m.row(), MEMBERS)).toMatchObject({
      present: MEMBERS,
      late: ['bo'],
      leftEarly: ['fay'],
    });
  });

  it('never takes away the step one is in', () => {
    const m = room();
    m.start();
    while (m.view().step.id !== 'work:ada') m.next();
    m.write(leaveEarly(m.acting(), 'ada', m.now));
    expect(m.view().step.id).toBe('work:ada');
    m.write(pass(m.acting(), 'work:ada', m.now));
    expect(m.view().step.id).toBe('work:bo');
    m.write(pass(m.acting(), 'work:dana', m.now));
    expect(m.row()?.run?.plan.some((step) => step.id === 'work:dana')).toBe(false);
  });

  it('closes itself at the last sign of life when nobody ends it, and loses nothing', () => {
    const m = room();
    m.start();
    m.wait(30);
    m.next();
    m.wait(40);
    m.write(stillAlive(m.acting(), m.now));
    const alive = m.now;
    const row = m.row();
    if (!row) throw new Error('lost');
    const end = START + 90 * MINUTE_MS;
    expect(viewMeeting(row, end + SILENCE_MS).phase).toBe('running');
    expect(viewMeeting(row, end + SILENCE_MS + 1)).toEqual({
      phase: 'ended',
      endedAt: alive,
      bySilence: true,
    });
    expect(row.run?.history).toHaveLength(1);
  });

  it('can be ended by mistake and gone on with', () => {
    const m = room();
    m.start();
    m.write(endMeeting(m.acting(), m.now));
    const end = m.facts.at(-1)?.hash ?? '';
    expect(m.row()?.phase).toBe('ended');
    m.write([undoDraft('c1', 'ada', slot.meetingId, [end])]);
    expect(m.row()?.phase).toBe('running');
  });

  it('begins anew when it is started again after its end, or days after a start by mistake', () => {
    const m = room();
    m.start();
    m.write(endMeeting(m.acting(), m.now));
    m.wait(2);
    m.start();
    expect(m.row()).toMatchObject({
      phase: 'running',
      endedAt: null,
      run: { startedAt: m.now, history: [] },
    });
    m.wait(3 * 24 * 60);
    m.start();
    expect(m.view()).toMatchObject({ elapsedMs: 0, lateness: { kind: 'onTime' } });
    expect(m.row()?.run?.startedAt).toBe(m.now);
  });

  it('stays over when somebody corrects it long after it fell silent', () => {
    const m = room();
    m.start();
    m.wait(10);
    m.next();
    const alive = m.now;
    m.wait(24 * 60);
    m.write(setPresence(m.acting(), 'fay', 'away', m.now));
    const row = m.row();
    expect(row && viewMeeting(row, m.now)).toEqual({ phase: 'ended', endedAt: alive, bySilence: true });
    expect(row?.presence.fay?.presence).toBe('away');
  });

  it('counts what was had of a turn when one went back and comes to it again, so that no time is lost', () => {
    const m = room();
    m.start();
    while (m.view().step.id !== 'work:dana') {
      m.wait(m.view().remainingMs / MINUTE_MS);
      m.next();
    }
    const back = (to: string) => m.write(moveTo(m.acting(), to, m.now));
    m.wait(4);
    back('work:chen');
    back('work:bo');
    m.write(addTime(m.acting(), m.now));
    m.wait(1);
    m.next();
    expect(m.view()).toMatchObject({ step: { id: 'work:chen' }, remainingMs: 0 });
    m.next();
    const run = m.row()?.run;
    const turns = run?.plan.filter((step) => ['work:dana', 'work:eve', 'work:fay'].includes(step.id)) ?? [];
    for (const turn of turns) expect(turn.ms).toBe(9.5 * MINUTE_MS);
    expect(m.view().remainingMs).toBe(5.5 * MINUTE_MS);
    expect(m.now + m.view().leftInAllMs).toBe(run?.endsAt);
  });

  it.each(['late', 'left', 'passed'] as const)(
    'is on time for a circle that keeps to its plan after a member has %s',
    (what) => {
      const m = room();
      m.start(what === 'late' ? MEMBERS.filter((one) => one !== 'dana') : MEMBERS);
      m.wait(2);
      m.next();
      if (what === 'late') m.write(arriveLate(m.acting(), 'dana', MEMBERS, m.now));
      if (what === 'left') m.write(leaveEarly(m.acting(), 'dana', m.now));
      if (what === 'passed') m.write(pass(m.acting(), 'work:dana', m.now));
      while (m.view().next) {
        expect(m.view().lateness).toEqual({ kind: 'onTime' });
        m.wait(m.view().remainingMs / MINUTE_MS);
        m.next();
      }
      m.wait(m.view().remainingMs / MINUTE_MS);
      expect(m.now).toBe(START + 90 * MINUTE_MS);
    },
  );

  it('ignores a minute added to a step that another device has already left', () => {
    const m = room();
    m.start();
    const add = addTime(m.acting(), m.now);
    m.next();
    const plan = m.row()?.run?.plan;
    m.write(add);
    expect(m.row()?.run?.plan).toEqual(plan);
  });

  it('takes the minutes asked for into the plan, and lets them be taken back', () => {
    const m = room();
    m.write(askForTime(m.acting(), 'bo', 4));
    m.write(askForTime(m.acting(), 'ada', 20));
    m.write(askForTime(m.acting(), 'ada', null));
    expect(m.row()?.asked).toEqual({ bo: 4 });
    m.start();
    expect(m.row()?.run?.plan.find((step) => step.id === 'work:bo')?.ms).toBe(4 * MINUTE_MS);
  });

  it('stays the same meeting when the calendar moves it', () => {
    const m = room();
    m.write(setPresence(m.acting(), 'bo', 'away', m.now));
    const moved: Acting = { ...m.acting(), slot: { ...slot, start: START + 3_600_000 } };
    m.write(setPresence(moved, 'bo', 'here', m.now));
    expect(m.row()).toMatchObject({ start: START + 3_600_000, originalStart: START, id: slot.meetingId });
    expect(meetingIdFor('c1', START)).toBe(slot.meetingId);
    expect(meetingIdFor('c2', START)).not.toBe(slot.meetingId);
  });

  it('can be added or corrected afterwards', () => {
    const m = room();
    m.write(recordMeeting(m.acting(), { start: START, end: START + 1, present: ['ada'] }));
    m.write(recordMeeting(m.acting(), { start: START, end: START + 5 * MINUTE_MS, present: ['ada', 'bo'] }));
    expect(m.row()).toMatchObject({
      phase: 'ended',
      endedAt: START + 5 * MINUTE_MS,
      recorded: ['ada', 'bo'],
    });
    expect(attendance(m.row(), MEMBERS).present).toEqual(['ada', 'bo']);
  });

  it('folds to the same row for every order and duplication of its facts', () => {
    const act = fc.constantFrom(
      'next',
      'back',
      'add',
      'pause',
      'resume',
      'late',
      'left',
      'pass',
      'ask',
      'give',
      'take',
      'swap',
      'duty',
      'skip',
      'alive',
      'end',
      'undo',
    );
    const acts = fc.array(fc.record({ act, wait: fc.nat({ max: 12 }), pick: fc.nat({ max: 5 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(acts, fc.infiniteStream(fc.nat()), (list, random) => {
        const m = room();
        m.start(MEMBERS.slice(0, 5));
        for (const { act: what, wait, pick } of list) {
          m.wait(wait);
          const acting = m.acting();
          const run = acting.row?.run;
          const member = MEMBERS[pick] ?? 'ada';
          const index = run?.plan.findIndex((step) => step.id === run.current.step) ?? 0;
          const to = (step: number) => run?.plan[step]?.id ?? '';
          const drafts: Record<string, () => Draft[]> = {
            next: () => moveTo(acting, to(index + 1), m.now),
            back: () => moveTo(acting, to(index - 1), m.now),
            add: () => addTime(acting, m.now),
            pause: () => pause(acting, m.now),
            resume: () => resume(acting, m.now),
            late: () => arriveLate(acting, member, MEMBERS, m.now),
            left: () => leaveEarly(acting, member, m.now),
            pass: () => pass(acting, to(index + pick), m.now),
            ask: () => askForTime(acting, member, wait),
            give: () => giveAway(acting, member, MEMBERS[wait] ?? TO_ALL, m.now),
            take: () => takeTurnBack(acting, member, MEMBERS, m.now),
            swap: () => swapTurns(acting, member, MEMBERS[wait] ?? member, m.now),
            duty: () => setDuty(acting, 'host', wait > 6 ? null : member),
            skip: () => skipDuty(acting, 'facilitator', member),
            alive: () => stillAlive(acting, m.now),
            end: () => endMeeting(acting, m.now),
            undo: () => [
              undoDraft('c1', 'ada', slot.meetingId, m.facts.length > 2 ? [m.facts.at(-1)?.hash ?? ''] : []),
            ],
          };
          m.write(drafts[what]?.() ?? []);
        }
        const row = m.row();
        for (const step of row?.run?.plan ?? [])
          if (step.kind === 'work') expect(step.ms).toBeGreaterThanOrEqual(FLOOR_MS);
        expect(row?.run?.plan.some((step) => step.id === row.run?.current.step)).toBe(true);
        const shuffled = [...m.facts, ...m.facts.slice(0, 4)]
          .map((fact) => ({ fact, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        expect(foldMeeting(slot.meetingId, shuffled)).toEqual(row);
      }),
      { numRuns: 200 },
    );
  });
});

describe('meetings that two devices began', () => {
  it('are one when their running times overlap, under the id of the planned one', () => {
    const m = room();
    m.start();
    m.wait(60);
    m.write(endMeeting(m.acting(), m.now));
    const planned = m.row();
    if (!planned) throw new Error('lost');
    const adhoc = { ...planned, id: 'x', adhoc: true, start: START - MINUTE_MS };
    const later = { ...planned, id: 'y', start: START + 86_400_000, endedAt: START + 86_460_000 };
    const other = { ...planned, id: 'z', circleId: 'c2' };
    const held = joinMeetings([later, adhoc, other, planned]);
    expect(held.map((one) => one.ids.toSorted())).toEqual([[planned.id, 'x'].toSorted(), ['z'], ['y']]);
    expect(held[0]?.meeting.id).toBe(planned.id);
  });
});

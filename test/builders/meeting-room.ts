import { type Draft, type Fact, seal } from '../../lib/fact/fact.ts';
import { HLC_START, tick } from '../../lib/fact/hlc.ts';
import { type Acting, type Slot, startMeeting } from '../../lib/meeting/commands.ts';
import { moveTo } from '../../lib/meeting/course.ts';
import type { Format } from '../../lib/meeting/format.ts';
import { foldMeeting, type MeetingRow } from '../../lib/meeting/meeting.ts';
import { meetingIdFor } from '../../lib/meeting/meeting-id.ts';
import { MINUTE_MS, planMeeting } from '../../lib/meeting/plan.ts';
import type { Run } from '../../lib/meeting/run.ts';
import { type RunningView, viewMeeting } from '../../lib/meeting/view.ts';

export const ROOM_START = Date.UTC(2026, 10, 5, 17);
export const PEOPLE = ['ada', 'bo', 'chen', 'dana', 'eve', 'fay', 'gil', 'hana', 'ines', 'jon', 'kim', 'lea'];

/** One meeting of a format on one device: what is written is folded anew for every look. */
export function meetingRoom(format: Format, lengthMin: number = format.lengthMin) {
  const slot: Slot = {
    circleId: 'c1',
    meetingId: meetingIdFor('c1', ROOM_START),
    originalStart: ROOM_START,
    start: ROOM_START,
    lengthMin,
    adhoc: false,
  };
  const facts: Fact[] = [];
  let at = HLC_START;
  let folded: { of: number; row: MeetingRow | null } = { of: 0, row: null };
  const room = {
    now: ROOM_START,
    facts,
    row(): MeetingRow | null {
      if (folded.of !== facts.length) folded = { of: facts.length, row: foldMeeting(slot.meetingId, facts) };
      return folded.row;
    },
    run(): Run {
      const run = room.row()?.run;
      if (!run) throw new Error('the meeting was not started');
      return run;
    },
    acting: (): Acting => ({ slot, row: room.row(), by: 'ada' }),
    write(drafts: readonly Draft[]): void {
      for (const draft of drafts) {
        at = tick(at, room.now);
        const seq = facts.length + 1;
        facts.push(seal(draft, { author: 'd', seq, at, prev: '', salt: String(seq) }));
      }
    },
    start(present: readonly string[], chosen?: ReadonlyMap<string, readonly string[]>): void {
      const lengthMs = lengthMin * MINUTE_MS;
      const { steps } = planMeeting({ format, lengthMs, present, asked: new Map(), chosen, seed: 'x' });
      const endsAt = room.now + steps.reduce((sum, step) => sum + step.ms, 0);
      room.write(startMeeting(room.acting(), { at: room.now, endsAt, format, plan: steps }));
    },
    view(): RunningView {
      const row = room.row();
      const view = row && viewMeeting(row, room.now);
      if (view?.phase !== 'running') throw new Error('the meeting is not running');
      return view.running;
    },
    /** Lets what is left of the step pass (and `lateMs` more), and goes on. */
    next(lateMs = 0): boolean {
      const { next, remainingMs } = room.view();
      room.now += Math.max(0, remainingMs) + lateMs;
      if (!next) return false;
      room.write(moveTo(room.acting(), next.id, room.now));
      return true;
    },
  };
  return room;
}

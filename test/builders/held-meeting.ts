import type { Draft, Fact } from '../../lib/fact/fact.ts';
import { type Acting, type Slot, setPresence, setRoles, startMeeting } from '../../lib/meeting/commands.ts';
import { endMeeting, moveTo } from '../../lib/meeting/course.ts';
import type { MeetingRole } from '../../lib/meeting/facts.ts';
import { type Format, PMC } from '../../lib/meeting/format.ts';
import { foldMeeting, type MeetingRow } from '../../lib/meeting/meeting.ts';
import { MINUTE_MS, planMeeting } from '../../lib/meeting/plan.ts';
import { viewMeeting } from '../../lib/meeting/view.ts';
import type { device } from './logs.ts';

export interface HeldMeeting {
  circleId: string;
  meetingId: string;
  start: number;
  present: readonly string[];
  away?: readonly string[];
  roles?: Readonly<Record<MeetingRole, string | null>>;
  format?: Format;
  /** Minutes each turn of work runs over. */
  late?: Readonly<Record<string, number>>;
}

/** Holds a whole meeting from its start to its end, as a device beside it writes it down. */
export function holdMeeting(
  { write }: Pick<ReturnType<typeof device>, 'write'>,
  { circleId, meetingId, start, present, away = [], roles, format = PMC, late = {} }: HeldMeeting,
): { facts: readonly Fact[]; row: MeetingRow } {
  const slot: Slot = { circleId, meetingId, originalStart: start, start, lengthMin: 90, adhoc: false };
  const facts: Fact[] = [];
  let now = start;
  const row = (): MeetingRow | null => foldMeeting(meetingId, facts);
  const acting = (): Acting => ({ slot, row: row(), by: present[0] ?? null });
  const say = (drafts: readonly Draft[]) => facts.push(...write(drafts, now));
  for (const member of away) say(setPresence(acting(), member, 'away', now));
  if (roles) say(setRoles(acting(), roles));
  const lengthMs = slot.lengthMin * MINUTE_MS;
  const { steps } = planMeeting({ format, lengthMs, present, asked: new Map() });
  say(startMeeting(acting(), { at: now, endsAt: now + lengthMs, format, plan: steps }));
  for (;;) {
    const held = row();
    const view = held && viewMeeting(held, now);
    if (!held || view?.phase !== 'running') throw new Error('the meeting does not run');
    const { step, next, remainingMs } = view.running;
    const lateMs = step.kind === 'work' && step.member ? (late[step.member] ?? 0) * MINUTE_MS : 0;
    now += Math.max(0, remainingMs) + lateMs;
    if (next) say(moveTo(acting(), next.id, now));
    else {
      say(endMeeting(acting(), now));
      const ended = row();
      if (!ended) throw new Error('nothing is left of the meeting');
      return { facts, row: ended };
    }
  }
}

import { heldTime, type TimeBack, timeBack } from '@/lib/meeting/balance';
import type { Format } from '@/lib/meeting/format';
import { canGive, planMeeting } from '@/lib/meeting/plan';
import { turnLengths } from '@/lib/meeting/turns';
import type { Room } from '@/lib/store/room';

/** Whether the format has turns that are shared out: only those can be given away, or get time back. */
export const hasShares = (format: Format): boolean => format.phases.some(canGive);

/** Who gets time back at a meeting of `lengthMs`; nobody where the circle does without, or where turns are fixed. */
export function timeBackToday(
  room: Room,
  format: Format,
  here: readonly string[],
  lengthMs: number,
): readonly TimeBack[] {
  const phase = format.phases.find(canGive);
  if (!room.circle.timeBack || !phase) return [];
  const even = planMeeting({ format, lengthMs, present: here, asked: new Map() });
  const turns = turnLengths(even.steps.filter((step) => step.phase === phase.id));
  const turnMs = turns.length > 0 ? Math.min(...turns) : 0;
  return timeBack(
    room.held.flatMap((row) => heldTime(row) ?? []),
    here,
    turnMs,
  );
}

import { presentMembers } from '@/lib/circle/member';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { Run } from '@/lib/meeting/run';
import type { RunningView } from '@/lib/meeting/view';
import type { RingCentre, RingSeat } from '../ring/Ring.tsx';
import { stepLabel } from './phase-words.ts';
import { hereNow, type Stage } from './stage.ts';
import { workTurns } from './work-turns.ts';

/** What the ring shows of a running meeting: whose time it is in the middle, and everybody around it. */
export function atAGlance(
  stage: Stage,
  row: MeetingRow,
  run: Run,
  running: RunningView,
): { centre: RingCentre; seats: RingSeat[] } {
  const { step, remainingMs, totalMs, over, soon, paused } = running;
  const name = step.member === null ? null : (stage.short.get(step.member) ?? '?');
  const label = stepLabel(step, run.format, name);
  return {
    centre: { remainingMs, totalMs, label, over, soon, paused },
    seats: seatsOf(stage, row, run, running),
  };
}

const isThrough = (steps: readonly string[], running: RunningView): boolean =>
  steps.every((step) => running.done.has(step));

function seatsOf(stage: Stage, row: MeetingRow, run: Run, running: RunningView): RingSeat[] {
  const here = new Set(hereNow(stage.room, row));
  const turns = workTurns(run.plan);
  return presentMembers(stage.room.members).map((member) => {
    const turn = turns.get(member.id);
    const usedMs = running.usedMs.get(member.id) ?? 0;
    const gone = row.presence[member.id]?.presence === 'left';
    const state =
      running.step.member === member.id || running.step.groups?.some((group) => group.client === member.id)
        ? 'now'
        : !here.has(member.id) || gone
          ? 'away'
          : usedMs > 0 || (turn && isThrough(turn.steps, running))
            ? 'done'
            : turn
              ? 'waiting'
              : 'passed';
    return {
      id: member.id,
      ...(stage.cards.get(member.id) ?? { name: member.name, initials: '?', hue: 0 }),
      usedMs,
      shareMs: turn?.ms ?? Math.max(usedMs, 1),
      state,
    };
  });
}

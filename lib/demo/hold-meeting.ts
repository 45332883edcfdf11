import { type Acting, askForTime, setPresence, setRoles, startMeeting } from '../meeting/commands.ts';
import { arriveLate, endMeeting, moveTo } from '../meeting/course.ts';
import { PMC } from '../meeting/format.ts';
import { foldMeeting } from '../meeting/meeting.ts';
import { MINUTE_MS, planMeeting } from '../meeting/plan.ts';
import { viewMeeting } from '../meeting/view.ts';
import { idOf, type Stage } from './stage.ts';
import type { Person } from './story.ts';

const LENGTH_MIN = 90;

/**
 * Holds a meeting step by step. Turns run over and under a little, always the same way, and by less as the year goes on.
 * @returns when it ended, UTC ms.
 */
export function holdMeeting(
  { journal, circleId, me, ids, starts, meetingIds }: Stage,
  index: number,
  present: readonly Person[],
  members: readonly Person[],
): number {
  const start = starts[index] ?? 0;
  const slot = {
    circleId,
    meetingId: meetingIds[index] ?? '',
    originalStart: start,
    start,
    lengthMin: LENGTH_MIN,
    adhoc: false,
  };
  const row = () => foldMeeting(slot.meetingId, journal.of(slot.meetingId));
  const acting = (): Acting => ({ slot, row: row(), by: me });
  const at = (key: string): string => idOf(ids, key);
  for (const { key } of members)
    if (!present.some((one) => one.key === key))
      journal.write(setPresence(acting(), at(key), 'away', start), start);
  const role = (turn: number): string | null => {
    const one = present[(index + turn) % present.length];
    return one ? at(one.key) : null;
  };
  journal.write(setRoles(acting(), { facilitator: role(0), timekeeper: role(1), host: role(2) }), start);
  const asks = present[(index * 2) % present.length];
  if (asks && index % 2 === 0) journal.write(askForTime(acting(), at(asks.key), 14), start - 60 * MINUTE_MS);
  // Whoever comes late is not in the plan until then.
  const late = index % 4 === 1 ? present.find((one) => one.late) : undefined;
  const there = present.filter((one) => one !== late).map(({ key }) => at(key));
  if (late) journal.write(setPresence(acting(), at(late.key), 'away', start), start);
  const asked = new Map(
    Object.entries(row()?.asked ?? {}).map(([who, minutes]) => [who, minutes * MINUTE_MS]),
  );
  const { steps } = planMeeting({ format: PMC, lengthMs: LENGTH_MIN * MINUTE_MS, present: there, asked });
  const begun = start + (index % 3) * MINUTE_MS;
  const endsAt = start + LENGTH_MIN * MINUTE_MS;
  journal.write(startMeeting(acting(), { at: begun, endsAt, format: PMC, plan: steps }), begun);
  let now = begun;
  let isIn = late === undefined;
  for (let step = 0; step < 200; step++) {
    const held = row();
    const view = held && viewMeeting(held, now);
    if (view?.phase !== 'running') break;
    const { running } = view;
    const drift = Math.sin(index * 5 + step * 3) * (3 - (2 * index) / starts.length) * MINUTE_MS;
    const shift = running.step.kind === 'work' ? Math.round(drift / 1000) * 1000 : 0;
    now += Math.max(20_000, Math.max(0, running.remainingMs) + shift);
    if (!isIn && late && now > start + 9 * MINUTE_MS) {
      isIn = true;
      journal.write(arriveLate(acting(), at(late.key), [...there, at(late.key)], now - 5000), now - 5000);
      const anew = row();
      const next = anew && viewMeeting(anew, now);
      if (next?.phase === 'running' && next.running.next)
        journal.write(moveTo(acting(), next.running.next.id, now), now);
      continue;
    }
    if (running.next) journal.write(moveTo(acting(), running.next.id, now), now);
    else break;
  }
  journal.write(endMeeting(acting(), now), now);
  return now;
}

import { rolesToCome } from '@/lib/circle/roles-to-come';
import type { MeetingRole } from '@/lib/meeting/facts';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { RotaMeeting } from '@/lib/meeting/rota';
import { isoDay } from '@/lib/platform/iso-day';
import type { Stage } from './stage.ts';

/** Who has which role at the meeting one is about to hold. `row`: as it is, or as it would be. */
export function rolesToday({ room, acting }: Stage, row: MeetingRow | null = acting.row): RotaMeeting {
  const on = isoDay(acting.slot.start);
  const later = room.ahead
    .filter((one) => one.start > acting.slot.start)
    .map((one, i) => ({ row: one, number: room.number + 1 + i, on: isoDay(one.start) }));
  const [today] = rolesToCome(room.members, room.held, [{ row, number: room.number, on }, ...later]);
  const none = { facilitator: null, timekeeper: null, host: null };
  return today ?? { roles: none, why: { facilitator: 'turn', timekeeper: 'turn', host: 'turn' } };
}

/** Who would have a role today if whoever has it now were passed over. */
export function insteadOf(stage: Stage, role: MeetingRole): string | null {
  const { row } = stage.acting;
  const { roles } = rolesToday(stage);
  const member = roles[role];
  if (member === null) return null;
  const skipped = [...(row?.skipped ?? []), { role, member }];
  // The others keep theirs: only this role goes on.
  const others = Object.entries(roles).filter(([other]) => other !== role);
  const would = {
    ...(row ?? EMPTY),
    skipped,
    duties: Object.fromEntries(others.filter(([, one]) => one !== null)),
    setBy: {},
  };
  return rolesToday(stage, would).roles[role];
}

const EMPTY: MeetingRow = {
  id: '',
  circleId: '',
  originalStart: 0,
  start: 0,
  lengthMin: 0,
  adhoc: false,
  phase: 'before',
  asked: {},
  gave: {},
  swaps: [],
  order: null,
  unrecorded: null,
  duties: {},
  skipped: [],
  presence: {},
  roles: { facilitator: null, timekeeper: null, host: null },
  run: null,
  passed: [],
  stroked: [],
  endedAt: null,
  recorded: null,
  lastAliveAt: 0,
  setBy: {},
  newer: 0,
};

import type { Format } from './format.ts';
import type { MeetingRow } from './meeting.ts';

export interface Attendance {
  /** Those who were there, also for a part. */
  present: readonly string[];
  away: readonly string[];
  late: readonly string[];
  leftEarly: readonly string[];
}

/** Who of `members` was at a meeting. Whoever nothing is said of is taken to be there. */
export function attendance(row: MeetingRow | null, members: readonly string[]): Attendance {
  if (row?.recorded) {
    const there = new Set(row.recorded);
    return {
      present: members.filter((member) => there.has(member)),
      away: members.filter((member) => !there.has(member)),
      late: [],
      leftEarly: [],
    };
  }
  const where = (member: string) => row?.presence[member]?.presence ?? 'here';
  // Whoever had no step in the plan and of whom nothing is said was not a member then.
  const planned = new Set<string | null>(
    [...(row?.run?.plan ?? []), ...(row?.run?.history ?? [])].map((step) => step.member),
  );
  for (const { client, others } of row?.run?.plan.flatMap((step) => step.groups ?? []) ?? [])
    for (const member of [client, ...others]) planned.add(member);
  planned.delete(null);
  // A plan that names nobody, or those alone who had a seat, says nothing of the others.
  const isSilent = planned.size === 0 || namesSeatsOnly(row?.run?.format);
  const there = (member: string) =>
    !row?.run ||
    isSilent ||
    planned.has(member) ||
    row.gave[member] !== undefined ||
    row.presence[member] !== undefined;
  return {
    present: members.filter((member) => where(member) !== 'away' && there(member)),
    away: members.filter((member) => where(member) === 'away'),
    late: members.filter((member) => where(member) === 'late'),
    leftEarly: members.filter((member) => where(member) === 'left'),
  };
}

/** Whether every phase with turns of members has a few seats alone, so that not all who were there had a turn. */
function namesSeatsOnly(format: Format | undefined): boolean {
  const phases = format?.phases.filter((phase) => phase.perMember) ?? [];
  return phases.length > 0 && phases.every((phase) => phase.seats !== undefined);
}

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
  // A plan that names nobody says nothing of anybody.
  const there = (member: string) =>
    !row?.run ||
    planned.size === 0 ||
    planned.has(member) ||
    ['late', 'left'].includes(row.presence[member]?.presence ?? '');
  return {
    present: members.filter((member) => where(member) !== 'away' && there(member)),
    away: members.filter((member) => where(member) === 'away'),
    late: members.filter((member) => where(member) === 'late'),
    leftEarly: members.filter((member) => where(member) === 'left'),
  };
}

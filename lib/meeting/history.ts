import { attendance } from './attendance.ts';
import type { MeetingRow } from './meeting.ts';
import type { RotaPast } from './rota.ts';
import type { Run } from './run.ts';

/** Who was at a meeting, of those named in it; `members`: all who are or were in the circle. */
const presentAt = (row: MeetingRow, members: readonly string[]): readonly string[] =>
  attendance(row, members).present;

/** What the rota has to know of meetings that were held, the earliest first. A role of somebody away was not had. */
export function rotaPast(held: readonly MeetingRow[], members: readonly string[]): RotaPast[] {
  return held.map((row) => {
    const present = presentAt(row, members);
    const had = (member: string | null) => (member !== null && present.includes(member) ? member : null);
    const { facilitator, timekeeper, host } = row.roles;
    return {
      present,
      roles: { facilitator: had(facilitator), timekeeper: had(timekeeper), host: had(host) },
    };
  });
}

/** Those in the plan of a running meeting who were at none before; nobody at a circle's first. */
export function isNewTo(run: Run, held: readonly MeetingRow[]): string[] {
  if (held.length === 0) return [];
  const members = [...new Set(run.plan.flatMap((step) => step.member ?? []))];
  return members.filter((member) => !held.some((row) => presentAt(row, members).includes(member)));
}

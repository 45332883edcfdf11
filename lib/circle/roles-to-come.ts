import { rotaPast } from '../meeting/history.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { type RotaMeeting, rota } from '../meeting/rota.ts';
import { guideStage } from './guide.ts';
import { type MemberRow, presentMembers } from './member.ts';

/** A meeting to come, with what is already recorded of it. */
export interface ComingMeeting {
  row: MeetingRow | null;
  /** Which meeting of the circle it will be, from 1. */
  number: number;
  /** ISO date. */
  on: string;
}

/**
 * Who has which role at the meetings to come.
 * @param members all who are or were in the circle. @param held,ahead the earliest first.
 */
export function rolesToCome(
  members: readonly MemberRow[],
  held: readonly MeetingRow[],
  ahead: readonly ComingMeeting[],
): RotaMeeting[] {
  const now = presentMembers(members);
  const past = rotaPast(
    held,
    members.map((member) => member.id),
  );
  return rota(
    now.map((member) => member.id),
    past,
    ahead.map(({ row, number, on }) => {
      const isGuiding = (member: MemberRow) => {
        const stage = guideStage(member.guide, { number, on, next: null, isLastOfRow: false });
        return stage === 'guiding' || stage === 'last';
      };
      return {
        away: now.flatMap(({ id }) => (row?.presence[id]?.presence === 'away' ? [id] : [])),
        duties: row?.duties ?? {},
        skipped: row?.skipped ?? [],
        guides: now.filter(isGuiding).map(({ id }) => id),
        chosen: row?.setBy.roles?.length ? row.roles : null,
      };
    }),
  );
}

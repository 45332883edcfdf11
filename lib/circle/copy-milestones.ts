import type { Draft } from '../fact/fact.ts';
import { consentTo, type NewMilestone, reachMilestone } from '../milestone/commands.ts';
import { type MilestoneRow, scopeOf } from '../milestone/milestone.ts';
import { copyId } from './copy-id.ts';

/** Where milestones are copied to. */
export interface MilestonesTo {
  space: string;
  /** Member here → member there. */
  members: ReadonlyMap<string, string>;
  /** Whether the log holds anything of an entity already. */
  has(entity: string): boolean;
  /** A meeting, or a contract, there; null where it was not copied. */
  meetingOf(id: string | null): string | null;
  contractOf(id: string): string | null;
}

/**
 * Copies milestones into a shared circle. Those of others are suggestions there; of consents only one's own come along,
 * for what one ticked for others was never said by them.
 * @param me the member I am, here.
 */
export function copyMilestones(rows: readonly MilestoneRow[], me: string, to: MilestonesTo): Draft[] {
  const by = to.members.get(me) ?? null;
  return rows.flatMap((row) => {
    const id = copyId(to.space, row.id);
    const memberId = to.members.get(row.memberId);
    if (memberId === undefined || to.has(id)) return [];
    const contract = row.contract === undefined ? null : to.contractOf(row.contract);
    const copy: NewMilestone = {
      id,
      circleId: to.space,
      memberId,
      kind: row.kind,
      title: row.title,
      on: row.on,
      credit: row.credit.flatMap((one) => {
        const helper = to.members.get(one.memberId);
        return helper === undefined ? [] : [{ ...one, memberId: helper }];
      }),
      meetingId: to.meetingOf(row.meetingId),
      ...(row.goal === undefined ? {} : { goal: copyId(to.space, row.goal) }),
      ...(contract === null ? {} : { contract }),
      source: row.id,
    };
    const scope = scopeOf(row, me);
    return [
      reachMilestone(copy, by, row.at),
      ...(by !== null && scope !== 'circle' ? [consentTo(copy, by, scope, by, row.at)] : []),
    ];
  });
}

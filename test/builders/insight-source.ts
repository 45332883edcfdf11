import { foldCircle } from '../../lib/circle/circle.ts';
import { foldMember } from '../../lib/circle/member.ts';
import { foldContract } from '../../lib/contract/contract.ts';
import { type Fact, ME } from '../../lib/fact/fact.ts';
import type { InsightSource } from '../../lib/insight/source.ts';
import { foldSelf } from '../../lib/me/me.ts';
import { foldMeeting } from '../../lib/meeting/meeting.ts';
import { foldMilestone, scopeOf } from '../../lib/milestone/milestone.ts';
import { foldAnswer } from '../../lib/pulse/answer.ts';

/** The rows insights are made of, folded from facts as the database does it (of a circle that is not shared). */
export function insightSource(facts: readonly Fact[], circleId: string): InsightSource {
  const own = facts.filter((fact) => fact.log === circleId);
  const of = <T>(
    prefix: string,
    fold: (id: string, facts: readonly Fact[]) => T | null,
    from: readonly Fact[] = own,
  ): T[] => {
    const begun = new Set(from.filter(({ kind }) => kind.startsWith(prefix)).map(({ entity }) => entity));
    const entities = Map.groupBy(from, ({ entity }) => entity);
    return [...begun].flatMap((id) => fold(id, entities.get(id) ?? []) ?? []);
  };
  const [circle] = of('circle.', foldCircle);
  if (!circle) throw new Error('no circle');
  const mine = facts.filter((fact) => fact.log === ME);
  const members = of('member.', foldMember).sort((a, b) => a.seat - b.seat);
  return {
    circle,
    members,
    me: foldSelf(mine.filter(({ kind }) => kind === 'me.member'))?.memberId ?? null,
    meetings: of('meeting.', foldMeeting),
    contracts: [
      ...of('contract.', foldContract),
      ...of('contract.', foldContract, mine).filter((row) => row.circleId === circleId),
    ],
    milestones: of('milestone.', foldMilestone).map((row) => ({
      kind: row.kind,
      on: row.on,
      consented: scopeOf(row, row.memberId) !== 'circle',
    })),
    pulse: of('pulse.', foldAnswer, mine)
      .filter((one) => one.circleId === circleId)
      .sort((a, b) => a.at - b.at),
  };
}

/** The day a moment falls on in a zone, as an ISO date. */
export const dayIn =
  (zone: string) =>
  (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

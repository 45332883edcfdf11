import type { CardMember } from '@/components/card/ContractCard';
import { type MemberRow, presentMembers } from '@/lib/circle/member';
import { isSpaceId } from '@/lib/fact/space';
import type { MilestoneRow } from '@/lib/milestone/milestone';

/** Who is in the circle, as everything about its milestones needs it. */
export interface People {
  readonly circleId: string;
  /** The member I am; null when I never said. */
  readonly me: string | null;
  readonly isShared: boolean;
  /** Members now, by seat. */
  readonly present: readonly MemberRow[];
  /** Former ones too. */
  readonly all: readonly MemberRow[];
  readonly card: (member: string) => CardMember | undefined;
}

export const peopleOf = (
  circleId: string,
  me: string | null,
  members: readonly MemberRow[],
  card: People['card'],
): People => ({
  circleId,
  me,
  isShared: isSpaceId(circleId),
  present: presentMembers(members),
  all: members,
  card,
});

export const nameIn = ({ all }: People, member: string): string =>
  all.find((one) => one.id === member)?.name ?? '?';

/** In a shared circle everybody answers for themselves; alone, one answers for all that one wrote. */
export const answersFor = ({ me, isShared }: People, member: string): boolean => !isShared || member === me;

/** Whoever it is about, and who wrote it down, find other words and take it away. */
export const mayChange = ({ me, isShared }: People, row: MilestoneRow): boolean =>
  !isShared || (me !== null && (row.memberId === me || row.writtenBy === me));

import type { MemberRow } from './member.ts';

/** Who was a member on a day (ISO date): joined by then, and not gone before it. Ids in the order given. */
export const membersOn = (
  members: readonly Pick<MemberRow, 'id' | 'joinedOn' | 'leftOn'>[],
  day: string,
): string[] =>
  members
    .filter(({ joinedOn, leftOn }) => joinedOn <= day && (leftOn === null || leftOn >= day))
    .map(({ id }) => id);

import type { MemberRow } from '@/lib/circle/member';

/** Who was a member on a day: joined by then, and not gone before it. Ids by seat. */
export function membersOn(members: readonly MemberRow[], day: Temporal.PlainDate): string[] {
  const on = day.toString();
  return members
    .filter((member) => member.joinedOn <= on && (member.leftOn === null || member.leftOn >= on))
    .map((member) => member.id);
}

import type { MemberRow } from '@/lib/circle/member';
import { membersOn as on } from '@/lib/circle/members-on';

/** Who was a member on a day: joined by then, and not gone before it. Ids by seat. */
export const membersOn = (members: readonly MemberRow[], day: Temporal.PlainDate): string[] =>
  on(members, day.toString());

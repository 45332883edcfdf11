import { type MemberRow, presentMembers } from '@/lib/circle/member';

/** Whether somebody else in the circle now is called that. */
export const isTaken = (members: readonly MemberRow[], name: string, butId?: string): boolean =>
  presentMembers(members).some(
    (member) => member.id !== butId && member.name.toLocaleLowerCase() === name.trim().toLocaleLowerCase(),
  );

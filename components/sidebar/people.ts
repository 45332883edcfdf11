import type { MemberRow } from '@/lib/circle/member';
import type { CardMember } from '../card/ContractCard.tsx';
import { seatLooks } from '../ring/seat-look.ts';

/** How each member of a circle looks, by id; former members keep their look. */
export function cardMembers(members: readonly MemberRow[]): ReadonlyMap<string, CardMember> {
  const looks = seatLooks(
    members.map((member) => ({ id: member.id, name: member.name, gone: member.leftOn !== null })),
  );
  return new Map(
    members.map((member) => {
      const { initials, hue } = looks.get(member.id) ?? { initials: '?', hue: 0 };
      return [member.id, { name: member.name, initials, hue }];
    }),
  );
}

/** The first word of a name, where only one member has it ("Next: Dana"); the whole name otherwise. */
export function shortNames(members: readonly MemberRow[]): ReadonlyMap<string, string> {
  const first = (name: string) => name.trim().split(/\s+/u)[0] ?? name;
  const counts = Map.groupBy(members, (member) => first(member.name));
  return new Map(
    members.map((member) => {
      const short = first(member.name);
      return [member.id, counts.get(short)?.length === 1 && short.length > 1 ? short : member.name];
    }),
  );
}

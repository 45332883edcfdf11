import { useLiveQuery } from 'dexie-react-hooks';
import type { CardMember } from '@/components/card/ContractCard';
import { type SeatLook, seatLooks } from '@/components/ring/seat-look';
import type { MemberRow } from '@/lib/circle/member';
import { type CircleWithMembers, listCircles } from '@/lib/store/circles';
import { database } from '@/lib/store/database';

/** A circle with the look of everyone who is or was in it. */
export interface CircleView extends CircleWithMembers {
  readonly looks: ReadonlyMap<string, SeatLook>;
}

const UNKNOWN: SeatLook = { initials: '?', hue: 0 };

/** Adds everyone's look: the same on every screen, whoever comes and goes. */
export function viewCircle(one: CircleWithMembers): CircleView {
  const people = one.members.map(({ id, name, leftOn }) => ({ id, name, gone: leftOn !== null }));
  return { ...one, looks: seatLooks(people) };
}

/** A member as cards show one. */
export const cardMember = ({ looks }: CircleView, member: MemberRow): CardMember & { id: string } => ({
  id: member.id,
  name: member.name,
  ...(looks.get(member.id) ?? UNKNOWN),
});

/** All circles as screens show them, those in use first. */
export const readCircles = async (): Promise<readonly CircleView[]> =>
  (await listCircles(database())).map(viewCircle);

/** All circles, followed; `first` (undefined without one) while they are being read. */
export function useCircles(first?: readonly CircleView[]): readonly CircleView[] | undefined {
  return useLiveQuery(readCircles, [], first);
}

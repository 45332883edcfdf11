import { createContext, useContext } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { presentMembers } from '@/lib/circle/member';
import type { Acting } from '@/lib/meeting/commands';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { Room } from '@/lib/store/room';
import type { CardMember } from '../card/ContractCard.tsx';

/** What every part of the sidebar works with. */
export interface Stage extends Recorder {
  room: Room;
  acting: Acting;
  /** The member I am; null when I never said. */
  me: string | null;
  cards: ReadonlyMap<string, CardMember>;
  short: ReadonlyMap<string, string>;
}

const StageContext = createContext<Stage | null>(null);
export const StageProvider = StageContext;

/** The stage; throws outside of a room. */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('no room is open');
  return stage;
}

/** The whole name of a member, also of a former one. */
export const nameOf = (stage: Pick<Stage, 'cards'>, member: string | null): string =>
  (member && stage.cards.get(member)?.name) || '?';

/** Members of the circle, in speaking order, who are here (or were, for a part). */
export function hereNow(room: Room, row: MeetingRow | null): string[] {
  return presentMembers(room.members)
    .map((member) => member.id)
    .filter((id) => (row?.presence[id]?.presence ?? 'here') !== 'away');
}

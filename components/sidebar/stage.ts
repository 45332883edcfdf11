import { createContext, useContext } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { presentMembers } from '@/lib/circle/member';
import type { Acting } from '@/lib/meeting/commands';
import { speakingOrder } from '@/lib/meeting/given-turns';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { shuffled } from '@/lib/meeting/turns';
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

/** Members of the circle as they speak: by seats or as it was drawn for today, but for places that were swapped. */
export function inOrder(room: Room, row: MeetingRow | null): string[] {
  const seats = presentMembers(room.members).map((member) => member.id);
  const drawn = row?.order?.order === 'random' ? shuffled(seats, row.order.seed) : seats;
  return speakingOrder(drawn, row?.swaps ?? []);
}

/** Members of the circle, in speaking order, who are here (or were, for a part). */
export function hereNow(room: Room, row: MeetingRow | null): string[] {
  return inOrder(room, row).filter((id) => (row?.presence[id]?.presence ?? 'here') !== 'away');
}

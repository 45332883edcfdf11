import { useMemo } from 'react';
import { useRecord } from '@/components/card/use-record';
import type { Slot } from '@/lib/meeting/commands';
import type { MeetingRow } from '@/lib/meeting/meeting';
import type { Room } from '@/lib/store/room';
import { cardMembers, shortNames } from './people.ts';
import type { Stage } from './stage.ts';
import { tellTakeOver } from './tell-take-over.ts';

/** The stage of a room whose meeting is `row` (null: not begun), in the place `slot`; for `StageProvider`. */
export function useRoomStage(room: Room, slot: Slot, row: MeetingRow | null): Stage {
  const { record, problem } = useRecord();
  const me = room.me?.id ?? null;
  return useMemo(() => {
    const acting = { slot, row, by: me };
    return {
      room,
      acting,
      me,
      cards: cardMembers(room.members),
      short: shortNames(room.members),
      record: tellTakeOver(record, acting),
      problem,
    };
  }, [room, slot, row, me, record, problem]);
}

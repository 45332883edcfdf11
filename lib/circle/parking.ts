import * as v from 'valibot';
import { draft } from '../fact/draft.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';

/** What became of a parked thought: it had its time, nobody needs it any more, or somebody promised something. */
export const PARKING_ENDS = ['takenUp', 'dropped', 'contract'] as const;
export type ParkingEnd = (typeof PARKING_ENDS)[number];

/** Longest parked thought, in characters: it is one line. */
export const MAX_PARKED = 300;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** The facts of a thought in the parking lot, in the circle's log; entity: its own random id. */
export const parkingKinds = {
  'parking.parked': v.object({
    circle: id,
    /** Who parked it, where that is known. */
    member: v.nullable(id),
    /** The meeting it came up at; null between meetings. */
    meeting: v.nullable(id),
    text: v.pipe(v.string(), v.maxLength(MAX_PARKED)),
    /** ms since 1970. */
    at: v.number(),
  }),
  'parking.settled': v.object({
    how: v.picklist(PARKING_ENDS),
    meeting: v.nullable(id),
    /** The contract it became. */
    contract: v.nullable(id),
    at: v.number(),
    replaces: v.array(v.string()),
  }),
} as const;

/** A ParkingItem as screens show it; folded from its own facts alone. */
export interface ParkingRow {
  id: string;
  circleId: string;
  text: string;
  memberId: string | null;
  meetingId: string | null;
  /** ms since 1970. */
  at: number;
  /** 1 while it comes back, else 0 (a number: IndexedDB does not index booleans). */
  open: 0 | 1;
  how: ParkingEnd | null;
  /** Facts that settle it now, to be named by another settling. */
  settledBy: readonly string[];
  newer: number;
}

/** Folds the facts of one parked thought. Null while its parking has not arrived, or when it was undone or erased. */
export function foldParking(id: string, facts: readonly Fact[]): ParkingRow | null {
  const { facts: known, newer } = readFacts(parkingKinds, facts);
  const parked = known.find((fact) => fact.kind === 'parking.parked');
  if (!parked) return null;
  const settlings = known.filter((fact) => fact.kind === 'parking.settled');
  const settled = latest(settlings);
  const { circle, member, meeting, text, at } = parked.body;
  return {
    id,
    circleId: circle,
    text,
    memberId: member,
    meetingId: meeting,
    at,
    open: settled ? 0 : 1,
    how: settled?.body.how ?? null,
    settledBy: replacing(settlings),
    newer,
  };
}

/** Parks a thought. @param by the member I am. @param at ms since 1970. */
export const parkThought = (
  thought: { id: string; circleId: string; meetingId: string | null; text: string },
  by: string | null,
  at: number,
): Draft =>
  draft(thought.circleId, by, thought.id, 'parking.parked', {
    circle: thought.circleId,
    member: by,
    meeting: thought.meetingId,
    text: thought.text.replace(/\s+/g, ' ').trim().slice(0, MAX_PARKED),
    at,
  });

/** A parked thought comes back no more. Taken back by an undo. */
export const settleParked = (
  item: Pick<ParkingRow, 'id' | 'circleId' | 'settledBy'>,
  end: { how: ParkingEnd; meetingId: string | null; contractId?: string },
  by: string | null,
  at: number,
): Draft =>
  draft(item.circleId, by, item.id, 'parking.settled', {
    how: end.how,
    meeting: end.meetingId,
    contract: end.contractId ?? null,
    at,
    replaces: [...item.settledBy],
  });

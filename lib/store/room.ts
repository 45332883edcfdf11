import type { ParkingRow } from '../circle/parking.ts';
import type { ContractRow } from '../contract/contract.ts';
import type { Slot } from '../meeting/commands.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { MINUTE_MS } from '../meeting/plan.ts';
import { viewMeeting } from '../meeting/view.ts';
import { type CircleWithMembers, loadCircle } from './circles.ts';
import { joinSome } from './contracts.ts';
import type { Database } from './database.ts';
import { latestMeetings } from './latest-meetings.ts';
import { openParked } from './parking.ts';
import { type OffDate, plannedDates, type Upcoming } from './schedule.ts';

/** A planned meeting is the one that is on from this long before its start to this long after its end. */
const BEFORE_MS = 60 * MINUTE_MS;
const AFTER_MS = 60 * MINUTE_MS;
/** How long the summary of a meeting stays the first thing one sees. */
const SUMMARY_MS = 3 * 60 * MINUTE_MS;
/** One that nobody ended shows the next morning too: nobody has seen its summary yet. */
const SILENT_SUMMARY_MS = 24 * 60 * MINUTE_MS;
/** And how long one that no calendar knows is waited for. */
const ADHOC_MS = 6 * 60 * MINUTE_MS;
/** So many earlier meetings say who has which role, and how time was spent. */
const HELD = 26;
const FAR_MS = 120 * 24 * 60 * MINUTE_MS;

/** All the sidebar needs of a circle and the meeting that is on. */
export interface Room extends CircleWithMembers {
  /** The meeting that is on; null when none is planned about now. */
  slot: Slot | null;
  row: MeetingRow | null;
  /** Open ones, and those made or reported at this meeting. */
  contracts: readonly ContractRow[];
  /** Thoughts in the parking lot, the oldest first. */
  parked: readonly ParkingRow[];
  /** Meetings that were held before this one, the last ones, the earliest first. */
  held: readonly MeetingRow[];
  /** What is recorded of meetings after this one, the earliest first. */
  ahead: readonly MeetingRow[];
  /** Which meeting of the circle this is, from 1, by those held here. */
  number: number;
  /** The next planned one after this. */
  next: Upcoming | null;
  /** The date about now on which the circle does not meet. */
  off: OffDate | null;
}

/**
 * Loads the room of a circle at `now` (UTC ms); null when there is no such circle. A running meeting comes first,
 * then `wanted` (what the call says), then the plan, then a meeting that has just ended.
 */
export function loadRoom(
  db: Database,
  circleId: string,
  wanted: string | null,
  now: number,
): Promise<Room | null> {
  const tables = [
    db.circles,
    db.members,
    db.selves,
    db.sources,
    db.series,
    db.meetings,
    db.contracts,
    db.parked,
  ];
  // One transaction: the sidebar opens in the time that one takes.
  return db.transaction('r', tables, () => readRoom(db, circleId, wanted, now));
}

async function readRoom(
  db: Database,
  circleId: string,
  wanted: string | null,
  now: number,
): Promise<Room | null> {
  const inPhase = (phase: MeetingRow['phase']) =>
    db.meetings.where('[circleId+phase]').equals([circleId, phase]);
  const [circle, dates, running, prepared, latest, ended, open, parked] = await Promise.all([
    loadCircle(db, circleId),
    plannedDates(db, now - AFTER_MS, now + FAR_MS, circleId),
    inPhase('running').toArray(),
    inPhase('before').toArray(),
    lastHeld(db, circleId, now),
    inPhase('ended').count(),
    db.contracts.where('[circleId+open]').equals([circleId, 1]).toArray(),
    openParked(db, circleId),
  ]);
  if (!circle) return null;
  const planned = dates.held;
  const last = latest.find((row) => row.phase === 'ended');
  const found = choose(planned, [...running, ...prepared], last, wanted, now);
  const id = found?.slot.meetingId;
  const [stored, told] = id
    ? await Promise.all([found.row ?? db.meetings.get([circleId, id]), meetingContracts(db, id)])
    : [undefined, []];
  const row = stored ?? null;
  return {
    ...circle,
    slot: found?.slot ?? null,
    row,
    contracts: await roomContracts(db, circleId, [...open, ...told]),
    parked,
    held: latest.filter((one) => one.id !== id).toReversed(),
    ahead: prepared.filter((one) => one.id !== id && one.start > now).sort((a, b) => a.start - b.start),
    number: meetingNumber(row, ended, running, now),
    next: planned.find((one) => one.start > now && one.meetingId !== id) ?? null,
    off: dates.off.find((one) => isNear(one, now)) ?? null,
  };
}

/** Contracts made or reported at a meeting. */
async function meetingContracts(db: Database, meetingId: string): Promise<ContractRow[]> {
  const [made, reported] = await Promise.all([
    db.contracts.where('meetingId').equals(meetingId).toArray(),
    db.contracts.where('reportedIn').equals(meetingId).toArray(),
  ]);
  return [...made, ...reported];
}

/** Each once, the oldest first; somebody in another circle may name this meeting too. */
async function roomContracts(
  db: Database,
  circleId: string,
  contracts: readonly ContractRow[],
): Promise<ContractRow[]> {
  const ours = contracts.filter((contract) => contract.circleId === circleId);
  const unique = new Map(ours.map((contract) => [contract.id, contract]));
  const rows = await joinSome(db, [...unique.values()]);
  return rows.sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
}

/** One that nobody ended counts as held, though it is stored as running. */
function meetingNumber(
  row: MeetingRow | null,
  ended: number,
  running: readonly MeetingRow[],
  now: number,
): number {
  const isOver = (one: MeetingRow) => viewMeeting(one, now).phase === 'ended';
  const held = ended + running.filter(isOver).length;
  return row && isOver(row) ? Math.max(1, held) : held + 1;
}

/** The latest meetings that are over, also those that nobody ended, the last one first. */
export const lastHeld = (db: Database, circleId: string, now: number): Promise<MeetingRow[]> =>
  latestMeetings(db, circleId, HELD, (row) => viewMeeting(row, now).phase === 'ended');

const slotOfRow = (row: MeetingRow): Slot => ({
  circleId: row.circleId,
  meetingId: row.id,
  originalStart: row.originalStart,
  start: row.start,
  lengthMin: row.lengthMin,
  adhoc: row.adhoc,
});

/** The date a planned meeting stands on. */
export const slotOf = (one: Upcoming): Slot => ({
  circleId: one.circleId,
  meetingId: one.meetingId,
  originalStart: one.originalStart,
  start: one.start,
  lengthMin: Math.min(1440, Math.max(1, Math.round(one.lengthMs / MINUTE_MS))),
  adhoc: false,
});

const isNear = ({ start, lengthMs }: Upcoming, now: number): boolean =>
  start - BEFORE_MS <= now && now <= start + lengthMs + AFTER_MS;

function choose(
  planned: readonly Upcoming[],
  begun: readonly MeetingRow[],
  last: MeetingRow | undefined,
  wanted: string | null,
  now: number,
): { slot: Slot; row?: MeetingRow } | null {
  const live = begun
    .filter((row) => viewMeeting(row, now).phase === 'running')
    .sort((a, b) => b.start - a.start)[0];
  if (live) return { slot: slotOfRow(live), row: live };
  const near = planned.filter((one) => isNear(one, now));
  const on = near.find((one) => one.meetingId === wanted) ?? near[0];
  // Somebody has begun to prepare a meeting that no calendar knows.
  const adhoc = begun.find(
    (row) => row.phase === 'before' && row.adhoc && Math.abs(now - row.start) < ADHOC_MS,
  );
  const justEnded = summaryOf([...begun, ...(last ? [last] : [])], now);
  if (adhoc && justEnded && adhoc.start > justEnded.lastAliveAt)
    return { slot: slotOfRow(adhoc), row: adhoc };
  // A meeting that has ended stays on the screen until the next one is near.
  if (justEnded && (!on || on.start > now + BEFORE_MS / 2))
    return { slot: slotOfRow(justEnded), row: justEnded };
  if (on) return { slot: slotOf(on) };
  return adhoc ? { slot: slotOfRow(adhoc), row: adhoc } : null;
}

/** The meeting whose summary is still the first thing to see: the last one that ended not long ago, also by silence. */
function summaryOf(rows: readonly MeetingRow[], now: number): MeetingRow | undefined {
  const ends = rows.flatMap((row) => {
    const view = viewMeeting(row, now);
    if (view.phase !== 'ended') return [];
    const ago = now - view.endedAt;
    return ago >= 0 && ago < (view.bySilence ? SILENT_SUMMARY_MS : SUMMARY_MS) ? [{ row, ago }] : [];
  });
  return ends.sort((a, b) => a.ago - b.ago)[0]?.row;
}

import { draft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import type { MeetingRole, Presence, Unrecorded } from './facts.ts';
import type { Format, ORDERS } from './format.ts';
import type { MeetingRow } from './meeting.ts';
import type { Step } from './plan.ts';

/** The date a meeting stands on. Instants are UTC ms. */
export interface Slot {
  circleId: string;
  meetingId: string;
  originalStart: number;
  start: number;
  lengthMin: number;
  adhoc: boolean;
}

/** Who acts on which meeting. */
export interface Acting {
  slot: Slot;
  /** The meeting as it is; null before anything was recorded of it. */
  row: MeetingRow | null;
  /** The member I am. */
  by: string | null;
}

/** A draft of the meeting one acts on. */
export const write = ({ slot, by }: Acting, kind: string, body: unknown): Draft =>
  draft(slot.circleId, by, slot.meetingId, kind, body);

/** The plan, when it is not recorded yet or the calendar has moved the meeting since. */
export function planned(acting: Acting): Draft[] {
  const { slot, row } = acting;
  if (row && (row.phase !== 'before' || (row.start === slot.start && row.lengthMin === slot.lengthMin)))
    return [];
  const { circleId: circle, originalStart, start, lengthMin, adhoc } = slot;
  const replaces = [...(row?.setBy.planned ?? [])];
  return [write(acting, 'meeting.planned', { circle, originalStart, start, lengthMin, adhoc, replaces })];
}

/** Asking for time: minutes, or null for what comes. */
export const askForTime = (acting: Acting, member: string, minutes: number | null): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.asked', { member, minutes, replaces: acting.row?.setBy[`asked:${member}`] ?? [] }),
];

/** Gives a turn away before the meeting begins: to a member, to all (''), or takes it back (null). */
export const giveTurn = (acting: Acting, member: string, to: string | null): Draft[] => [
  ...planned(acting),
  gaveFact(acting, member, to),
];

export const gaveFact = (acting: Acting, member: string, to: string | null): Draft =>
  write(acting, 'meeting.gave', { member, to, replaces: acting.row?.setBy[`gave:${member}`] ?? [] });

/** Two members swap places in the order of speaking, before the meeting begins. */
export const swapPlaces = (acting: Acting, a: string, b: string): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.swapped', { a, b }),
];

/** Who speaks after whom at this meeting: as they sit, or drawn by `seed`. Before it begins. */
export const setOrder = (acting: Acting, order: (typeof ORDERS)[number], seed: string): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.order', { order, seed, replaces: acting.row?.setBy.order ?? [] }),
];

/** Step 0 was answered. */
export const answerRecording = (acting: Acting, answer: Unrecorded, at: number): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.unrecorded', { answer, at, replaces: acting.row?.setBy.unrecorded ?? [] }),
];

/** A role at a meeting to come goes to `member`; null: to whom the rota has it. */
export const setDuty = (acting: Acting, role: MeetingRole, member: string | null): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.duty', { role, member, replaces: acting.row?.setBy[`duty:${role}`] ?? [] }),
];

/** A member is not asked for a role at that meeting; the next in line is. */
export const skipDuty = (acting: Acting, role: MeetingRole, member: string): Draft[] => [
  ...(acting.row?.duties[role] === member ? setDuty(acting, role, null) : planned(acting)),
  write(acting, 'meeting.skipped', { role, member }),
];

/** The circle skips that date (true), meets on it also in a pause (false), or takes either back (null). The rota moves on by itself. */
export const callOff = (acting: Acting, off: boolean | null): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.calledOff', { off, replaces: acting.row?.setBy.calledOff ?? [] }),
];

/** Who is here, before the meeting begins. */
export const setPresence = (acting: Acting, member: string, presence: Presence, at: number): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.presence', {
    member,
    presence,
    at,
    replaces: acting.row?.setBy[`presence:${member}`] ?? [],
  }),
];

/** The roles of this meeting. */
export const setRoles = (acting: Acting, roles: Readonly<Record<MeetingRole, string | null>>): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.roles', { ...roles, replaces: acting.row?.setBy.roles ?? [] }),
];

/** The meeting begins at `at` with this plan and is to end at `endsAt`. */
export const startMeeting = (
  acting: Acting,
  start: {
    at: number;
    endsAt: number;
    format: Format;
    plan: readonly Step[];
    /** ms that members have beyond an equal share. */
    extra?: Readonly<Record<string, number>>;
  },
): Draft[] => [...planned(acting), write(acting, 'meeting.started', { ...start, plan: [...start.plan] })];

/** Nobody needs a contract from this member this time. */
export const passContract = (acting: Acting, member: string): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.passed', { member }),
];

/** A past meeting, added or corrected by hand. */
export const recordMeeting = (
  acting: Acting,
  past: { start: number; end: number; present: readonly string[] },
): Draft[] => [
  ...planned(acting),
  write(acting, 'meeting.recorded', {
    ...past,
    present: [...past.present],
    replaces: acting.row?.setBy.recorded ?? [],
  }),
];

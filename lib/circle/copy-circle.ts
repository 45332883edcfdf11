import { makeContract, reportContract, sameContract } from '../contract/commands.ts';
import type { ContractRow } from '../contract/contract.ts';
import { showDetails } from '../contract/details.ts';
import { joinSame } from '../contract/log.ts';
import { draft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { attendance } from '../meeting/attendance.ts';
import { type Acting, callOff, planned, recordMeeting, setDuty, setRoles } from '../meeting/commands.ts';
import { MEETING_ROLES } from '../meeting/facts.ts';
import { joinMeetings } from '../meeting/join.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import { meetingIdFor } from '../meeting/meeting-id.ts';
import { viewMeeting } from '../meeting/view.ts';
import type { MilestoneRow } from '../milestone/milestone.ts';
import type { CircleRow } from './circle.ts';
import { addMember } from './commands.ts';
import { copyId } from './copy-id.ts';
import { copyMilestones } from './copy-milestones.ts';
import {
  linkCircle,
  memberLeft,
  setAgreement,
  setFocus,
  setOwnFormat,
  setPause,
  setPrompts,
  setReportLine,
  setRhythm,
  setTimeBack,
} from './edit.ts';
import type { MemberRow } from './member.ts';
import { type ParkingRow, parkThought } from './parking.ts';
import { sayTogether, setGap, type TogetherRow } from './together.ts';

/** What is ticked in the preview of sharing. Private things cannot be ticked: they are in another log. */
export interface CopyChoice {
  agreement: boolean;
  links: boolean;
  /** Meetings that were held: when, who was there, who had which role. */
  meetings: boolean;
  /** The contracts of the one who shares. */
  ownContracts: boolean;
  /** Contracts they wrote down for others. */
  othersContracts: boolean;
  /** What is parked and not settled. */
  parking: boolean;
  milestones: boolean;
  /** What members share, offer and look for, and whom they lack. */
  together: boolean;
}

/** What there is of a circle. Private contracts are passed over. */
export interface CopySource {
  circle: CircleRow;
  members: readonly MemberRow[];
  meetings: readonly MeetingRow[];
  contracts: readonly ContractRow[];
  parked: readonly ParkingRow[];
  milestones: readonly MilestoneRow[];
  together: readonly TogetherRow[];
  /** The member I am. */
  me: string;
}

/** Where it goes. */
export interface CopyTarget {
  /** The shared circle's id. */
  space: string;
  /** Member here → member there. Who is missing in it is left out, with what only says something of them. */
  members: ReadonlyMap<string, string>;
  /** Whether the log holds anything of an entity already. */
  has(entity: string): boolean;
  /** Meetings that were only planned there: what happened at them is news. */
  planned: ReadonlySet<string>;
  /** What is there, for joining what two people wrote down. */
  contracts: readonly ContractRow[];
}

const DAY_MS = 86_400_000;

/** What a new shared circle begins with: what it is, how it meets, who is in it. */
export function copyBeginning(
  { circle, members, me }: CopySource,
  { space, members: to }: CopyTarget,
  choice: CopyChoice,
): Draft[] {
  const by = to.get(me) ?? me;
  return [
    draft(space, by, space, 'circle.created', { name: circle.name, at: circle.createdAt }),
    setRhythm(space, by, circle, []),
    setTimeBack(space, by, circle.timeBack, []),
    setPrompts(space, by, circle.prompts, []),
    ...(circle.formats ?? []).map((format) => setOwnFormat(space, by, format, [])),
    ...(circle.focus ? [setFocus(space, by, circle.focus.focus, circle.focus.about, [])] : []),
    ...(choice.agreement && circle.agreement.length > 0
      ? [setAgreement(space, by, circle.agreement, [])]
      : []),
    // Its reports go on under their id, so that a programme office does not count the circle twice.
    ...(choice.agreement && circle.reportLine ? [setReportLine(space, by, circle.reportLine, [])] : []),
    ...(circle.pauses ?? []).map((pause) => setPause(space, by, pause, false, [])),
    ...(choice.links ? circle.links.map((link) => linkCircle(space, by, link)) : []),
    ...members.flatMap((member) => {
      const id = to.get(member.id);
      if (id === undefined) return [];
      const added = addMember(space, by, { ...member, id }, member.seat, member.joinedOn);
      return member.leftOn === null ? [added] : [added, memberLeft(space, by, id, member.leftOn, [])];
    }),
  ];
}

/**
 * Copies what happened: meetings, contracts with their reports, what is parked. What is there already (the same entity, or
 * a meeting of the same date) is left alone; a contract that somebody else wrote down too is joined to theirs.
 * @param now ms since 1970.
 */
export function copyHistory(
  source: CopySource,
  target: CopyTarget,
  choice: CopyChoice,
  now: number,
): Draft[] {
  const held = joinMeetings(source.meetings.filter((row) => viewMeeting(row, now).phase === 'ended'));
  const ids = new Map(
    held.flatMap(({ meeting, ids: all }) => all.map((id) => [id, meetingCopyId(target.space, meeting)])),
  );
  const meetingOf = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  const contracts = copyContracts(source, target, choice, meetingOf);
  const copied = new Set(contracts.map((one) => one.entity));
  const contractOf = (id: string): string | null => {
    const copy = copyId(target.space, id);
    return copied.has(copy) || target.has(copy) ? copy : null;
  };
  return [
    ...(choice.meetings ? held.flatMap(({ meeting }) => copyMeeting(source, target, meeting, now)) : []),
    ...(choice.meetings ? source.meetings.flatMap((row) => copyComing(source, target, row, now)) : []),
    ...contracts,
    ...(choice.parking ? copyParked(source, target, meetingOf) : []),
    ...(choice.together ? copyTogether(source, target) : []),
    ...(choice.milestones
      ? copyMilestones(source.milestones, source.me, { ...target, meetingOf, contractOf })
      : []),
  ];
}

/** A planned meeting keeps its date, which names it; any other its copy's own id. */
export const meetingCopyId = (
  space: string,
  row: Pick<MeetingRow, 'id' | 'adhoc' | 'originalStart'>,
): string => (row.adhoc ? copyId(space, row.id) : meetingIdFor(space, row.originalStart));

function copyMeeting(source: CopySource, target: CopyTarget, row: MeetingRow, now: number): Draft[] {
  const { space, members } = target;
  const meetingId = meetingCopyId(space, row);
  const view = viewMeeting(row, now);
  const isKnown = target.has(meetingId) && !target.planned.has(meetingId);
  if (isKnown || view.phase !== 'ended') return [];
  const { originalStart, lengthMin, adhoc } = row;
  const slot = { circleId: space, meetingId, originalStart, start: row.start, lengthMin, adhoc };
  const acting: Acting = { slot, row: null, by: members.get(source.me) ?? null };
  const was = attendance(
    row,
    source.members.map((member) => member.id),
  );
  const there = (member: string | null) => (member === null ? null : (members.get(member) ?? null));
  const roles = {
    facilitator: there(row.roles.facilitator),
    timekeeper: there(row.roles.timekeeper),
    host: there(row.roles.host),
  };
  const hasRoles = Object.values(roles).some((member) => member !== null);
  return [
    ...planned(acting),
    ...recordMeeting(acting, {
      start: row.start,
      end: Math.max(row.start, view.endedAt),
      present: was.present.flatMap((member) => members.get(member) ?? []),
    }).slice(1),
    ...(hasRoles ? setRoles(acting, roles).slice(1) : []),
  ];
}

/** Of a meeting to come: that it was called off, and who swapped into which role. */
function copyComing(source: CopySource, target: CopyTarget, row: MeetingRow, now: number): Draft[] {
  const { space, members } = target;
  const meetingId = meetingCopyId(space, row);
  if (row.phase !== 'before' || row.start < now || row.adhoc || target.has(meetingId)) return [];
  const { originalStart, start, lengthMin, adhoc } = row;
  const slot = { circleId: space, meetingId, originalStart, start, lengthMin, adhoc };
  const acting: Acting = { slot, row: null, by: members.get(source.me) ?? null };
  const said = [
    ...(row.calledOff === true ? callOff(acting, true).slice(1) : []),
    ...MEETING_ROLES.flatMap((role) => {
      const member = members.get(row.duties[role] ?? '');
      return member === undefined ? [] : setDuty(acting, role, member).slice(1);
    }),
  ];
  return said.length === 0 ? [] : [...planned(acting), ...said];
}

function copyContracts(
  source: CopySource,
  target: CopyTarget,
  choice: CopyChoice,
  meetingOf: (id: string | null) => string | null,
): Draft[] {
  const { space, members } = target;
  const by = members.get(source.me) ?? null;
  const chosen = joinSame(source.contracts.filter((row) => !row.isPrivate)).filter((row) =>
    row.memberId === source.me ? choice.ownContracts : choice.othersContracts,
  );
  const copies = new Set(chosen.map((row) => row.id));
  return chosen.flatMap((row) => {
    const memberId = members.get(row.memberId);
    const id = copyId(space, row.id);
    if (memberId === undefined || target.has(id)) return [];
    const copy: ContractRow = {
      ...row,
      id,
      circleId: space,
      memberId,
      meetingId: meetingOf(row.meetingId),
      reports: [],
      wordingFacts: [],
      detailFacts: [],
    };
    const follows = row.follows !== null && copies.has(row.follows) ? copyId(space, row.follows) : null;
    const twin = target.contracts.find((other) => isTwin(copy, other));
    return [
      makeContract({ ...copy, follows, isPrivate: false, source: row.id }, by, row.madeAt),
      ...(row.details ? [showDetails(copy, row.details, by, row.madeAt)] : []),
      ...row.reports.map((report) =>
        reportContract(copy, { ...report, meetingId: meetingOf(report.meetingId) }, by, report.at),
      ),
      // Each names the other, so that whichever of them is open leads to the one that was told of.
      ...(twin ? [sameContract(copy, twin.id, by), sameContract(twin, id, by)] : []),
    ];
  });
}

/** Whether two people wrote one contract down: the same words of the same member, at one meeting or within a day. */
export function isTwin(a: ContractRow, b: ContractRow): boolean {
  if (a.memberId !== b.memberId || plain(a.text) !== plain(b.text)) return false;
  return a.meetingId !== null && a.meetingId === b.meetingId ? true : Math.abs(a.madeAt - b.madeAt) <= DAY_MS;
}

/** Words alone: case, accents and marks aside. */
const plain = (text: string): string =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

function copyParked(
  { parked, me }: CopySource,
  { space, members, has }: CopyTarget,
  meetingOf: (id: string | null) => string | null,
): Draft[] {
  return parked.flatMap((row) => {
    const id = copyId(space, row.id);
    if (row.open === 0 || has(id)) return [];
    const thought = { id, circleId: space, meetingId: meetingOf(row.meetingId), text: row.text };
    const one = parkThought(thought, members.get(me) ?? null, row.at);
    // Whoever parked it, where that is known there.
    const member = row.memberId === null ? null : (members.get(row.memberId) ?? null);
    return [{ ...one, body: { ...(one.body as object), member } }];
  });
}

/** What was said of somebody who does not come along is left out; a gap is the circle's, whoever named it. */
function copyTogether({ together, me }: CopySource, { space, members, has }: CopyTarget): Draft[] {
  const by = members.get(me) ?? null;
  return together.flatMap((row) => {
    const id = copyId(space, row.id);
    const memberId = row.memberId === null ? null : (members.get(row.memberId) ?? null);
    if (has(id) || (memberId === null && row.part !== 'lack')) return [];
    const { part, text, topic } = row;
    const item = { id, circleId: space, part, memberId, text, source: row.id };
    return [
      sayTogether(topic === null ? item : { ...item, topic }, by, row.at),
      ...(row.state === 'answered'
        ? [setGap({ id, circleId: space, stateFacts: [] }, row.state, row.name, by, row.at)]
        : []),
    ];
  });
}

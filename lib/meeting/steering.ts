import { draft } from '../fact/draft.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import { readFacts, UNDONE } from '../fact/fold.ts';
import { isSpaceId } from '../fact/space.ts';
import type { Acting } from './commands.ts';
import { meetingKinds } from './facts.ts';
import type { MeetingRow } from './meeting.ts';

/** The course of a meeting. `meeting.alive` is not: any member's screen shows that somebody is there. */
const COURSE: ReadonlySet<string> = new Set([
  'meeting.started',
  'meeting.moved',
  'meeting.paused',
  'meeting.resumed',
  'meeting.replanned',
  'meeting.ended',
]);

/** Who steers a meeting of a shared circle. */
export interface Steering {
  /** By id. */
  members: readonly string[];
  /** Who took over, the first first; `at` UTC ms. */
  tookOver: readonly { member: string; at: number }[];
}

/**
 * Those who may move a meeting of a shared circle: whoever was ever named its facilitator or timekeeper, and whoever took
 * over. Ever, not now: so no order of arrival and no later naming makes a step that was shown to all undone.
 * @param facts of one meeting, those alone that count by the circle's rights.
 */
export function steeringOf(facts: readonly Fact[]): Steering {
  const members = new Set<string>();
  const tookOver: { member: string; at: number }[] = [];
  // Also what was taken back since.
  const written = facts.filter((fact) => fact.kind !== UNDONE);
  for (const fact of readFacts(meetingKinds, written).facts) {
    switch (fact.kind) {
      case 'meeting.roles':
        for (const member of [fact.body.facilitator, fact.body.timekeeper])
          if (member !== null) members.add(member);
        break;
      case 'meeting.duty':
        if (fact.body.role !== 'host' && fact.body.member !== null) members.add(fact.body.member);
        break;
      case 'meeting.tookOver':
        if (fact.by === null) break;
        members.add(fact.by);
        tookOver.push({ member: fact.by, at: fact.body.at });
        break;
      default:
    }
  }
  return { members: [...members].sort(), tookOver };
}

/** The facts of a meeting of a shared circle without the moves of those who had no part in steering it. */
export function steered(facts: readonly Fact[]): readonly Fact[] {
  if (!facts.some((fact) => COURSE.has(fact.kind))) return facts;
  const may = new Set(steeringOf(facts).members);
  return facts.filter((fact) => !COURSE.has(fact.kind) || (fact.by !== null && may.has(fact.by)));
}

/** Whether a member steers a meeting; in a circle that is not shared everybody does. */
export const maySteer = (circleId: string, row: MeetingRow | null, by: string | null): boolean =>
  !isSpaceId(circleId) || (by !== null && (row?.steering?.members ?? []).includes(by));

/** A member takes over, for all to see. @param at UTC ms. */
export const takeOver = ({ slot, by }: Pick<Acting, 'slot' | 'by'>, at: number): Draft =>
  draft(slot.circleId, by, slot.meetingId, 'meeting.tookOver', { at });

/** Whether a draft moves a meeting. */
export const isCourse = (kind: string): boolean => COURSE.has(kind);

import type { CircleRow } from '../circle/circle.ts';
import type { MemberRow } from '../circle/member.ts';
import type { ContractRow } from '../contract/contract.ts';
import type { MeetingRow } from '../meeting/meeting.ts';
import type { Days } from './span.ts';

/** What insights need of a milestone. */
export interface MilestoneCount {
  kind: string;
  /** ISO date it was reached on. */
  on: string;
  /** Whoever it is about agreed that it is counted outside the circle. */
  consented: boolean;
}

/** My own answers to a pulse, at one time (ms since 1970): a score from 1 to 7. */
export interface OwnPulse {
  at: number;
  score: number;
}

/** Everything the numbers of a circle are made of. */
export interface InsightSource {
  circle: Pick<CircleRow, 'id' | 'everyDays' | 'pauses'>;
  /** Former ones too. */
  members: readonly MemberRow[];
  /** The member I am; null while nobody said. */
  me: string | null;
  meetings: readonly MeetingRow[];
  /** Also those in my own log. */
  contracts: readonly ContractRow[];
  milestones: readonly MilestoneCount[];
  /** Mine alone, the earliest first. */
  pulse: readonly OwnPulse[];
}

/** When one looks, and on what. */
export interface Look {
  days: Days;
  /** UTC ms. */
  now: number;
  /** The ISO date a moment (UTC ms) falls on where the member is. */
  dayOf: (at: number) => string;
}

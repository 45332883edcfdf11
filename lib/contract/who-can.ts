import { isSpaceId } from '../fact/space.ts';
import type { ContractRow } from './contract.ts';

/**
 * Whether my erasing a contract takes all of it, also from others: in a shared circle its member's does, and that of who
 * wrote it down. @param by the member I am.
 */
export const canErase = (
  { isPrivate, circleId, memberId, writtenBy }: ContractRow,
  by: string | null,
): boolean => isPrivate || !isSpaceId(circleId) || (by !== null && [memberId, writtenBy].includes(by));

/** Whether other words of mine for a contract would hold, beside those of its member's own device. @param by the member I am. */
export const canEdit = ({ isPrivate, byScribe, memberId }: ContractRow, by: string | null): boolean =>
  isPrivate || byScribe || memberId === by;

/**
 * Whether what I tell of a contract would hold: where its member's own device told nothing.
 * @param by the member I am. @param meetingId null: between meetings.
 */
export const canReport = (
  { isPrivate, memberId, toldByMember = [] }: ContractRow,
  by: string | null,
  meetingId: string | null,
): boolean => isPrivate || memberId === by || !toldByMember.includes(meetingId);

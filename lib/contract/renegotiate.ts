import type { Draft } from '../fact/fact.ts';
import { makeContract, reportContract } from './commands.ts';
import type { ContractRow } from './contract.ts';

export interface Successor {
  id: string;
  text: string;
  /** ISO date, or null. */
  due: string | null;
  meetingId: string | null;
}

/** A contract is renegotiated: it closes, and its successor opens in the same breath, where the old one was kept. */
export const renegotiate = (
  contract: ContractRow,
  report: { meetingId: string | null; text: string },
  successor: Successor,
  by: string | null,
  at: number,
): Draft[] => [
  reportContract(contract, { ...report, outcome: 'renegotiated' }, by, at),
  makeContract(
    {
      ...successor,
      circleId: contract.circleId,
      memberId: contract.memberId,
      kind: contract.kind,
      follows: contract.id,
      isPrivate: contract.isPrivate,
    },
    by,
    at,
  ),
];

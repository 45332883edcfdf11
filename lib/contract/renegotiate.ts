import type { Draft } from '../fact/fact.ts';
import { reportContract } from './commands.ts';
import type { ContractRow } from './contract.ts';
import type { ContractKind } from './facts.ts';
import { type Beside, NOTHING_BESIDE, writeContract } from './write-contract.ts';

export interface Successor {
  id: string;
  text: string;
  /** ISO date, or null. */
  due: string | null;
  meetingId: string | null;
  /** Absent: as before. */
  kind?: ContractKind;
  /** What stands beside it; absent: nothing. */
  beside?: Beside;
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
  ...writeContract(
    {
      id: successor.id,
      text: successor.text,
      due: successor.due,
      meetingId: successor.meetingId,
      circleId: contract.circleId,
      memberId: contract.memberId,
      kind: successor.kind ?? contract.kind,
      follows: contract.id,
      isPrivate: contract.isPrivate,
    },
    successor.beside ?? NOTHING_BESIDE,
    by,
    at,
  ),
];

/** What goes over to the successor: how it is to go and its goal, not the nudge, which was for the old day. */
export const carriedOver = (beside: Beside): Beside => ({ ...beside, nudge: null });

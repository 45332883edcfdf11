import { draft } from '../fact/draft.ts';
import { type Draft, ME } from '../fact/fact.ts';
import type { ContractRow } from './contract.ts';
import type { ContractKind, Outcome } from './facts.ts';

export interface NewContract {
  id: string;
  circleId: string;
  memberId: string;
  meetingId: string | null;
  text: string;
  kind?: ContractKind;
  /** ISO date. */
  due?: string | null;
  follows?: string | null;
  /** The contract it is a copy of. */
  source?: string;
  /** Only for my eyes: goes into my own log. */
  isPrivate: boolean;
}

const place = (isPrivate: boolean, circleId: string) => (isPrivate ? ME : circleId);
const writer = (isPrivate: boolean, by: string | null) => (isPrivate ? null : by);

/** A contract is made. @param by the member I am. @param at ms since 1970. */
export function makeContract(contract: NewContract, by: string | null, at: number): Draft {
  return draft(
    place(contract.isPrivate, contract.circleId),
    writer(contract.isPrivate, by),
    contract.id,
    'contract.made',
    {
      circle: contract.circleId,
      member: contract.memberId,
      text: contract.text.trim(),
      kind: contract.kind ?? 'action',
      meeting: contract.meetingId,
      at,
      due: contract.due ?? null,
      follows: contract.follows ?? null,
      ...(contract.source === undefined ? {} : { source: contract.source }),
    },
  );
}

/** What a command has to know of the contract it is about. */
type Told = Pick<ContractRow, 'id' | 'isPrivate' | 'circleId'>;

const about = (contract: Told, by: string | null, kind: string, body: unknown): Draft =>
  draft(
    place(contract.isPrivate, contract.circleId),
    writer(contract.isPrivate, by),
    contract.id,
    kind,
    body,
  );

/** Other words, or another date; the earlier ones stay in the history. */
export const editContract = (
  contract: ContractRow,
  change: { text: string; due: string | null; kind?: ContractKind },
  by: string | null,
  at: number,
): Draft =>
  about(contract, by, 'contract.edited', {
    text: change.text.trim(),
    due: change.due,
    kind: change.kind ?? contract.kind,
    at,
    replaces: [...contract.wordingFacts],
  });

/** What is told of a contract at a meeting; telling again at the same meeting replaces it. */
export function reportContract(
  contract: Told & Pick<ContractRow, 'reports'>,
  report: { meetingId: string | null; outcome: Outcome | null; text: string },
  by: string | null,
  at: number,
): Draft {
  const earlier = contract.reports.find((one) => one.meetingId === report.meetingId);
  return about(contract, by, 'contract.reported', {
    meeting: report.meetingId,
    outcome: report.outcome,
    text: report.text.trim(),
    at,
    replaces: earlier ? [earlier.fact] : [],
  });
}

/** Two people wrote the same contract down. */
export const sameContract = (contract: ContractRow, other: string, by: string | null): Draft =>
  about(contract, by, 'contract.same', { other });

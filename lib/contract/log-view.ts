import type { ContractRow } from './contract.ts';
import { openFirst, searchContracts } from './log.ts';

export const LOG_ORDERS = ['open', 'meeting'] as const;
export type LogOrder = (typeof LOG_ORDERS)[number];

export interface LogChoice {
  /** Only contracts of these members; null: everyone's. */
  members: ReadonlySet<string> | null;
  /** Only contracts of this circle; null: all circles'. */
  circleId: string | null;
  query: string;
  order: LogOrder;
  /** Contracts that stay whatever else is chosen: somebody writes at them. */
  kept: ReadonlySet<string>;
}

/** What the log shows, in its order. `meetingStart` gives the start of a meeting (UTC ms) where it is known. */
export function chooseContracts(
  contracts: readonly ContractRow[],
  { members, circleId, query, order, kept }: LogChoice,
  meetingStart: ReadonlyMap<string, number>,
): ContractRow[] {
  const chosen = contracts.filter(
    (contract) =>
      (circleId === null || contract.circleId === circleId) &&
      (members === null || members.has(contract.memberId)),
  );
  const matching = searchContracts(chosen, query);
  const matches = new Set(matching);
  const found = [...matching, ...contracts.filter((one) => kept.has(one.id) && !matches.has(one))];
  switch (order) {
    case 'open':
      return found.sort(openFirst);
    case 'meeting':
      return found.sort(latestMeetingFirst(meetingStart));
    default:
      return order satisfies never;
  }
}

/** Contracts of one meeting stay together, also when one of them was written down later. */
function latestMeetingFirst(meetingStart: ReadonlyMap<string, number>) {
  const when = (contract: ContractRow): number =>
    (contract.meetingId === null ? undefined : meetingStart.get(contract.meetingId)) ?? contract.madeAt;
  const group = (contract: ContractRow): string => `${contract.circleId} ${contract.meetingId ?? ''}`;
  return (a: ContractRow, b: ContractRow): number =>
    when(b) - when(a) ||
    (group(a) < group(b) ? -1 : group(a) > group(b) ? 1 : 0) ||
    a.madeAt - b.madeAt ||
    (a.id < b.id ? -1 : 1);
}

/** Whether `contract` begins the part of another meeting than the one before it in the list. */
export const beginsMeeting = (contract: ContractRow, before: ContractRow | undefined): boolean =>
  before === undefined || contract.circleId !== before.circleId || contract.meetingId !== before.meetingId;

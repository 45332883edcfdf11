import type { ContractRow } from '../contract/contract.ts';
import { joinSame } from '../contract/log.ts';
import type { MeetingRow } from '../meeting/meeting.ts';

/** What a circle came to, as numbers for words. */
export interface LookBack {
  meetings: number;
  /** UTC ms of the first and the last meeting; null before there was one. */
  first: number | null;
  last: number | null;
  made: number;
  kept: number;
  partly: number;
  /** Let go, or put in other words: decided, not dropped. */
  changed: number;
  /** Nobody told how it went, or it goes on. */
  open: number;
}

/**
 * Looks back on a circle. @param held meetings that were held. @param contracts all of its circle's; those in one's own
 * log are left out: what was private is no part of what the circle did.
 */
export function lookBack(held: readonly MeetingRow[], contracts: readonly ContractRow[]): LookBack {
  const starts = held.map((row) => row.start);
  const ours = joinSame(contracts.filter((contract) => !contract.isPrivate));
  const count = (is: (contract: ContractRow) => boolean) => ours.filter(is).length;
  const isChanged = ({ outcome }: ContractRow) => outcome === 'released' || outcome === 'renegotiated';
  const kept = count(({ outcome }) => outcome === 'kept');
  const partly = count(({ outcome }) => outcome === 'partly');
  const changed = count(isChanged);
  return {
    meetings: held.length,
    first: starts.length > 0 ? Math.min(...starts) : null,
    last: starts.length > 0 ? Math.max(...starts) : null,
    made: ours.length,
    kept,
    partly,
    changed,
    open: ours.length - kept - partly - changed,
  };
}

import { ERASED } from '../../fact/erased.ts';
import type { Fact } from '../../fact/fact.ts';
import type { Exchange } from './exchange-state.ts';

/** Of an epoch that is over former members have the secret too: nothing is taken there that they wrote since. */
export function isOfOldEpoch({ devices }: Exchange, { author, seq }: Fact): boolean {
  if (devices.size === 0) return true;
  const device = devices.get(author);
  return device !== undefined && (device.until === null || seq <= device.until);
}

/** Facts that may change who belongs, and which epoch there is. */
export const isOfRights = (fact: Fact): boolean =>
  fact.entity === fact.log || fact.kind.startsWith('member.');

/** A fact that takes words back. */
export const isErasure = (fact: Fact): boolean => fact.kind === ERASED;

export const isBegun = (fact: Fact, author: string, epoch: string): boolean =>
  fact.kind === 'epoch.began' &&
  fact.author === author &&
  (fact.body as { id?: unknown } | null)?.id === epoch;

import type { FactHash } from '../fact/fact.ts';
import type { Act } from './rights-acts.ts';

/** An epoch that a steward began: from then on members write with a new secret. */
export interface Epoch {
  /** 1, 2, 3 … */
  epoch: number;
  /** Hash of its secret. */
  id: string;
  /** The fact that began it; carries the secret, sealed for each device. */
  fact: FactHash;
  /** The fact of the epoch before; '' for the first. */
  of: FactHash | '';
  /** The member who began it. */
  by: string;
  /** ms since 1970. */
  at: number;
}

/**
 * The epochs among acts that count, each of a number one above the epoch it follows. By number; of several of one number
 * (two stewards at once) the one with the lowest id first, which is written in.
 */
export function foldEpochs(accepted: readonly Act[]): Epoch[] {
  const epochs = accepted
    .filter((act) => act.kind === 'epoch.began')
    .map(
      ({ hash, by, body: { epoch, id, of, at } }): Epoch => ({ epoch, id, fact: hash, of, by: by ?? '', at }),
    )
    .sort((a, b) => a.epoch - b.epoch || compare(a.id, b.id) || compare(a.fact, b.fact));
  const numbers = new Map<FactHash, number>();
  return epochs.filter(({ epoch, of, fact }) => {
    const follows = of === '' ? epoch === 1 : numbers.get(of) === epoch - 1;
    if (follows) numbers.set(fact, epoch);
    return follows;
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

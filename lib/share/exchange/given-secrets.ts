import type { HandedSecret } from '../share-store.ts';

/** Secrets of epochs from hand to hand, until the log says that their epoch counts. */
export interface GivenSecrets {
  /** Keeps what was handed of an epoch; of too many the oldest goes. */
  add(epoch: string, handed: readonly HandedSecret[]): void;
  /** Offers all to the store, and keeps what it does not take. */
  offer(take: (epoch: string, handed: readonly HandedSecret[]) => Promise<boolean>): Promise<void>;
}

export function givenSecrets(most: number): GivenSecrets {
  const given = new Map<string, readonly HandedSecret[]>();
  return {
    add(epoch, handed) {
      given.delete(epoch);
      given.set(epoch, handed);
      const [oldest] = given.size > most ? given.keys() : [];
      if (oldest !== undefined) given.delete(oldest);
    },
    async offer(take) {
      for (const [epoch, handed] of [...given]) if (await take(epoch, handed)) given.delete(epoch);
    },
  };
}

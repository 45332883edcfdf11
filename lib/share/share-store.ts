import type { AuthorId, Fact, FactHash } from '../fact/fact.ts';
import type { SpaceId } from '../fact/space.ts';
import type { DeviceKeys } from './keys.ts';
import type { EpochSecret } from './seal/epoch.ts';

/**
 * What is held of one author, so that two members who say the same hold the same. Also what can never count (of
 * a removed device, after the last number accepted of it); not own facts that are not signed yet.
 */
export interface AuthorState {
  author: AuthorId;
  /** How many facts; fewer than `last` where some are missing, more where a number was given twice. */
  count: number;
  /** The highest number held. */
  last: number;
  /** XOR of the facts' 32-byte hashes, base64url (43 letters); {@link NO_SUM} for none. */
  sum: string;
}

/** XOR over nothing: 32 zero bytes. */
export const NO_SUM = 'A'.repeat(43);

/** One fact that is held, without what it says. */
export interface HeldFact {
  seq: number;
  hash: FactHash;
  /** Whether its words are gone: what a relay keeps has to lose them too. */
  erased: boolean;
}

/** A device of a member of the space, as the rights folded from accepted facts have it. */
export interface SpaceDevice {
  author: AuthorId;
  member: string;
  /** Its X25519 public key, raw, base64url. */
  box: string;
  /** Removed: the last number accepted of it. Null while it belongs. */
  until: number | null;
}

/** A device, and a secret sealed for it, base64url. */
export type HandedSecret = readonly [AuthorId, string];

/** What the exchange needs of the database; `lib/store/share-store.ts` is the one that ships. */
export interface ShareStore {
  /** Of every author who was ever named a device of the space. No fixed order. */
  states(space: SpaceId): Promise<readonly AuthorState[]>;
  /**
   * Facts of one author by number, both ends included; where a number was given twice, both. Sorted by number, then
   * hash. In a circle's space only signed ones.
   */
  facts(space: SpaceId, author: AuthorId, fromSeq: number, toSeq: number): Promise<readonly Fact[]>;
  /** The same facts without what they say, all of the author's, in the same order. */
  hashes(space: SpaceId, author: AuthorId): Promise<readonly HeldFact[]>;
  /**
   * These facts, the very objects, will be given to `take` in a moment: what can be looked at before is looked at meanwhile.
   * For speed alone; decides nothing and may be left out.
   */
  expect?(space: SpaceId, facts: readonly Fact[]): void;
  /**
   * Checks facts from elsewhere (log, hashes, signature) and merges them in one transaction. What is refused changes
   * nothing, what was here already is neither added nor refused. Never rejects because of what a fact says.
   */
  take(space: SpaceId, facts: readonly Fact[]): Promise<{ added: number; refused: number }>;
  /** Signs own facts that have no signature yet. @returns how many; 0 where nothing is signed (`me`). */
  signPending(space: SpaceId): Promise<number>;
  /**
   * Calls back after own facts were recorded in the space, by whichever context: where that can be with the facts, signed
   * and in their order, before anything else was read; and then without any, however it was noticed. What is handed over is
   * on disk. @returns the function that ends it.
   */
  changed(space: SpaceId, listener: (signed: readonly Fact[]) => void): () => void;
  /** This device's keys, as they are now: a device that met its own log with another head has new ones. */
  keys(space: SpaceId): Promise<DeviceKeys>;
  /** Every epoch this device was given, in no fixed order. */
  secrets(space: SpaceId): Promise<readonly EpochSecret[]>;
  /** The epoch to write in: the highest, of equals the one with the lowest id; null before this device was let in. */
  currentEpoch(space: SpaceId): Promise<EpochSecret | null>;
  /** Empty while the beginning of the space has not arrived. */
  devices(space: SpaceId): Promise<readonly SpaceDevice[]>;
  /**
   * What a device that missed the change to the current epoch needs to believe it: `epoch.began` and the rights it
   * rests on, back to the beginning, and nobody's words. It is sent under an older epoch, which former members can read.
   */
  epochFacts(space: SpaceId): Promise<readonly Fact[]>;
  /** The present epoch's secret, sealed for each device that belongs and that whoever began it did not know of. */
  handOver(space: SpaceId): Promise<readonly HandedSecret[]>;
  /**
   * Takes the secret of an epoch from hand to hand, where the log says that it counts and it was sealed for this device.
   * @returns whether it was taken now.
   */
  takeSecret(space: SpaceId, epoch: string, handed: readonly HandedSecret[]): Promise<boolean>;
}

import type { Transport } from './transport.ts';

/** How badly the net behaves. Chances between 0 and 1, each for one packet on its way to one receiver. */
export interface MemoryFaults {
  /** Lost; before the relay (nobody hears it and nothing is kept) with the same chance. */
  drop: number;
  duplicate: number;
  /** Overtaken by what was sent after it. */
  reorder: number;
  /** On the way, shortest and longest, ms. */
  delayMs: readonly [number, number];
}

export interface MemoryNetOptions {
  /** The same seed and the same calls give the same course. */
  seed: number;
  faults?: Partial<MemoryFaults>;
  /** Delivers by itself as soon as the caller's turn ends; otherwise only `advance` and `settle` deliver. */
  auto?: boolean;
}

/** What a net did with packets, each on its way to one receiver; `unheard`: sent where nobody hears, since it fell apart. */
export interface MemoryCounts {
  sent: number;
  dropped: number;
  doubled: number;
  overtaken: number;
  unheard: number;
}

/** A net in memory with a clock of its own, for tests and the simulator. Its faults come from the seed alone. */
export interface MemoryNet {
  /** A member's way in. `name` is what `partition` and `cut` know them by; a name may have several (two tabs). */
  transport(name: string): Transport;
  /** Ms since the net was made. */
  now(): number;
  /** Moves the net's clock and delivers, in order, what becomes due, also what is sent meanwhile. @returns how many. */
  advance(ms: number): number;
  /** Delivers all that is under way; the clock goes as far as it needs. @returns how many packets. */
  settle(): number;
  /** How many packets are under way. */
  underWay(): number;
  /** When the next of them arrives, by the net's clock; infinite when there is none. */
  nextDue(): number;
  /** So far. */
  counts(): Readonly<MemoryCounts>;
  setFaults(faults: Partial<MemoryFaults>): void;
  /**
   * Each group has a relay of its own from now on, starting with all that was kept before; whoever is in no group is
   * heard by nobody. Nobody notices, as in a cluster that fell apart. Packets under way still arrive.
   */
  partition(groups: readonly (readonly string[])[]): void;
  /** One relay again; of what was kept in several groups the one written last stays. */
  heal(): void;
  /** Takes a member's connection away, who notices; packets on their way to them are lost. */
  cut(name: string): void;
  /** Gives it back: subscriptions hold, and what is kept comes again. */
  mend(name: string): void;
  /** What the relay keeps, for members in one group (any group when left out). */
  retained(name?: string): ReadonlyMap<string, Uint8Array>;
}

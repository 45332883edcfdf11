import type { TransportProblem } from './transport.ts';

/** One connection to one relay, from its beginning to its end. It never reconnects: `relayTransport` opens another. */
export interface Line {
  /** See `Transport.publish`. */
  publish(topic: string, bytes: Uint8Array, retain: boolean): Promise<void>;
  /**
   * Asks for everything under a prefix, what is retained first; asking twice brings that again. Rejects with a
   * `TransportProblem`: `refused` may be a moment's weakness of a cluster, so it is tried again.
   */
  subscribe(prefix: string): Promise<void>;
  unsubscribe(prefix: string): void;
  /** Ends it, saying goodbye. `onClosed` is not called. Never rejects. */
  close(): Promise<void>;
}

export interface LineEvents {
  /** A packet of any prefix, at most `MAX_PACKET` bytes of content. */
  onPacket(topic: string, bytes: Uint8Array, retained: boolean): void;
  /** The line broke; called once, and only after it was open. */
  onClosed(problem: TransportProblem): void;
}

/** Opens a line. Rejects with a `TransportProblem`, also when `signal` is aborted. */
export type OpenLine = (address: URL, events: LineEvents, signal: AbortSignal) => Promise<Line>;

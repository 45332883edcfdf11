/**
 * What carries sealed packets between the members of a circle. A transport reads nothing of what it carries, promises
 * no order and no delivery: packets may be lost, doubled and late, and whoever uses it repairs from state.
 */
export interface Transport {
  readonly kind: TransportKind;
  /**
   * Connects, and from then on reconnects by itself until `close`. Rejects with a {@link TransportProblem} when the
   * first attempt fails at every address, and when `signal` is aborted meanwhile. Where waiting may help (all but
   * `badAddress`, `notSecure`, `needsPassword`, `wrongPassword`, `notAllowed` and `stopped`) it goes on trying all the same.
   */
  connect(signal: AbortSignal): Promise<void>;
  /**
   * Sends one packet. With `retain` it is kept as the last one of its topic, for those who come later; empty bytes with
   * `retain` clear what was kept. Resolves when it was handed on, which does not say that anybody got it. Rejects with a
   * {@link TransportProblem}: `tooLarge` (see {@link roomFor}), `offline`, `refused`, `tooOften`, `closed`.
   */
  publish(topic: string, bytes: Uint8Array, options: { retain: boolean }): Promise<void>;
  /**
   * Hears every packet under `prefix` (topics `prefix/…`), one's own included: first what is retained, then what
   * comes. Holds over reconnects, after which retained packets come again. `retained` is true for what was kept. Rejects
   * with a {@link TransportProblem} when it is refused for good. @returns the function that ends it.
   */
  subscribe(prefix: string, onPacket: OnPacket): Promise<() => void>;
  /**
   * Hears at once how things stand, then each change, with the reason where it is a bad one. `online` is said when the
   * connection stands and every subscription is confirmed again. @returns the function that ends it.
   */
  onState(listener: OnState): () => void;
  /** Ends connection and reconnecting; nothing is called back afterwards. Never rejects. */
  close(): Promise<void>;
}

export type TransportKind = 'mqtt' | 'nostr' | 'file' | 'memory';
export type TransportState = 'connecting' | 'online' | 'offline';
export type OnState = (state: TransportState, problem: TransportProblem | null) => void;
export type OnPacket = (topic: string, bytes: Uint8Array, retained: boolean) => void;

/**
 * Why something could not be carried; each is a value for a text `relay_problem_…`.
 * - `badAddress` not an address of a relay · `notSecure` not `wss:` · `unreachable` nothing answered at any address
 * - `needsPassword` the relay wants a name and a password · `wrongPassword` those given are wrong
 * - `notAllowed` the browser may not send it (Firefox asks for leave, see `data-leave.ts`)
 * - `refused` the relay said no to this topic, kind or member · `tooLarge`, `tooOften` for this relay
 * - `offline` just now not connected · `closed` by ourselves · `stopped` by the signal
 */
export const TRANSPORT_REASONS = [
  'badAddress',
  'notSecure',
  'unreachable',
  'needsPassword',
  'wrongPassword',
  'notAllowed',
  'refused',
  'tooLarge',
  'tooOften',
  'offline',
  'closed',
  'stopped',
] as const;
export type TransportReason = (typeof TRANSPORT_REASONS)[number];

/** An expected failure of a transport. `said` is what the relay said about it, in its own words, for those who ask. */
export class TransportProblem extends Error {
  override readonly name = 'TransportProblem';
  readonly reason: TransportReason;
  readonly said: string;
  constructor(reason: TransportReason, said = '') {
    super(said ? `${reason}: ${said}` : reason);
    this.reason = reason;
    this.said = said;
  }
}

/**
 * The largest packet, in bytes, with its topic and the relay's own header: the websockets of Debian's mosquitto 2.0.11
 * stall on larger ones (8 of 61 kB took 11 s, 124 of 4,080 B took 22 ms).
 */
export const MAX_PACKET = 4_000;
/** An MQTT header at its longest: kind 1, length 2, length of the topic 2. */
const HEADER = 5;

/** How many bytes of content fit into one packet of this topic: 3,946 for our topics of 49 letters. */
export const roomFor = (topic: string): number =>
  MAX_PACKET - HEADER - new TextEncoder().encode(topic).length;

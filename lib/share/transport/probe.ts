import type { Line } from './line.ts';
import { lineTo, type RelayChoice } from './relay.ts';
import { type OpenSocket, readAddress } from './socket.ts';
import { roomFor, TransportProblem, type TransportReason } from './transport.ts';

/** What a circle asks of a relay, in the order in which it is tried. */
export const PROBE_STEPS = ['subscribe', 'publish', 'large', 'keep', 'clear'] as const;
export type ProbeStep = (typeof PROBE_STEPS)[number];

/** What came out. `said` is what the relay said about it in its own words, often nothing. */
export type ProbeResult =
  /** Everything works; `ms` is the way to the relay and back. */
  | { verdict: 'good'; ms: number }
  /** Members who are there together hear each other; nothing waits for those who come later. */
  | { verdict: 'keepsNothing'; ms: number; said: string }
  /** It does not do what a circle cannot do without. */
  | { verdict: 'refuses'; step: Exclude<ProbeStep, 'keep'>; said: string }
  /** It could not be tried. */
  | { verdict: 'problem'; reason: TransportReason; said: string };

export interface ProbeOptions {
  signal: AbortSignal;
  openSocket?: OpenSocket;
  /** How long one step may take, ms. */
  stepMs?: number;
}

/**
 * Tries a relay that somebody is about to choose, on random topics, and leaves nothing behind. Nothing of any circle is
 * sent. Takes as long as five ways there and back, and one `stepMs` more where something does not work. Never rejects.
 */
export async function probeRelay(relay: RelayChoice, options: ProbeOptions): Promise<ProbeResult> {
  const probe = new Probe(relay, options);
  try {
    return await probe.run(readAddress(relay.address));
  } catch (error) {
    if (!(error instanceof TransportProblem)) throw error;
    return { verdict: 'problem', reason: error.reason, said: error.said };
  } finally {
    await probe.close();
  }
}

interface Packet {
  topic: string;
  length: number;
  retained: boolean;
}

class Probe {
  readonly #relay: RelayChoice;
  readonly #options: ProbeOptions;
  readonly #prefix = `ck1/${randomLabel()}`;
  /** Of this probe alone: whoever watches the relay cannot write into it. */
  readonly #secret = crypto.getRandomValues(new Uint8Array(32));
  readonly #lines: Line[] = [];
  #heard: Packet[] = [];
  #hear: (() => void) | null = null;
  #said = '';

  constructor(relay: RelayChoice, options: ProbeOptions) {
    this.#relay = relay;
    this.#options = options;
  }

  async run(address: URL): Promise<ProbeResult> {
    const { signal } = this.#options;
    const refuses = (step: Exclude<ProbeStep, 'keep'>): ProbeResult => ({
      verdict: 'refuses',
      step,
      said: this.#said,
    });
    const one = await this.#open(address);
    if (!(await this.#asked(one))) return refuses('subscribe');
    const begun = performance.now();
    if (!(await this.#comes(one, 4, false))) return refuses('publish');
    const ms = performance.now() - begun;
    if (!(await this.#comes(one, roomFor(this.#topic()), false))) return refuses('large');
    const keepsNothing: ProbeResult = { verdict: 'keepsNothing', ms, said: '' };
    const kept = await this.#comes(one, 4, true);
    if (!kept) return { ...keepsNothing, said: this.#said };
    if (signal.aborted) throw new TransportProblem('stopped');
    this.#heard = [];
    const late = await this.#open(address);
    if (!(await this.#asked(late))) return refuses('subscribe');
    const isKept = () => this.#heard.some(({ topic, retained }) => topic === kept && retained);
    if (!(await this.#until(isKept))) return keepsNothing;
    await late.publish(kept, new Uint8Array(), true);
    this.#heard = [];
    // What comes next comes after it, so that nothing has to be waited out.
    const third = await this.#open(address);
    if (!(await this.#asked(third)) || !(await this.#comes(third, 4, false)) || isKept())
      return refuses('clear');
    return { verdict: 'good', ms };
  }

  async close(): Promise<void> {
    await Promise.all(this.#lines.map((line) => line.close()));
  }

  #topic = (): string => `${this.#prefix}/${randomLabel()}`;

  async #open(address: URL): Promise<Line> {
    const { openSocket, signal } = this.#options;
    const open = lineTo(this.#relay.kind, {
      secretOf: async () => this.#secret,
      ...(openSocket ? { openSocket } : {}),
    });
    const line = await open(
      address,
      {
        onPacket: (topic, { length }, retained) => {
          this.#heard.push({ topic, length, retained });
          this.#hear?.();
        },
        onClosed: ({ said }) => {
          this.#said = said;
          this.#hear?.();
        },
      },
      signal,
    );
    this.#lines.push(line);
    return line;
  }

  async #asked(line: Line): Promise<boolean> {
    return this.#goesWell(line.subscribe(this.#prefix));
  }

  /** Publishes on a topic of its own. @returns that topic once the packet came back whole, null when it does not. */
  async #comes(line: Line, length: number, retain: boolean): Promise<string | null> {
    const topic = this.#topic();
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    if (!(await this.#goesWell(line.publish(topic, bytes, retain)))) return null;
    const came = () => this.#heard.some((packet) => packet.topic === topic && packet.length === length);
    return (await this.#until(came)) ? topic : null;
  }

  /** Whether something was done; a no of the relay is noted, anything else that is wrong is thrown. */
  async #goesWell(done: Promise<void>): Promise<boolean> {
    try {
      await done;
      return true;
    } catch (error) {
      if (!(error instanceof TransportProblem)) throw error;
      this.#said = error.said;
      return false;
    }
  }

  /** Waits until something holds; false after `stepMs`, or when it is stopped. */
  async #until(holds: () => boolean): Promise<boolean> {
    const { signal, stepMs = 3_000 } = this.#options;
    const late = AbortSignal.any([signal, AbortSignal.timeout(stepMs)]);
    while (!holds() && !late.aborted) {
      await new Promise<void>((done) => {
        this.#hear = done;
        late.addEventListener('abort', () => done(), { once: true });
      });
    }
    if (signal.aborted) throw new TransportProblem('stopped');
    return holds();
  }
}

/** Looks like a circle's topic, so that what is refused to it would be refused to a circle. */
const randomLabel = (): string =>
  crypto.getRandomValues(new Uint8Array(16)).toBase64({ alphabet: 'base64url', omitPadding: true });

import type { Line, OpenLine } from './line.ts';
import { readAddress } from './socket.ts';
import {
  type OnPacket,
  type OnState,
  roomFor,
  type Transport,
  type TransportKind,
  TransportProblem,
  type TransportReason,
  type TransportState,
} from './transport.ts';

export interface RelayOptions {
  kind: TransportKind;
  /** In the order of preference. All of one circle must meet at one relay, so nobody stays with a later one for long. */
  addresses: readonly string[];
  open: OpenLine;
  timing?: Partial<RelayTiming>;
  /** Numbers in [0, 1), for the spread. */
  random?: () => number;
}

/** All in ms. */
export interface RelayTiming {
  /** Before the first try after a break: at most, spread so that a relay that comes back is not run down. */
  firstWait: number;
  /** Between later tries: doubles up to this. */
  longestWait: number;
  /** Before a refused subscription is asked for again: doubles up to twenty times this. */
  askAgain: number;
  /** On a later address: how often the first is tried. */
  goBack: number;
}

const TIMING: RelayTiming = { firstWait: 400, longestWait: 30_000, askAgain: 250, goBack: 60_000 };
/** How often somebody who subscribes is refused before they are told. */
const REFUSALS = 5;
/** What waiting does not mend. */
const HOPELESS: readonly TransportReason[] = [
  'badAddress',
  'notSecure',
  'needsPassword',
  'wrongPassword',
  'notAllowed',
];

/** A transport over lines to relays: it reconnects, subscribes again, and goes back to the first address. */
export function relayTransport({ kind, addresses, open, ...options }: RelayOptions): Transport {
  const timing = { ...TIMING, ...options.timing };
  const random = options.random ?? Math.random;
  const closing = new AbortController();
  const handlers = new Map<string, Set<OnPacket>>();
  const listeners = new Set<OnState>();
  let state: TransportState = 'offline';
  let problem: TransportProblem | null = null;
  let line: Line | null = null;
  let isTrying = false;

  function set(next: TransportState, why: TransportProblem | null = null) {
    problem = why;
    if (state === next || closing.signal.aborted) return;
    state = next;
    for (const listener of [...listeners]) listener(state, problem);
  }

  function onPacket(topic: string, bytes: Uint8Array, retained: boolean) {
    if (closing.signal.aborted) return;
    for (const [prefix, set] of handlers) {
      if (topic.startsWith(`${prefix}/`)) for (const handler of [...set]) handler(topic, bytes, retained);
    }
  }

  /** Opens a line and has every subscription confirmed on it. Throws a problem when it breaks before that. */
  async function bring(address: URL, index: number, signal: AbortSignal): Promise<void> {
    let broken: TransportProblem | null = null;
    const opened = await open(address, { onPacket, onClosed }, signal);
    function onClosed(why: TransportProblem) {
      broken = why;
      if (line !== opened) return;
      line = null;
      set('connecting', why);
      void keepTrying(random() * timing.firstWait);
    }
    const confirmed = new Set<string>();
    for (;;) {
      const prefix = [...handlers.keys()].find((one) => !confirmed.has(one));
      if (prefix === undefined) break;
      await ask(opened, prefix, Number.POSITIVE_INFINITY, () => broken ?? stopped(signal));
      confirmed.add(prefix);
    }
    const why = broken ?? stopped(signal);
    if (why) {
      void opened.close();
      throw why;
    }
    const before = line;
    line = opened;
    set('online');
    void before?.close();
    if (index > 0) void goBack(opened);
  }

  const stopped = (signal: AbortSignal) =>
    signal.aborted || closing.signal.aborted ? new TransportProblem('stopped') : null;

  /** Subscribes; asks again when refused, `most` times in all, as long as nothing `hasEnded`. */
  async function ask(on: Line, prefix: string, most: number, hasEnded: () => TransportProblem | null) {
    for (let count = 1; handlers.has(prefix); count++) {
      const ended = hasEnded();
      if (ended) throw ended;
      try {
        return await on.subscribe(prefix);
      } catch (error) {
        const why = asProblem(error);
        if (why.reason !== 'refused' || count >= most) throw why;
        await wait(timing.askAgain * Math.min(20, 2 ** (count - 1)) * (0.5 + random()), closing.signal);
      }
    }
  }

  /** One round over the addresses. Throws the problem that says most when none of them works. */
  async function tryAll(signal: AbortSignal): Promise<void> {
    const urls = addresses.map(readAddress);
    if (urls.length === 0) throw new TransportProblem('badAddress');
    let telling: TransportProblem | null = null;
    for (const [index, url] of urls.entries()) {
      try {
        return await bring(url, index, signal);
      } catch (error) {
        const why = asProblem(error);
        if (why.reason === 'stopped') throw why;
        if (!telling || telling.reason === 'unreachable') telling = why;
      }
    }
    throw telling ?? new TransportProblem('unreachable');
  }

  /** Tries, with longer and longer waits, until it is online or closed. The browser's word that it is online hastens it. */
  async function keepTrying(firstWait: number): Promise<void> {
    if (isTrying) return;
    isTrying = true;
    let pause = firstWait;
    for (let count = 1; !closing.signal.aborted; count++) {
      await wait(pause, closing.signal, true);
      // Whoever asked for it once more was faster.
      if (line) break;
      try {
        await tryAll(closing.signal);
        break;
      } catch (error) {
        // Whatever it was: who is connected tries again.
        set('offline', isProblem(error) ? error : new TransportProblem('unreachable', String(error)));
        pause = Math.min(timing.longestWait, timing.firstWait * 2 ** count) * (0.5 + 0.5 * random());
      }
    }
    isTrying = false;
  }

  /** While on a later address: back to the first as soon as it answers, without a moment of silence in between. */
  async function goBack(from: Line): Promise<void> {
    for (;;) {
      await wait(timing.goBack * (0.75 + 0.5 * random()), closing.signal);
      const [first] = addresses;
      if (line !== from || first === undefined || closing.signal.aborted) return;
      await bring(readAddress(first), 0, closing.signal).catch(() => undefined);
    }
  }

  return {
    kind,
    async connect(signal) {
      if (closing.signal.aborted) throw new TransportProblem('closed');
      if (line) return;
      set('connecting');
      try {
        await tryAll(AbortSignal.any([signal, closing.signal]));
      } catch (error) {
        const why = asProblem(error);
        set('offline', why);
        if (why.reason !== 'stopped' && !HOPELESS.includes(why.reason)) void keepTrying(timing.firstWait);
        throw why;
      }
    },
    async publish(topic, bytes, { retain }) {
      if (closing.signal.aborted) throw new TransportProblem('closed');
      if (bytes.length > roomFor(topic)) throw new TransportProblem('tooLarge');
      if (!line) throw new TransportProblem('offline');
      await line.publish(topic, bytes, retain);
    },
    async subscribe(prefix, handler) {
      if (closing.signal.aborted) throw new TransportProblem('closed');
      const set = handlers.get(prefix) ?? new Set();
      handlers.set(prefix, set.add(handler));
      const end = () => {
        set.delete(handler);
        if (set.size > 0 || handlers.get(prefix) !== set) return;
        handlers.delete(prefix);
        line?.unsubscribe(prefix);
      };
      const on = line;
      try {
        if (on) await ask(on, prefix, REFUSALS, () => (line === on ? null : new TransportProblem('offline')));
      } catch (error) {
        // Where the line broke meanwhile, the next one asks again by itself.
        if (asProblem(error).reason !== 'offline') {
          end();
          throw error;
        }
      }
      return end;
    },
    onState(listener) {
      listeners.add(listener);
      listener(state, problem);
      return () => listeners.delete(listener);
    },
    async close() {
      closing.abort();
      listeners.clear();
      handlers.clear();
      state = 'offline';
      const last = line;
      line = null;
      await last?.close();
    },
  };
}

const isProblem = (error: unknown): error is TransportProblem => error instanceof TransportProblem;

const asProblem = (error: unknown): TransportProblem => {
  if (isProblem(error)) return error;
  throw error;
};

/** Waits `ms`, less when `signal` is aborted or, with `isHasty`, when the browser is back online. */
function wait(ms: number, signal: AbortSignal, isHasty = false): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      if (isHasty) globalThis.removeEventListener?.('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (isHasty) globalThis.addEventListener?.('online', done);
    if (signal.aborted) done();
  });
}

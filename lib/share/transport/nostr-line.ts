import { clock } from '../../platform/clock.ts';
import { type Bytes, utf8 } from '../bytes.ts';
import type { EpochKeys } from '../seal/epoch.ts';
import type { Line, OpenLine } from './line.ts';
import { draftOf, KEPT_KIND, LIVE_KIND, packetIn, refusalOf } from './nostr-event.ts';
import { browserSocket, type OpenSocket, splitAddress } from './socket.ts';
import { roomFor, TransportProblem } from './transport.ts';

export interface NostrOptions {
  /** The secret behind what is published under a prefix; see {@link nostrSecret}. Null where none is known. */
  secretOf: (prefix: string) => Promise<Uint8Array | null>;
  openSocket?: OpenSocket;
  /** UTC ms. */
  now?: () => number;
  /** Until a connection or an answer counts as failed, ms. */
  answerMs?: number;
}

/**
 * The key an epoch speaks to relays with: all members have it, so each can replace what any of them keeps there, and
 * with the epoch it is thrown away. A relay cannot tell that two of them are of one circle, nor who is in one.
 */
export async function nostrSecret(keys: Pick<EpochKeys, 'topic'>): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', keys.topic, utf8('nostr key')));
}

/** A relay that sends more at once than this, in letters, is hung up on. */
const LONGEST = 65_536;
/** Of so many kept topics the newest second is known: a relay could name any number. */
const MOST_KEPT = 10_000;
/** How long a relay may say nothing after it was asked something, ms. */
const SILENCE_MS = 45_000;

interface Speaker {
  secret: Uint8Array;
  pubkey: string;
}
interface Subscription {
  prefix: string;
  pubkey: string;
  /** What is kept has all come. */
  isCaughtUp: boolean;
  answer: (problem: TransportProblem | null) => void;
}

/**
 * A Nostr relay as a line: live packets are ephemeral events, kept ones replaceable events, cleared ones empty. The
 * signatures of what comes are not looked at: a packet is sealed, and what is sealed by nobody here is refused there.
 */
export const nostrLine =
  ({ secretOf, openSocket = browserSocket, now = clock.now, answerMs = 8_000 }: NostrOptions): OpenLine =>
  async (address, events, signal) => {
    const { finalizeEvent, getPublicKey } = await import('nostr-tools/pure');
    if (signal.aborted) throw new TransportProblem('stopped');
    const socket = openSocket(splitAddress(address).href, []);
    const speakers = new Map<string, Speaker>();
    const subscriptions = new Map<string, Subscription>();
    const waiting = new Map<string, (problem: TransportProblem | null) => void>();
    /** The newest second of each kept topic: what is older than what a relay has, it does not take. */
    const newest = new Map<string, number>();
    const opened = Promise.withResolvers<void>();
    let isOpen = false;
    let isOver = false;
    let silence: ReturnType<typeof setTimeout> | undefined;

    function end(problem: TransportProblem | null) {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
      const offline = new TransportProblem('offline');
      for (const answer of [...waiting.values()]) answer(offline);
      for (const { answer } of [...subscriptions.values()]) answer(offline);
      socket.close();
      if (!problem) return;
      if (isOpen) events.onClosed(problem);
      else opened.reject(problem);
    }
    const stop = () => {
      if (!isOpen) end(new TransportProblem('stopped'));
    };
    const late = setTimeout(() => end(new TransportProblem('unreachable', 'no answer')), answerMs);
    signal.addEventListener('abort', stop);
    socket.addEventListener('open', () => {
      if (isOver) return;
      isOpen = true;
      clearTimeout(late);
      opened.resolve();
    });
    socket.addEventListener('error', () => end(new TransportProblem('unreachable')));
    socket.addEventListener('close', () => end(new TransportProblem('unreachable')));
    socket.addEventListener('message', ({ data }) => {
      if (isOver) return;
      clearTimeout(silence);
      silence = undefined;
      if (typeof data !== 'string' || data.length > LONGEST)
        return end(new TransportProblem('refused', 'not understood'));
      hear(data);
    });

    function send(message: readonly unknown[]) {
      if (isOver || socket.readyState !== socket.OPEN) throw new TransportProblem('offline');
      socket.send(JSON.stringify(message));
      silence ??= setTimeout(() => end(new TransportProblem('unreachable', 'silence')), SILENCE_MS);
    }

    function hear(data: string) {
      let message: unknown;
      try {
        message = JSON.parse(data);
      } catch {
        return;
      }
      if (!Array.isArray(message)) return;
      const [kind, id, third, fourth] = message as unknown[];
      const name = String(id);
      const subscription = subscriptions.get(name);
      switch (kind) {
        case 'EVENT': {
          const packet = subscription && packetIn(third, subscription.pubkey);
          if (!packet) return;
          const topic = `${subscription.prefix}/${packet.label}`;
          if (packet.isKept && (newest.size < MOST_KEPT || newest.has(topic)))
            newest.set(topic, Math.max(newest.get(topic) ?? 0, packet.at));
          const retained = packet.isKept && !subscription.isCaughtUp;
          // What was cleared is there, empty.
          if (!retained || packet.bytes.length > 0) events.onPacket(topic, packet.bytes, retained);
          return;
        }
        case 'EOSE':
          if (!subscription) return;
          subscription.isCaughtUp = true;
          subscription.answer(null);
          return;
        case 'CLOSED':
          if (!subscription) return;
          subscriptions.delete(name);
          // One that held until now: begin again, and be told why if that fails.
          if (subscription.isCaughtUp) end(refusalOf(third));
          else subscription.answer(refusalOf(third));
          return;
        case 'OK':
          waiting.get(name)?.(third === true ? null : refusalOf(fourth));
          return;
      }
    }

    async function speakerOf(prefix: string): Promise<Speaker> {
      const known = speakers.get(prefix);
      if (known) return known;
      const secret = await secretOf(prefix);
      if (!secret) throw new TransportProblem('refused', 'no key');
      const speaker = { secret, pubkey: getPublicKey(secret) };
      speakers.set(prefix, speaker);
      return speaker;
    }

    /** Resolves at a yes, and after a while without an answer; rejects at a no. */
    const answered = (id: string, isSilenceNo: boolean): Promise<void> =>
      new Promise((resolve, reject) => {
        const done = (problem: TransportProblem | null) => {
          clearTimeout(timer);
          waiting.delete(id);
          if (problem) reject(problem);
          else resolve();
        };
        const timer = setTimeout(
          () => done(isSilenceNo ? new TransportProblem('refused', 'no answer') : null),
          answerMs,
        );
        // The very same event twice within a second has one id and gets one answer.
        waiting.get(id)?.(null);
        waiting.set(id, done);
      });

    await opened.promise;
    const line: Line = {
      async publish(topic, bytes, retain) {
        if (bytes.length > roomFor(topic)) throw new TransportProblem('tooLarge');
        const prefix = topic.split('/', 2).join('/');
        const { secret } = await speakerOf(prefix);
        const second = Math.floor(now() / 1_000);
        const at = retain ? Math.max(second, (newest.get(topic) ?? 0) + 1) : second;
        if (retain) newest.set(topic, at);
        const event = finalizeEvent(draftOf(topic.slice(prefix.length + 1), bytes, retain, at), secret);
        const { id, pubkey, created_at, kind, tags, content, sig } = event;
        send(['EVENT', { id, pubkey, created_at, kind, tags, content, sig }]);
        // Not every relay says yes to what it does not keep.
        await answered(id, retain);
      },
      async subscribe(prefix) {
        const { pubkey } = await speakerOf(prefix);
        line.unsubscribe(prefix);
        const id = crypto.getRandomValues(new Uint8Array(8)).toHex();
        const done = answered(id, true);
        subscriptions.set(id, { prefix, pubkey, isCaughtUp: false, answer: (why) => waiting.get(id)?.(why) });
        try {
          send([
            'REQ',
            id,
            { kinds: [KEPT_KIND], authors: [pubkey], limit: 5_000 },
            { kinds: [LIVE_KIND], authors: [pubkey] },
          ]);
        } catch (error) {
          waiting.get(id)?.(new TransportProblem('offline'));
          await done.catch(() => undefined);
          throw error;
        }
        await done;
      },
      unsubscribe(prefix) {
        for (const [id, subscription] of subscriptions) {
          if (subscription.prefix !== prefix) continue;
          subscriptions.delete(id);
          if (!isOver && socket.readyState === socket.OPEN) socket.send(JSON.stringify(['CLOSE', id]));
        }
      },
      async close() {
        if (isOver) return;
        const gone = new Promise<void>((done) => {
          socket.addEventListener('close', () => done());
          setTimeout(done, 1_000);
        });
        end(null);
        await gone;
      },
    };
    return line;
  };

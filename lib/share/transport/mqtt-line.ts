import type { Line, OpenLine } from './line.ts';
import {
  connectPacket,
  GOODBYE,
  type Heard,
  PING,
  packetReader,
  publishPacket,
  subscribePacket,
  unsubscribePacket,
} from './mqtt-packets.ts';
import { browserSocket, type OpenSocket, splitAddress } from './socket.ts';
import { MAX_PACKET, roomFor, TransportProblem } from './transport.ts';

export interface MqttOptions {
  /** What the relay sends in our name when the line breaks without a goodbye; asked for at each connection. */
  will?: () => { topic: string; bytes: Uint8Array } | null;
  openSocket?: OpenSocket;
  /** Until a connection counts as failed, ms. */
  connectMs?: number;
  /** Until a subscription counts as refused, ms: a cluster that just lost a node may not answer at all. */
  answerMs?: number;
  /** Between two signs of life, seconds. */
  aliveS?: number;
}

/**
 * In a tab that was hidden for five minutes timers run once a minute: 45 s become 60, and stay far under the 135 s of
 * silence after which the relay hangs up (one and a half times what was announced, twice this).
 */
const ALIVE_S = 45;
/** No packet of ours is longer; a relay that sends a longer one is hung up on. */
const LONGEST_PACKET = 16_384;
/** More waiting to be sent than this, in bytes, holds further parts back, so that what is live finds its way. */
const CROWDED = 65_536;
/** 3.2.2.3: why a connection is refused. */
const CODE = { yes: 0, protocol: 1, name: 2, notNow: 3, password: 4, notAllowed: 5 } as const;
/** 3.9.3: a subscription that is refused. */
const REFUSED = 0x80;

/**
 * MQTT 3.1.1 over wss: what mosquitto, NATS, EMQX, HiveMQ and the rest have in common. Name and password, where the
 * relay wants them, stand in the address.
 */
export const mqttLine =
  (options: MqttOptions = {}): OpenLine =>
  (address, events, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new TransportProblem('stopped'));
      const { href, username, password } = splitAddress(address);
      const socket = (options.openSocket ?? browserSocket)(href, ['mqtt']);
      socket.binaryType = 'arraybuffer';
      const read = packetReader(LONGEST_PACKET);
      /** Prefixes whose yes came after we had given up on it: a weak cluster takes its questions one by one. */
      const confirmedLate = new Set<string>();
      const answers = new Map<number, (code: number | null) => void>();
      let isOpen = false;
      let isOver = false;
      let isQuiet = false;
      let alive: ReturnType<typeof setInterval> | undefined;

      /** The end, however it came; the one place that tells. */
      function end(problem: TransportProblem | null) {
        if (isOver) return;
        isOver = true;
        clearTimeout(late);
        clearInterval(alive);
        signal.removeEventListener('abort', stop);
        for (const answer of answers.values()) answer(null);
        socket.close();
        if (!problem) return;
        if (isOpen) events.onClosed(problem);
        else reject(problem);
      }
      const stop = () => {
        if (!isOpen) end(new TransportProblem('stopped'));
      };
      const late = setTimeout(
        () => end(new TransportProblem('unreachable', 'no answer')),
        options.connectMs ?? 8_000,
      );
      signal.addEventListener('abort', stop);

      function hear(one: Heard) {
        isQuiet = false;
        switch (one.kind) {
          case 'connack': {
            if (isOpen) return;
            const problem = refusal(one.code, username !== undefined);
            if (problem) return end(problem);
            isOpen = true;
            clearTimeout(late);
            alive = setInterval(() => {
              if (isQuiet) return end(new TransportProblem('unreachable', 'silence'));
              isQuiet = true;
              socket.send(PING);
            }, aliveS * 1_000);
            resolve(lineOf());
            return;
          }
          case 'suback':
            answers.get(one.id)?.(one.code);
            return;
          case 'publish':
            if (isOpen && one.bytes.length <= MAX_PACKET) events.onPacket(one.topic, one.bytes, one.retained);
            return;
          case 'other':
            return;
          default:
            one satisfies never;
        }
      }

      const aliveS = options.aliveS ?? ALIVE_S;
      socket.addEventListener('open', () => {
        if (isOver) return;
        const clientId = `ck${crypto.getRandomValues(new Uint8Array(10)).toHex()}`;
        const will = options.will?.() ?? null;
        socket.send(
          connectPacket({
            clientId,
            keepaliveS: aliveS * 2,
            will,
            ...(username === undefined ? {} : { username }),
            // 3.1.2.9: no password without a name.
            ...(username === undefined || password === undefined ? {} : { password }),
          }),
        );
      });
      socket.addEventListener('message', ({ data }) => {
        if (isOver) return;
        const heard = data instanceof ArrayBuffer ? read(new Uint8Array(data)) : null;
        if (!heard) return end(new TransportProblem('refused', 'not understood'));
        for (const one of heard) if (!isOver) hear(one);
      });
      socket.addEventListener('error', () => end(new TransportProblem('unreachable')));
      socket.addEventListener('close', () => end(new TransportProblem('unreachable')));

      function lineOf(): Line {
        let count = 0;
        const nextId = () => (count = (count % 65_535) + 1);
        return {
          async publish(topic, bytes, retain) {
            if (bytes.length > roomFor(topic)) throw new TransportProblem('tooLarge');
            while (retain && !isOver && socket.bufferedAmount > CROWDED) {
              await new Promise((done) => setTimeout(done, 10));
            }
            if (isOver || socket.readyState !== socket.OPEN) throw new TransportProblem('offline');
            socket.send(publishPacket(topic, bytes, retain));
          },
          subscribe: (prefix) =>
            new Promise((yes, no) => {
              if (isOver || socket.readyState !== socket.OPEN) return no(new TransportProblem('offline'));
              if (confirmedLate.delete(prefix)) return yes();
              const id = nextId();
              let isWaiting = true;
              const unanswered = setTimeout(() => {
                isWaiting = false;
                no(new TransportProblem('refused', 'no answer'));
              }, options.answerMs ?? 5_000);
              answers.set(id, (code) => {
                clearTimeout(unanswered);
                answers.delete(id);
                if (code !== null && code < REFUSED) {
                  if (isWaiting) yes();
                  else confirmedLate.add(prefix);
                } else no(new TransportProblem(code === null ? 'offline' : 'refused'));
              });
              socket.send(subscribePacket(id, `${prefix}/#`));
            }),
          unsubscribe(prefix) {
            if (!isOver && socket.readyState === socket.OPEN)
              socket.send(unsubscribePacket(nextId(), `${prefix}/#`));
          },
          async close() {
            if (isOver) return;
            const gone = new Promise<void>((done) => {
              socket.addEventListener('close', () => done());
              // A line that died without anybody noticing takes no goodbye.
              setTimeout(done, 1_000);
            });
            if (socket.readyState === socket.OPEN) socket.send(GOODBYE);
            end(null);
            await gone;
          },
        };
      }
    });

/** What a relay's answer to the connection means; null for yes. */
function refusal(code: number, hasName: boolean): TransportProblem | null {
  switch (code) {
    case CODE.yes:
      return null;
    case CODE.password:
    case CODE.notAllowed:
      return new TransportProblem(hasName ? 'wrongPassword' : 'needsPassword');
    case CODE.notNow:
      return new TransportProblem('unreachable', 'not now');
    default:
      return new TransportProblem('refused', `code ${code}`);
  }
}

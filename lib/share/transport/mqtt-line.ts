import type { MqttClient } from 'mqtt';
import type { Line, OpenLine } from './line.ts';
import { packetGuard } from './packet-guard.ts';
import { browserSocket, type OpenSocket } from './socket.ts';
import { MAX_PACKET, roomFor, TransportProblem } from './transport.ts';

export interface MqttOptions {
  /** Where the relay wants them. */
  username?: string;
  password?: string;
  /** What the relay sends in our name when the line breaks without a goodbye; asked for at each connection. */
  will?: () => { topic: string; bytes: Uint8Array } | null;
  openSocket?: OpenSocket;
  /** Until a connection counts as failed, ms. */
  connectMs?: number;
  /** Until a subscription counts as refused, ms: a cluster that just lost a node may not answer at all. */
  answerMs?: number;
}

/**
 * Seconds between signs of life. In a tab that was hidden for five minutes timers run once a minute, and MQTT.js looks
 * at half of this: 45 s become 60, and two of them stay under the 135 s after which the relay hangs up.
 */
const KEEPALIVE_S = 90;
/** No packet of ours is longer; a relay that sends a longer one is hung up on. */
const LONGEST_PACKET = 16_384;
/** MQTT 3.1.1, 3.2.2.3: why a connection is refused. */
const REFUSED = { protocol: 1, name: 2, notNow: 3, password: 4, notAllowed: 5 } as const;

/**
 * MQTT 3.1.1 over wss: what mosquitto, NATS, EMQX, HiveMQ and the rest have in common. MQTT.js (342 kB, 103 kB packed)
 * comes by a dynamic import, so that nothing of it is loaded where nothing is shared.
 */
export const mqttLine =
  (options: MqttOptions = {}): OpenLine =>
  async (address, events, signal) => {
    const { default: mqtt } = await import('mqtt');
    if (signal.aborted) throw new TransportProblem('stopped');
    const will = options.will?.() ?? null;
    const isLong = { is: false };
    const client = mqtt.connect(address.href, {
      protocolVersion: 4,
      clean: true,
      clientId: `ck${crypto.getRandomValues(new Uint8Array(12)).toHex().slice(0, 20)}`,
      keepalive: KEEPALIVE_S,
      connectTimeout: options.connectMs ?? 8_000,
      // Reconnecting is ours: with another address, and with a spread.
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      // Its timers in a blob worker are blocked by Firefox's policy for extensions, and then the line goes dead.
      timerVariant: 'native',
      // In Node the same code as in the browser; a no-op there.
      forceNativeWebSocket: true,
      createWebsocket: (url, protocols) =>
        guarded((options.openSocket ?? browserSocket)(url, protocols), () => {
          isLong.is = true;
        }),
      ...(options.username ? { username: options.username } : {}),
      ...(options.password ? { password: options.password } : {}),
      ...(will ? { will: { topic: will.topic, payload: asBuffer(will.bytes), qos: 0, retain: false } } : {}),
    });
    const over = new AbortController();
    client.on('message', (topic, payload, { retain }) => {
      if (payload.length > MAX_PACKET || over.signal.aborted) return;
      events.onPacket(topic, new Uint8Array(payload), retain === true);
    });
    await opened(client, signal, options.username !== undefined);
    client.once('close', () => {
      if (!over.signal.aborted) events.onClosed(new TransportProblem(isLong.is ? 'tooLarge' : 'unreachable'));
    });
    return lineOf(client, over, options.answerMs ?? 5_000);
  };

/** @param over aborted by `close`: nothing is told after that. */
function lineOf(client: MqttClient, over: AbortController, answerMs: number): Line {
  return {
    publish: (topic, bytes, retain) =>
      new Promise((resolve, reject) => {
        if (bytes.length > roomFor(topic)) reject(new TransportProblem('tooLarge'));
        else if (!client.connected) reject(new TransportProblem('offline'));
        else {
          client.publish(topic, asBuffer(bytes), { qos: 0, retain }, (error) =>
            error ? reject(new TransportProblem('offline', error.message)) : resolve(),
          );
        }
      }),
    subscribe: (prefix) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new TransportProblem('refused', 'no answer')), answerMs);
        client.subscribe(`${prefix}/#`, { qos: 0 }, (error) => {
          clearTimeout(late);
          if (!error) resolve();
          else reject(new TransportProblem('code' in error ? 'refused' : 'offline', error.message));
        });
      }),
    unsubscribe(prefix) {
      if (client.connected) client.unsubscribe(`${prefix}/#`, () => undefined);
    },
    close() {
      over.abort();
      return new Promise((resolve) => {
        // A line that died without anybody noticing takes no goodbye.
        const late = setTimeout(() => client.end(true), 1_000);
        client.end(false, {}, () => {
          clearTimeout(late);
          resolve();
        });
      });
    },
  };
}

/** Resolves at the relay's yes; rejects at its no, at a line that breaks before, and when `signal` is aborted. */
function opened(client: MqttClient, signal: AbortSignal, hasName: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (problem: TransportProblem | null) => {
      signal.removeEventListener('abort', stop);
      client.off('connect', yes);
      client.off('error', no);
      client.off('close', gone);
      if (!problem) return resolve();
      client.end(true);
      reject(problem);
    };
    const stop = () => end(new TransportProblem('stopped'));
    const yes = () => end(null);
    const gone = () => end(new TransportProblem('unreachable'));
    const no = (error: Error & { code?: unknown }) => {
      if (error.code === REFUSED.password || error.code === REFUSED.notAllowed)
        end(new TransportProblem(hasName ? 'wrongPassword' : 'needsPassword', error.message));
      else if (error.code === REFUSED.protocol || error.code === REFUSED.name)
        end(new TransportProblem('refused', error.message));
      else end(new TransportProblem('unreachable', error.message));
    };
    signal.addEventListener('abort', stop);
    client.on('connect', yes);
    client.on('error', no);
    client.on('close', gone);
  });
}

/** Hangs up on a relay that sends more in one packet than anybody here does. */
function guarded(socket: WebSocket, onTooLong: () => void): WebSocket {
  const isFine = packetGuard(LONGEST_PACKET);
  socket.addEventListener('message', ({ data }) => {
    if (!(data instanceof ArrayBuffer) || isFine(new Uint8Array(data))) return;
    onTooLong();
    socket.close();
  });
  return socket;
}

/** MQTT.js asks for Node's Buffer in its types; in the browser its own is an Uint8Array, and so is this. */
const asBuffer = (bytes: Uint8Array): Buffer => bytes as Buffer;

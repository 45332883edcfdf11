import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { schnorr } from '@noble/curves/secp256k1.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { selfSigned } from '../sandbox/certificate.ts';

export interface NostrRelayOptions {
  /** Letters of one event, as JSON. */
  maxEvent?: number;
  /** Events a second from one connection. */
  perSecond?: number;
  /** Kinds it takes; all when left out. */
  kinds?: readonly number[];
}

export interface NostrRelay {
  url: string;
  /** What it keeps. */
  kept(): readonly Event[];
  /** Everything that was sent to it, as text. */
  heard: string[];
  /** Hangs up on everybody, as in a restart; what it keeps stays. */
  hangUp(): void;
  close(): Promise<void>;
}

interface Event {
  id: string;
  pubkey: string;
  created_at: number;
  kind: number;
  tags: string[][];
  content: string;
  sig: string;
}
interface Filter {
  kinds?: number[];
  authors?: string[];
}

/**
 * A relay by NIP-01, as strict as the strictest: it looks at shape, id, signature, time, size, kind and rate, and says
 * no in the words that the NIP has for it. Ephemeral events are passed on, of replaceable ones the newest is kept.
 */
export async function startNostrRelay(options: NostrRelayOptions = {}): Promise<NostrRelay> {
  const { maxEvent = 16_384, perSecond = 1_000, kinds } = options;
  const server = createServer(selfSigned('localhost'));
  const sockets = new WebSocketServer({ server });
  const kept = new Map<string, Event>();
  const heard: string[] = [];
  const listening = new Map<WebSocket, Map<string, Filter[]>>();

  sockets.on('connection', (socket) => {
    const filters = new Map<string, Filter[]>();
    let inSecond = 0;
    let second = 0;
    listening.set(socket, filters);
    socket.on('close', () => listening.delete(socket));
    socket.on('message', (data) => {
      const text = data.toString();
      heard.push(text);
      const say = (...message: unknown[]) => socket.send(JSON.stringify(message));
      const [kind, id, ...rest] = JSON.parse(text) as [string, unknown, ...unknown[]];
      switch (kind) {
        case 'REQ':
          filters.set(String(id), rest as Filter[]);
          for (const event of kept.values()) if (fits(event, rest as Filter[])) say('EVENT', id, event);
          say('EOSE', id);
          return;
        case 'CLOSE':
          filters.delete(String(id));
          return;
        case 'EVENT': {
          const event = id as Event;
          const now = Math.floor(Date.now() / 1_000);
          inSecond = now === second ? inSecond + 1 : 1;
          second = now;
          const no =
            text.length > maxEvent
              ? 'invalid: event is too large'
              : inSecond > perSecond
                ? 'rate-limited: slow down there chief'
                : kinds && !kinds.includes(event.kind)
                  ? `blocked: kind ${event.kind} is not welcome here`
                  : wrongIn(event, now);
          if (no) return say('OK', event.id, false, no);
          const isKept = event.kind >= 30_000 && event.kind < 40_000;
          if (isKept) {
            const key = `${event.kind} ${event.pubkey} ${event.tags.find(([name]) => name === 'd')?.[1]}`;
            const before = kept.get(key);
            const isOlder =
              before &&
              (before.created_at > event.created_at ||
                (before.created_at === event.created_at && before.id <= event.id));
            if (isOlder) return say('OK', event.id, false, 'replaced: have newer event');
            kept.set(key, event);
          }
          say('OK', event.id, true, '');
          for (const [other, wanted] of listening) {
            for (const [name, some] of wanted)
              if (fits(event, some)) other.send(JSON.stringify(['EVENT', name, event]));
          }
          return;
        }
        default:
          say('NOTICE', `unknown message ${kind}`);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `wss://localhost:${(server.address() as { port: number }).port}`,
    kept: () => [...kept.values()],
    heard,
    hangUp() {
      for (const socket of listening.keys()) socket.terminate();
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((done) => server.close(done));
    },
  };
}

const fits = (event: Event, filters: readonly Filter[]): boolean =>
  filters.some(
    ({ kinds, authors }) =>
      (!kinds || kinds.includes(event.kind)) && (!authors || authors.includes(event.pubkey)),
  );

/** Why a relay refuses an event; null when it is right. Checked here by libraries that the extension does not use. */
function wrongIn(event: Event, now: number): string | null {
  const keys = Object.keys(event).toSorted().join();
  if (keys !== 'content,created_at,id,kind,pubkey,sig,tags')
    return 'invalid: fields that do not belong there';
  const { id, pubkey, created_at, kind, tags, content, sig } = event;
  const serial = JSON.stringify([0, pubkey, created_at, kind, tags, content]);
  if (createHash('sha256').update(serial).digest('hex') !== id) return 'invalid: bad event id';
  if (!schnorr.verify(Buffer.from(sig, 'hex'), Buffer.from(id, 'hex'), Buffer.from(pubkey, 'hex')))
    return 'invalid: bad signature';
  if (created_at > now + 900) return 'invalid: event creation date is too far off from the current time';
  if (created_at < now - 3_600) return 'invalid: event creation date is too old';
  return null;
}

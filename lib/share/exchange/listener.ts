import { isRightsFact } from '../../circle/rights-facts.ts';
import type { AuthorId, Fact } from '../../fact/fact.ts';
import type { SpaceId } from '../../fact/space.ts';
import type { EpochSecret } from '../seal/epoch.ts';
import type { HandedSecret } from '../share-store.ts';
import type { Transport } from '../transport/transport.ts';
import type { Channel, OpenChannel } from './channel.ts';
import type { ExchangeEvent } from './exchange-event.ts';
import { chunkOf } from './kept.ts';
import { type Message, readMessage, SIGNED } from './message.ts';
import { onceOnly } from './once.ts';
import { LIVE } from './speaker.ts';
import type { fromWire } from './wire-fact.ts';

/** Packets that are opened beside each other, and that wait for it. */
const AT_ONCE = 32;
const MOST_PACKETS = 4_000;
const MOST_KEPT_TOPICS = 5_000;

/** An epoch that is listened to. */
export interface Line {
  readonly channel: Channel;
  /** The topic of all that is not kept. */
  readonly live: string;
  /** Topics under which the relay was seen to keep something. */
  readonly kept: Set<string>;
}

export interface Listener {
  /** By the epoch's id. */
  readonly lines: ReadonlyMap<string, Line>;
  /** Listens to these epochs, and to no others. Rejects as `subscribe` does. */
  listenTo(secrets: readonly EpochSecret[]): Promise<void>;
  /** Whether packets that came are not opened yet. */
  isBusy(): boolean;
  stop(): void;
}

interface Arrived {
  line: Line;
  topic: string;
  bytes: Uint8Array;
  retained: boolean;
  at: number;
}

/** Opens what comes in, hands on its facts and tells of the rest. What is not sealed and signed as it should be is nothing. */
export function listener(options: {
  space: SpaceId;
  transport: Transport;
  openChannel: OpenChannel;
  readFacts: typeof fromWire;
  now(): number;
  /** Does something that takes a while. */
  doing(task: () => Promise<unknown>): void;
  isOwn(packet: Uint8Array): boolean;
  /** @param epoch they were said in; null for what leads from one to another, which brings devices nobody knew. */
  onFacts(author: AuthorId, facts: readonly Fact[], letters: number, epoch: string | null): void;
  /** An epoch's secret, from hand to hand. */
  onSecrets(epoch: string, handed: readonly HandedSecret[]): void;
  onHeard(event: Extract<ExchangeEvent, { kind: 'message' }>): void;
}): Listener {
  const { space, transport, readFacts } = options;
  const lines = new Map<string, Line & { end: () => void }>();
  const once = onceOnly();
  const queue: Arrived[] = [];
  let opening = 0;
  let isStopped = false;

  async function listen(secret: EpochSecret): Promise<void> {
    const channel = await options.openChannel(space, secret);
    const live = await channel.topic(LIVE);
    const line = { channel, live, kept: new Set<string>(), end: () => {} };
    lines.set(secret.id, line);
    try {
      line.end = await transport.subscribe(channel.prefix, (topic, bytes, retained) => {
        onPacket({ line, topic, bytes, retained, at: options.now() });
      });
    } catch (error) {
      lines.delete(secret.id);
      throw error;
    }
  }

  function onPacket(arrived: Arrived): void {
    const { line, topic, bytes } = arrived;
    if (isStopped) return;
    // Of what is kept, one's own too: it is to go with the epoch.
    if (bytes.length === 0) line.kept.delete(topic);
    else if (topic !== line.live && line.kept.size < MOST_KEPT_TOPICS) line.kept.add(topic);
    if (bytes.length === 0 || options.isOwn(bytes)) return;
    // What does not fit is asked for again.
    if (queue.length >= MOST_PACKETS) return;
    queue.push(arrived);
    pump();
  }

  function pump(): void {
    while (opening < AT_ONCE) {
      const next = queue.shift();
      if (!next) return;
      opening += 1;
      options.doing(async () => {
        try {
          await hear(next);
        } finally {
          opening -= 1;
          pump();
        }
      });
    }
  }

  async function hear({ line: { channel }, topic, bytes, retained, at }: Arrived): Promise<void> {
    const frame = await channel.open(topic, bytes);
    const message = frame && readMessage(frame.kind, frame.body);
    if (!frame || !message || isStopped) return;
    if (SIGNED.has(message.kind) && !((await channel.isSigned(frame)) && once.isNew(frame))) return;
    const chunk = handOn(message, channel.id);
    const { from, run, seq } = frame;
    const way = transport.kind;
    const heard = { kind: 'message' as const, message, from, run, seq, epoch: channel.id, way, retained, at };
    options.onHeard(chunk ? { ...heard, chunk } : heard);
  }

  /** @returns what a run that the relay keeps holds. */
  function handOn(message: Message, epoch: string) {
    switch (message.kind) {
      case 'facts':
      case 'kept': {
        const { author, facts: wire } = message.body;
        const facts = readFacts(space, author, wire);
        options.onFacts(author, facts, JSON.stringify(wire).length, epoch);
        if (message.kind === 'facts') return null;
        return chunkOf(facts.map(({ seq, hash, salt }) => ({ seq, hash, erased: salt === null })));
      }
      case 'bridge':
        // Nobody's words: of an older epoch former members have the secret too.
        for (const [author, wire] of message.body.authors) {
          const facts = readFacts(space, author, wire).filter(isRightsFact);
          options.onFacts(author, facts, JSON.stringify(wire).length, null);
        }
        if (message.body.secrets) options.onSecrets(message.body.to, message.body.secrets);
        return null;
      default:
        return null;
    }
  }

  return {
    lines,
    async listenTo(secrets) {
      for (const [id, line] of lines) {
        if (secrets.some((secret) => secret.id === id)) continue;
        line.end();
        lines.delete(id);
      }
      for (const secret of secrets) if (!lines.has(secret.id)) await listen(secret);
    },
    isBusy: () => opening > 0,
    stop() {
      isStopped = true;
      for (const line of lines.values()) line.end();
      lines.clear();
      queue.length = 0;
    },
  };
}

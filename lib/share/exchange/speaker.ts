import type { AuthorId, Fact } from '../../fact/fact.ts';
import type { SpaceId } from '../../fact/space.ts';
import type { DeviceKeys } from '../keys.ts';
import type { Frame } from '../seal/frame.ts';
import type { Packet } from '../seal/message.ts';
import type { ShareStore } from '../share-store.ts';
import type { Transport } from '../transport/transport.ts';
import { answering, type Lack } from './author-sums.ts';
import type { Channel } from './channel.ts';
import { type Chunk, chunkOf, cutKept, planKept } from './kept.ts';
import { type Message, SIGNED } from './message.ts';
import type { ownSigned } from './own-signed.ts';
import { toWire, type WireFact } from './wire-fact.ts';

/** Letters of facts in one message that answers an asking: two or three packets. */
const ANSWER_LETTERS = 12_000;
/** Facts in all that one asking is answered with; who lacks more asks again. */
const MOST_ANSWERED = 2_000;

/** Where everything that is not kept is said. */
export const LIVE = 'live';
export const keptLabel = (author: AuthorId, index: number, part: number): string =>
  `kept ${author} ${index} ${part}`;
const bridgeLabel = (to: string, part: number): string => `bridge ${to} ${part}`;

export interface Speaker {
  say(channel: Channel, message: Message): Promise<void>;
  /** Seals the last thing this run says. @returns what says it, handing it on before it returns. */
  readyLast(channel: Channel, message: Message): Promise<() => void>;
  /** Own facts, by number. */
  push(channel: Channel, from: number, to: number): Promise<void>;
  answer(channel: Channel, author: AuthorId, lack: Lack, re: string): Promise<void>;
  /** Brings what the relay keeps of an author to what is held. `onKept`: a run was written; null: taken away. */
  keep(
    channel: Channel,
    author: AuthorId,
    chunks: ReadonlyMap<number, Chunk>,
    onKept: (index: number, chunk: Chunk | null) => void,
  ): Promise<void>;
  /** Tells those in `channel`, an older epoch, how it went on; kept there. */
  bridge(channel: Channel, to: string): Promise<void>;
  /** Takes away what an older epoch left at the relay, but what leads on from it. */
  clear(channel: Channel, to: string, topics: ReadonlySet<string>): Promise<void>;
  /** Whether a packet is one that was just sent: relays send everybody everything. */
  isOwn(packet: Uint8Array): boolean;
}

/** Puts messages into frames, frames into packets, and packets on the transport. Rejects as `publish` does. */
export function speaker(options: {
  space: SpaceId;
  run: string;
  transport: Transport;
  store: Pick<ShareStore, 'facts' | 'hashes' | 'epochFacts' | 'handOver'>;
  keys(): DeviceKeys;
  /** Own facts that need not be read. */
  signed?: Pick<ReturnType<typeof ownSigned>, 'take'>;
}): Speaker {
  const { space, run, transport, store } = options;
  let seq = 0;
  /** The ends (random, as seals are) of packets that were sent. */
  const sent = new Set<string>();

  async function publish(topic: string, bytes: Uint8Array, retain: boolean): Promise<void> {
    if (bytes.length > 0) sent.add(endOf(bytes));
    const [oldest] = sent.size > 2_000 ? sent : [];
    if (oldest !== undefined) sent.delete(oldest);
    await transport.publish(topic, bytes, { retain });
  }

  async function sealed(
    channel: Channel,
    message: Message,
    number: number,
    labelOf: (part: number) => string = () => LIVE,
  ): Promise<readonly Packet[]> {
    const device = options.keys();
    const plain: Frame = { kind: message.kind, from: device.author, run, seq: number, body: message.body };
    return channel.seal(SIGNED.has(message.kind) ? await channel.sign(plain, device) : plain, labelOf);
  }

  async function send(channel: Channel, message: Message, labelOf?: (part: number) => string): Promise<void> {
    seq += 1;
    for (const { topic, bytes } of await sealed(channel, message, seq, labelOf))
      await publish(topic, bytes, labelOf !== undefined);
  }

  /** Runs of facts that go into one message each, and how they travel. */
  function runsOf(facts: readonly Fact[], letters?: number): { facts: Fact[]; wire: WireFact[] }[] {
    const sizes = facts.map((fact) => 200 + JSON.stringify(fact.body).length);
    return cutKept(facts, sizes, letters).map((some) => ({ facts: some, wire: toWire(some) }));
  }

  return {
    say: (channel, message) => send(channel, message),
    async readyLast(channel, message) {
      // However much is said before it: a number far below the last one would be taken for an old frame.
      const packets = await sealed(channel, message, Number.MAX_SAFE_INTEGER);
      return () => {
        for (const { topic, bytes } of packets) publish(topic, bytes, false).catch(() => undefined);
      };
    },
    async push(channel, from, to) {
      const { author } = options.keys();
      const facts =
        options.signed?.take(author, { from, to }) ?? (await store.facts(space, author, from, to));
      for (const { wire } of runsOf(facts, ANSWER_LETTERS))
        await send(channel, { kind: 'facts', body: { author, re: null, facts: wire } });
    },
    async answer(channel, author, lack, re) {
      let left = MOST_ANSWERED;
      for (const [from, to] of answering(await store.hashes(space, author), lack)) {
        const facts = (await store.facts(space, author, from, to)).slice(0, left);
        left -= facts.length;
        for (const { wire } of runsOf(facts, ANSWER_LETTERS))
          await send(channel, { kind: 'facts', body: { author, re, facts: wire } });
        if (left <= 0) return;
      }
    },
    async keep(channel, author, chunks, onKept) {
      const held = await store.hashes(space, author);
      const plan = planKept(held, chunks);
      const facts = await store.facts(space, author, plan.from, Number.MAX_SAFE_INTEGER);
      let index = plan.stays;
      for (const { facts: some, wire } of runsOf(facts)) {
        const chunk = chunkOf(
          some.map(({ seq: number, hash, salt }) => ({ seq: number, hash, erased: salt === null })),
        );
        if (!isEqual(chunks.get(index), chunk)) {
          const at = index;
          const body = { author, chunk: at, facts: wire };
          await send(channel, { kind: 'kept', body }, (part) => keptLabel(author, at, part));
          onKept(at, chunk);
        }
        index += 1;
      }
      for (const old of [...chunks.keys()].filter((one) => one >= index)) {
        await publish(await channel.topic(keptLabel(author, old, 0)), NOTHING, true);
        onKept(old, null);
      }
    },
    async bridge(channel, to) {
      const facts = await store.epochFacts(space);
      const authors = [...Map.groupBy(facts, (fact) => fact.author)].map(
        ([author, some]): [AuthorId, WireFact[]] => [author, toWire(some.toSorted((a, b) => a.seq - b.seq))],
      );
      if (authors.length === 0) return;
      const handed = (await store.handOver(space)).map(([device, sealed]): [string, string] => [
        device,
        sealed,
      ]);
      const body = { to, authors, ...(handed.length > 0 ? { secrets: handed } : {}) };
      await send(channel, { kind: 'bridge', body }, (part) => bridgeLabel(to, part));
    },
    async clear(channel, to, topics) {
      const stays = new Set<string>();
      for (let part = 0; part < 16; part++) stays.add(await channel.topic(bridgeLabel(to, part)));
      for (const topic of topics) if (!stays.has(topic)) await publish(topic, NOTHING, true);
    },
    isOwn: (packet) => sent.has(endOf(packet)),
  };
}

const NOTHING = new Uint8Array();

const endOf = (bytes: Uint8Array): string => bytes.subarray(-16).toBase64();

const isEqual = (a: Chunk | undefined, b: Chunk): boolean =>
  a?.from === b.from && a.to === b.to && a.count === b.count && a.sum === b.sum && a.erased === b.erased;

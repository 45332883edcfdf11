import { isRightsFact } from '../circle/rights-facts.ts';
import type { SpaceId } from '../fact/space.ts';
import { sealedChannel } from './exchange/channel.ts';
import { readMessage } from './exchange/message.ts';
import { speaker } from './exchange/speaker.ts';
import { fromWire } from './exchange/wire-fact.ts';
import type { EpochSecret } from './seal/epoch.ts';
import type { ShareStore } from './share-store.ts';
import { fileTransport } from './transport/file.ts';
import {
  readSealedFile,
  type SealedFileProblem,
  type SealedPacket,
  writeSealedFile,
} from './transport/sealed-file.ts';

/** Epochs that are told how it went on; as many as the exchange listens to. */
const MOST_EPOCHS = 12;

/**
 * All that is held of a space, sealed as text for a file or to paste: every author's facts in the present epoch, and what
 * leads there from older ones. Null before this device was let in.
 */
export async function writeSpaceFile(store: ShareStore, space: SpaceId): Promise<string | null> {
  await store.signPending(space);
  const [keys, secrets, current] = [
    await store.keys(space),
    await store.secrets(space),
    await store.currentEpoch(space),
  ];
  if (!current) return null;
  const transport = fileTransport();
  const speak = speaker({ space, run: crypto.randomUUID().slice(0, 13), transport, store, keys: () => keys });
  const channel = await sealedChannel(space, current);
  for (const old of byNumber(secrets).slice(0, MOST_EPOCHS))
    if (old.id !== current.id) await speak.bridge(await sealedChannel(space, old), current.id);
  for (const { author } of await store.states(space))
    await speak.keep(channel, author, new Map(), () => undefined);
  return writeSealedFile(space, transport.kept());
}

export type SpaceFileResult =
  | { ok: true; added: number; refused: number }
  | { ok: false; reason: SealedFileProblem };

/**
 * Merges such a text. What it holds is checked as what comes over a relay is: seals, signatures, and of an epoch that is
 * over nothing that somebody wrote who had left. Reading it twice adds nothing.
 */
export async function readSpaceFile(
  store: ShareStore,
  space: SpaceId,
  text: string,
): Promise<SpaceFileResult> {
  let [added, refused] = [0, 0];
  const tried = new Set<string>();
  // What leads to a newer epoch brings its secret, with which the rest can be opened.
  for (;;) {
    const secrets = await store.secrets(space);
    const open = byNumber(secrets).filter((secret) => !tried.has(secret.id));
    if (open.length === 0) return { ok: true, added, refused };
    const channels = await Promise.all(open.map((secret) => sealedChannel(space, secret)));
    const file = readSealedFile(text, { space, prefixes: channels.map(({ prefix }) => prefix) });
    if (!file.ok && tried.size === 0) return file;
    const current = await store.currentEpoch(space);
    for (const channel of channels) {
      tried.add(channel.id);
      const packets = file.ok
        ? file.packets.filter(({ topic }) => topic.startsWith(`${channel.prefix}/`))
        : [];
      const done = await takePackets(store, space, channel, packets, channel.id !== current?.id);
      added += done.added;
      refused += done.refused;
    }
  }
}

const byNumber = (secrets: readonly EpochSecret[]): EpochSecret[] =>
  [...secrets].sort((a, b) => b.epoch - a.epoch || (a.id < b.id ? -1 : 1));

async function takePackets(
  store: ShareStore,
  space: SpaceId,
  channel: Awaited<ReturnType<typeof sealedChannel>>,
  packets: readonly SealedPacket[],
  isOver: boolean,
): Promise<{ added: number; refused: number }> {
  let [added, refused] = [0, 0];
  const devices = new Map((await store.devices(space)).map((one) => [one.author, one]));
  for (const { topic, bytes } of packets) {
    const frame = await channel.open(topic, bytes);
    const message = frame && readMessage(frame.kind, frame.body);
    if (message?.kind !== 'kept' && message?.kind !== 'bridge') continue;
    const authors =
      message.kind === 'kept'
        ? [[message.body.author, message.body.facts] as const]
        : message.body.authors.map(([author, wire]) => [author, wire] as const);
    const facts = authors.flatMap(([author, wire]) => fromWire(space, author, wire));
    const wanted = facts.filter((fact) => {
      if (message.kind === 'bridge') return isRightsFact(fact);
      if (!isOver || devices.size === 0) return true;
      const { author, seq } = fact;
      const device = devices.get(author);
      return device !== undefined && (device.until === null || seq <= device.until);
    });
    const done = await store.take(space, wanted);
    if (message.kind === 'bridge' && message.body.secrets)
      await store.takeSecret(space, message.body.to, message.body.secrets);
    added += done.added;
    refused += done.refused + facts.length - wanted.length;
  }
  return { added, refused };
}

import { sha256 } from '@noble/hashes/sha2.js';
import type { Fact } from '../../lib/fact/fact.ts';
import { signedText } from '../../lib/fact/space.ts';
import { joined, toText, utf8 } from '../../lib/share/bytes.ts';
import type { Channel, OpenChannel } from '../../lib/share/exchange/channel.ts';
import type { DeviceKeys } from '../../lib/share/keys.ts';
import type { EpochSecret } from '../../lib/share/seal/epoch.ts';
import { type Frame, readFrame, writeFrame } from '../../lib/share/seal/frame.ts';

/** What signs and seals, real or a stand-in that is quick and checks as much. */
export interface ShareCrypto {
  newName(): string;
  makeKeys(space: string): DeviceKeys;
  signFacts(keys: DeviceKeys, facts: readonly Fact[]): Promise<Fact[]>;
  areSigned(facts: readonly Fact[]): Promise<boolean[]>;
  newEpoch(space: string, epoch: number): Promise<EpochSecret>;
  /** As it stands in `epoch.began`. */
  sealSecret(space: string, secret: EpochSecret, to: { author: string; box: string }): Promise<string>;
  /** The secret in the body of an `epoch.began`, if it is sealed to these keys. */
  openSecret(keys: DeviceKeys, body: unknown): Promise<EpochSecret | null>;
  openChannel: OpenChannel;
}

/** How many letters of a frame go into one packet of the stand-in. */
const CUT = 3_600;
/** The random end of a packet, bytes. */
const NAME = 16;
const nameOf = (end: Uint8Array): string => Buffer.from(end).toString('latin1');

/** A packet as it was sealed. */
interface Sealed {
  epoch: string;
  topic: string;
  bytes: Uint8Array;
  /** The frame, as it was written: read once for all who get it. Null: a part of one. */
  frame: Frame | null;
  part: { set: string; at: number; count: number; body: Uint8Array } | null;
}

/**
 * Signatures that cost a hash, and seals that cost less: the world remembers what was sealed, byte for byte, so whoever
 * does not know an epoch can make no packet of it, and whatever was changed is refused. Keys are known to this world alone.
 * All chance comes from `random`.
 */
export function plainCrypto(random: () => number): ShareCrypto {
  const secrets = new Map<string, string>();
  const packets = new Map<string, Sealed>();
  const verdicts = new WeakMap<Frame, boolean>();
  const sigs = new Map<string, string>();
  const newName = () => toText(bytes(16));
  /** Nobody but this world knows how its packets end; no two end alike. */
  const ending = Uint8Array.from({ length: NAME }, () => Math.floor(random() * 256));
  const packetName = () => {
    const name = ending.slice();
    new DataView(name.buffer).setUint32(0, packets.size);
    return name;
  };
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const sigOf = (author: string, text: string): string => {
    const digest = sha256(utf8(`${secrets.get(author) ?? ''}\n${text}`));
    return toText(joined(digest, digest));
  };
  const isSig = (author: string, text: string, sig: string | undefined) =>
    secrets.has(author) && sig !== undefined && sigOf(author, text) === sig;
  /** Of a fact: all who get it ask for the same one. */
  const sigOfFact = (author: string, hash: string): string => {
    const key = `${author} ${hash}`;
    const known = sigs.get(key) ?? sigOf(author, signedText(hash));
    sigs.set(key, known);
    return known;
  };

  function channel(secret: EpochSecret): Channel {
    const key = toText(secret.secret);
    const prefix = `ck1/${toText(sha256(utf8(`${key} prefix`)).subarray(0, 16))}`;
    const topics = new Map<string, string>();
    const topicOf = (label: string): string => {
      const known =
        topics.get(label) ?? `${prefix}/${toText(sha256(utf8(`${key} ${label}`)).subarray(0, 16))}`;
      topics.set(label, known);
      return known;
    };
    const claim = ({ kind, from, run, seq, body }: Frame) =>
      JSON.stringify([secret.id, kind, from, run, seq, body]);
    const parts = new Map<string, Map<number, Uint8Array>>();
    return {
      id: secret.id,
      epoch: secret.epoch,
      prefix,
      topic: async (label) => topicOf(label),
      async seal(frame, labelOf) {
        const all = writeFrame(frame);
        const count = Math.max(1, Math.ceil(all.length / CUT));
        const set = count === 1 ? '' : newName();
        return Array.from({ length: count }, (_, at) => {
          const topic = topicOf(labelOf(at));
          const body = all.subarray(at * CUT, (at + 1) * CUT);
          const name = packetName();
          const sealed = joined(body, name);
          packets.set(nameOf(name), {
            epoch: secret.id,
            topic,
            bytes: sealed,
            frame: count === 1 ? readFrame(all) : null,
            part: count === 1 ? null : { set, at, count, body },
          });
          return { topic, bytes: sealed.slice() };
        });
      },
      async open(topic, packet) {
        const sealed = packets.get(nameOf(packet.subarray(-NAME)));
        if (sealed?.epoch !== secret.id || sealed.topic !== topic) return null;
        if (Buffer.compare(sealed.bytes, packet) !== 0) return null;
        const { part } = sealed;
        if (!part) return sealed.frame;
        const got = parts.get(part.set) ?? new Map<number, Uint8Array>();
        if (got.has(part.at)) return null;
        parts.set(part.set, got.set(part.at, part.body));
        if (got.size < part.count) return null;
        parts.delete(part.set);
        return readFrame(
          joined(...Array.from({ length: part.count }, (_, at) => got.get(at) ?? new Uint8Array())),
        );
      },
      sign: async (frame, device) => ({ ...frame, sig: sigOf(device.author, claim(frame)) }),
      async isSigned(frame) {
        const known = verdicts.get(frame);
        if (known !== undefined) return known;
        const verdict = isSig(frame.from, claim(frame), frame.sig);
        verdicts.set(frame, verdict);
        return verdict;
      },
    };
  }

  return {
    newName,
    makeKeys(space) {
      const author = toText(sha256(bytes(16)));
      secrets.set(author, newName());
      return { space, author, boxPublic: author, sign: NO_PAIR, box: NO_PAIR };
    },
    signFacts: async (keys, facts) =>
      facts.map((fact) => ({ ...fact, sig: fact.sig ?? sigOfFact(keys.author, fact.hash) })),
    areSigned: async (facts) =>
      facts.map(
        ({ author, hash, sig }) =>
          secrets.has(author) && sig !== undefined && sigOfFact(author, hash) === sig,
      ),
    async newEpoch(_, epoch) {
      const secret = bytes(32);
      return { epoch, secret, id: toText(sha256(secret)) };
    },
    sealSecret: async (_, { secret }, { author }) => `${author} ${toText(secret)}`,
    async openSecret({ author }, body) {
      const {
        epoch,
        id,
        secrets: all,
      } = body as { epoch: number; id: string; secrets: Record<string, string> };
      const [to, text] = (all[author] ?? '').split(' ');
      if (to !== author || text === undefined) return null;
      const secret = new Uint8Array(Uint8Array.fromBase64(text, { alphabet: 'base64url' }));
      return toText(sha256(secret)) === id ? { epoch, id, secret } : null;
    },
    openChannel: async (_, secret) => channel(secret),
  };
}

/** Nobody looks at the keys of the stand-in. */
const NO_PAIR = {} as CryptoKeyPair;

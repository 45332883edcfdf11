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

/**
 * Signatures and seals that cost a hash: whoever does not know a key cannot make what it makes, and whatever was changed
 * is refused, as with real ones. Keys are known to this world alone. All chance comes from `random`.
 */
export function plainCrypto(random: () => number): ShareCrypto {
  const secrets = new Map<string, string>();
  /** Frames by what authenticates them: seven receivers read the same one. */
  const read = new Map<string, Frame | null>();
  const verdicts = new WeakMap<Frame, boolean>();
  const newName = () => toText(bytes(16));
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const sigOf = (author: string, text: string): string => {
    const digest = sha256(utf8(`${secrets.get(author) ?? ''}\n${text}`));
    return toText(joined(digest, digest));
  };
  const isSig = (author: string, text: string, sig: string | undefined) =>
    secrets.has(author) && sig !== undefined && sigOf(author, text) === sig;

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
    const tagOf = (topic: string, content: Uint8Array) => tag(key, topic, content);
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
        const set = count === 1 ? '' : toText(sha256(all).subarray(0, 9));
        return Array.from({ length: count }, (_, part) => {
          const topic = topicOf(labelOf(part));
          const content = joined(
            utf8(`${set} ${part} ${count}\n`),
            all.subarray(part * CUT, (part + 1) * CUT),
          );
          return { topic, bytes: joined(content, bytes(8), utf8(tagOf(topic, content))) };
        });
      },
      async open(topic, packet) {
        if (packet.length < 26) return null;
        const content = packet.subarray(0, -24);
        const name = new TextDecoder().decode(packet.subarray(-16));
        if (name !== tagOf(topic, content)) return null;
        const end = content.indexOf(10);
        const [set = '', part, count] = new TextDecoder().decode(content.subarray(0, end)).split(' ');
        const body = content.slice(end + 1);
        if (set === '') {
          const known = read.get(name);
          if (known !== undefined) return known;
          const frame = readFrame(body);
          if (read.size > 500) read.clear();
          read.set(name, frame);
          return frame;
        }
        const got = parts.get(set) ?? new Map<number, Uint8Array>();
        if (got.has(Number(part))) return null;
        parts.set(set, got.set(Number(part), body));
        if (got.size < Number(count)) return null;
        parts.delete(set);
        return readFrame(
          joined(...Array.from({ length: Number(count) }, (_, i) => got.get(i) ?? new Uint8Array())),
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
      facts.map((fact) => ({ ...fact, sig: fact.sig ?? sigOf(keys.author, signedText(fact.hash)) })),
    areSigned: async (facts) => facts.map((fact) => isSig(fact.author, signedText(fact.hash), fact.sig)),
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

/** 16 letters that depend on key, topic and every byte (FNV-1a, four times with other beginnings). */
function tag(key: string, topic: string, content: Uint8Array): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  const mix = (value: number) => {
    a = Math.imul(a ^ value, 0x01000193);
    b = Math.imul(b ^ value, 0x85ebca6b) + 1;
  };
  for (let i = 0; i < key.length; i++) mix(key.charCodeAt(i));
  for (let i = 0; i < topic.length; i++) mix(topic.charCodeAt(i));
  for (const value of content) mix(value);
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

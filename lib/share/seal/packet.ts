import { type Bytes, joined, utf8 } from '../bytes.ts';
import type { EpochKeys } from './epoch.ts';

/** The longest packet, in bytes: websockets of mosquitto 2.0.11 stall above it (sync.md). */
export const MAX_PACKET = 4_000;
/** Packets are padded to steps of this many bytes, so that their length tells little. */
const STEP = 256;
const VERSION = 1;
const NONCE = 12;
/** Version, nonce and the tag of GCM. */
const AROUND = 1 + NONCE + 16;
/** The content's kind and length. */
const BEFORE = 5;
const MAX_PLAIN = Math.floor((MAX_PACKET - AROUND) / STEP) * STEP;
/** The longest content of a packet, in bytes. */
export const MAX_CONTENT = MAX_PLAIN - BEFORE;

/** What lies in a packet: a whole message, or a part of one that was packed and cut. */
export const CONTENT = { frame: 1, part: 2 } as const;
export interface Content {
  kind: (typeof CONTENT)[keyof typeof CONTENT];
  bytes: Bytes;
}

/** What seals packets: an epoch's keys, or an invitation's. */
export type PacketKeys = Pick<EpochKeys, 'frame' | 'id'>;

/**
 * Seals a content for a topic: version ‖ nonce ‖ AES-256-GCM(kind ‖ length ‖ content ‖ zeros to a step of 256),
 * authenticated with version, topic and epoch. Rejects with a RangeError when the content is longer than
 * {@link MAX_CONTENT}.
 */
export async function sealPacket(keys: PacketKeys, topic: string, content: Content): Promise<Bytes> {
  const { length } = content.bytes;
  if (length > MAX_CONTENT) throw new RangeError('too long for one packet');
  const plain = new Uint8Array(paddedLength(length));
  plain[0] = content.kind;
  new DataView(plain.buffer).setUint32(1, length);
  plain.set(content.bytes, BEFORE);
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = await crypto.subtle.encrypt(gcm(keys, topic, iv), keys.frame, plain);
  return joined(new Uint8Array([VERSION]), iv, new Uint8Array(sealed));
}

/**
 * What a packet holds; null for anything that is not exactly a packet of ours for this topic and epoch. Lengths are
 * looked at before anything is copied or deciphered. Never rejects.
 */
export async function openPacket(
  keys: PacketKeys,
  topic: string,
  packet: Uint8Array,
): Promise<Content | null> {
  const { length } = packet;
  if (length > MAX_PACKET || length < AROUND + STEP || (length - AROUND) % STEP !== 0) return null;
  if (packet[0] !== VERSION) return null;
  const bytes = new Uint8Array(packet);
  let plain: Bytes;
  try {
    const iv = bytes.subarray(1, 1 + NONCE);
    plain = new Uint8Array(
      await crypto.subtle.decrypt(gcm(keys, topic, iv), keys.frame, bytes.subarray(1 + NONCE)),
    );
  } catch {
    return null;
  }
  return readPlain(plain);
}

/** One content has one padding, so that no member can hide something in it. */
function readPlain(plain: Bytes): Content | null {
  const kind = plain[0];
  if (kind !== CONTENT.frame && kind !== CONTENT.part) return null;
  const length = new DataView(plain.buffer).getUint32(1);
  if (length > plain.length - BEFORE || paddedLength(length) !== plain.length) return null;
  if (plain.subarray(BEFORE + length).some((byte) => byte !== 0)) return null;
  return { kind, bytes: plain.slice(BEFORE, BEFORE + length) };
}

const paddedLength = (content: number): number => Math.ceil((content + BEFORE) / STEP) * STEP;

const gcm = (keys: PacketKeys, topic: string, iv: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: joined(new Uint8Array([VERSION]), utf8(`${topic}\n${keys.id}`)),
});

/**
 * A second implementation of all that sharing does with keys, after the documents and not after `lib/share`: it imports
 * nothing of it and uses another library (noble, in plain JavaScript), where the extension uses the browser's own.
 */
import { gcm } from '@noble/ciphers/aes.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { expand, extract, hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const b64 = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/=+$/, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_');
export const unb64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
export const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
export const unhex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
export const concat = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
/** Big endian. */
export const number = (value: number, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256);

/** Keys sorted; enough for the values in the vectors. */
export function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sorted((value as Record<string, unknown>)[key])}`).join(',')}}`;
}

export const sha = (text: string): string => b64(sha256(utf8(text)));
export const sign = (seed: Uint8Array, text: string): string => b64(ed25519.sign(utf8(text), seed));
export const verify = (author: string, text: string, sig: string): boolean =>
  ed25519.verify(unb64(sig), utf8(text), unb64(author));

export interface OtherDevice {
  signSeed: Uint8Array;
  boxSeed: Uint8Array;
  author: string;
  box: string;
}
export const device = (signSeed: Uint8Array, boxSeed: Uint8Array): OtherDevice => ({
  signSeed,
  boxSeed,
  author: b64(ed25519.getPublicKey(signSeed)),
  box: b64(x25519.getPublicKey(boxSeed)),
});

export interface OtherKeys {
  id: string;
  frame: Uint8Array;
  topic: Uint8Array;
  prefix: string;
}

export function derive(salt: string, secret: Uint8Array): OtherKeys {
  const of = (what: string) => hkdf(sha256, secret, utf8(salt), utf8(`circlekeeper ${what} 1`), 32);
  const topic = of('topic');
  return { id: b64(of('epoch id')), frame: of('frame'), topic, prefix: `ck1/${tag(topic, 'space')}` };
}

const tag = (key: Uint8Array, text: string): string => b64(hmac(sha256, key, utf8(text)).subarray(0, 16));

export const topicOf = (keys: OtherKeys, label: string): string =>
  `${keys.prefix}/${tag(keys.topic, `label ${label}`)}`;

export function sealPacket(
  keys: OtherKeys,
  topic: string,
  nonce: Uint8Array,
  kind: number,
  content: Uint8Array,
): Uint8Array {
  const plain = concat(Uint8Array.of(kind), number(content.length, 4), content);
  const padded = concat(plain, new Uint8Array((256 - (plain.length % 256)) % 256));
  const aad = concat(Uint8Array.of(1), utf8(`${topic}\n${keys.id}`));
  return concat(Uint8Array.of(1), nonce, gcm(keys.frame, nonce, aad).encrypt(padded));
}

export function openPacket(
  keys: OtherKeys,
  topic: string,
  packet: Uint8Array,
): { kind: number; content: Uint8Array; nonce: Uint8Array } {
  const nonce = packet.slice(1, 13);
  const aad = concat(packet.slice(0, 1), utf8(`${topic}\n${keys.id}`));
  const plain = gcm(keys.frame, nonce, aad).decrypt(packet.slice(13));
  const length = plain.slice(1, 5).reduce((sum, byte) => sum * 256 + byte, 0);
  return { kind: plain[0] ?? 0, content: plain.slice(5, 5 + length), nonce };
}

/* HPKE, RFC 9180: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */

const KEM = concat(utf8('KEM'), number(0x20, 2));
const SUITE = concat(utf8('HPKE'), number(0x20, 2), number(1, 2), number(2, 2));
const labeledExtract = (suite: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array) =>
  extract(sha256, concat(utf8('HPKE-v1'), suite, utf8(label), ikm), salt);
const labeledExpand = (suite: Uint8Array, prk: Uint8Array, label: string, info: Uint8Array, length: number) =>
  expand(sha256, prk, concat(number(length, 2), utf8('HPKE-v1'), suite, utf8(label), info), length);

function hpkeKey(shared: Uint8Array, enc: Uint8Array, to: Uint8Array, info: Uint8Array) {
  const none = new Uint8Array();
  const secret = labeledExpand(
    KEM,
    labeledExtract(KEM, none, 'eae_prk', shared),
    'shared_secret',
    concat(enc, to),
    32,
  );
  const context = concat(
    Uint8Array.of(0),
    labeledExtract(SUITE, none, 'psk_id_hash', none),
    labeledExtract(SUITE, none, 'info_hash', info),
  );
  const prk = labeledExtract(SUITE, secret, 'secret', none);
  return {
    key: labeledExpand(SUITE, prk, 'key', context, 32),
    nonce: labeledExpand(SUITE, prk, 'base_nonce', context, 12),
  };
}

/** `ephemeral`: the private key of the sealing, 32 bytes, used once. */
export function sealTo(
  to: { author: string; box: string },
  label: string,
  ephemeral: Uint8Array,
  bytes: Uint8Array,
): string {
  const enc = x25519.getPublicKey(ephemeral);
  const shared = x25519.getSharedSecret(ephemeral, unb64(to.box));
  const { key, nonce } = hpkeKey(shared, enc, unb64(to.box), utf8(label));
  return b64(concat(enc, gcm(key, nonce, utf8(to.author)).encrypt(bytes)));
}

export function openTo(own: OtherDevice, label: string, sealed: string): Uint8Array {
  const bytes = unb64(sealed);
  const enc = bytes.slice(0, 32);
  const shared = x25519.getSharedSecret(own.boxSeed, enc);
  const { key, nonce } = hpkeKey(shared, enc, unb64(own.box), utf8(label));
  return gcm(key, nonce, utf8(own.author)).decrypt(bytes.slice(32));
}

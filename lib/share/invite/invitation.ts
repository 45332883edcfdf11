import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, joined, utf8 } from '../bytes.ts';
import { fromBase32, GAP, toBase32 } from './base32.ts';

/** What one is invited to: a circle, or to be one more device of the same person. The two never mix. */
export const PURPOSES = ['circle', 'device'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Where the two meet, and later the circle. */
export interface Relay {
  kind: 'mqtt' | 'nostr';
  /** `wss://…`, or `ws://…` of this computer; it may hold a name and a password of the relay. */
  address: string;
}
/** By the number that stands for them in the text. */
const RELAY_KINDS = { 1: 'mqtt', 2: 'nostr' } as const satisfies Record<number, Relay['kind']>;

/**
 * The right to ask to be let in, once. It names neither circle nor people and opens nothing: whoever finds it can only
 * ask, and is seen to.
 */
export interface Invitation {
  purpose: Purpose;
  /** 16 random bytes. */
  key: Bytes;
  /** UTC ms, whole minutes. */
  expiresAt: number;
  /** None where the messages are carried by hand. */
  relays: readonly Relay[];
}

const MARK = 'ck1';
/** The mark of this version or a later one, as a chat may have broken it. */
const MARKS = new RegExp(`c${GAP}{0,9}k${GAP}{0,9}([1-9])`, 'gi');
const MINUTE_MS = 60_000;
const CHECK = 4;
/** Purpose, key, expiry, number of relays. */
const FIXED = 1 + 16 + 4 + 1;
const MAX_RELAYS = 2;
/** In bytes, without `wss://`. */
const MAX_ADDRESS = 100;
const INSECURE = 0x80;
/** What is looked through of a text somebody pasted. */
const MAX_TEXT = 20_000;

/** A new invitation. */
export const newInvitation = (
  purpose: Purpose,
  relays: readonly Relay[],
  now: number,
  lastsMs: number,
): Invitation => ({
  purpose,
  key: crypto.getRandomValues(new Uint8Array(16)),
  expiresAt: Math.ceil((now + lastsMs) / MINUTE_MS) * MINUTE_MS,
  relays,
});

/** Whether an address can stand in an invitation: encrypted, or of this very computer. */
export function isRelayAddress(address: string): boolean {
  const url = /^wss?:\/\//.test(address) ? URL.parse(address) : null;
  if (!url?.hostname || url.hash !== '' || utf8(address).length > MAX_ADDRESS + 6) return false;
  return url.protocol === 'wss:' || (url.protocol === 'ws:' && isThisComputer(url.hostname));
}

const isThisComputer = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/**
 * An invitation as text to paste: `ck1` and base 32 of length ‖ purpose ‖ key ‖ minutes ‖ relays ‖ checksum. About 80
 * letters with one relay. Throws a RangeError on relays that cannot stand in one.
 */
export function writeInvitation({ purpose, key, expiresAt, relays }: Invitation): string {
  if (relays.length > MAX_RELAYS || !relays.every(({ address }) => isRelayAddress(address)))
    throw new RangeError('no relays for an invitation');
  const head = new DataView(new ArrayBuffer(5));
  head.setUint32(0, expiresAt / MINUTE_MS);
  head.setUint8(4, relays.length);
  const said = joined(
    new Uint8Array([PURPOSES.indexOf(purpose) + 1]),
    key,
    new Uint8Array(head.buffer),
    ...relays.map(relayBytes),
  );
  const body = joined(new Uint8Array([said.length]), said);
  return MARK + toBase32(joined(body, checksum(body)));
}

function relayBytes({ kind, address }: Relay): Bytes {
  const number = RELAY_KINDS[1] === kind ? 1 : 2;
  const isOpen = address.startsWith('ws:');
  const rest = utf8(address.slice(address.indexOf('//') + 2));
  return joined(new Uint8Array([isOpen ? number | INSECURE : number, rest.length]), rest);
}

const checksum = (body: Uint8Array): Uint8Array =>
  sha256(joined(utf8('circlekeeper invitation 1\n'), body)).subarray(0, CHECK);

/**
 * Why a pasted text holds no invitation. `none`: nothing like one · `cut`: its end is missing · `damaged`: letters were
 * changed · `newer`: written by a newer version.
 */
export type NoInvitation = 'none' | 'cut' | 'damaged' | 'newer';

/** The invitation somewhere in a pasted text, such as a message or a link around it. */
export function readInvitation(
  text: string,
): { ok: true; invitation: Invitation } | { ok: false; reason: NoInvitation } {
  let reason: NoInvitation = 'none';
  // The letters before it may be part of a word, so each place is tried.
  for (const { 0: mark, 1: version, index } of text.slice(0, MAX_TEXT).matchAll(MARKS)) {
    const rest = text.slice(index + mark.length, index + MAX_TEXT);
    const read = version === '1' ? readBody(rest) : laterOr(rest);
    if (typeof read !== 'string') return { ok: true, invitation: read };
    if (reason === 'none') reason = read;
  }
  return { ok: false, reason };
}

/** A later version's text is long as well. */
const laterOr = (rest: string): NoInvitation => (fromBase32(rest, FIXED).length === FIXED ? 'newer' : 'none');

function readBody(text: string): Invitation | NoInvitation {
  const bytes = fromBase32(text, 1 + 255 + CHECK);
  const said = bytes[0];
  // A few letters are a word by chance.
  if (said === undefined || bytes.length < 8 || said < FIXED) return 'none';
  const whole = bytes.subarray(0, 1 + said + CHECK);
  if (whole.length < 1 + said + CHECK) return 'cut';
  const body = whole.subarray(0, 1 + said);
  if (!checksum(body).every((byte, i) => byte === whole[1 + said + i])) return 'damaged';
  return readSaid(body.slice(1)) ?? 'newer';
}

/** The checksum held, so what is not understood here was written by somebody who knew more. */
function readSaid(said: Bytes): Invitation | null {
  const purpose = PURPOSES[(said[0] ?? 0) - 1];
  const numbers = new DataView(said.buffer);
  const relays: Relay[] = [];
  let at = FIXED;
  for (let left = said[FIXED - 1] ?? 0; left > 0; left -= 1) {
    const [kind = 0, length = 0] = said.subarray(at, at + 2);
    const relay = readRelay(kind, said.subarray(at + 2, at + 2 + length), length);
    if (!relay) return null;
    relays.push(relay);
    at += 2 + length;
  }
  if (!purpose || at !== said.length || relays.length > MAX_RELAYS) return null;
  return { purpose, key: said.slice(1, 17), expiresAt: numbers.getUint32(17) * MINUTE_MS, relays };
}

function readRelay(number: number, bytes: Bytes, length: number): Relay | null {
  const kind = Object.entries(RELAY_KINDS).find(([key]) => Number(key) === (number & ~INSECURE))?.[1];
  if (!kind || bytes.length !== length) return null;
  try {
    const rest = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const address = `${number & INSECURE ? 'ws' : 'wss'}://${rest}`;
    return isRelayAddress(address) ? { kind, address } : null;
  } catch {
    return null;
  }
}

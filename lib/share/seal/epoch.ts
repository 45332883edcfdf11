import type { SpaceId } from '../../fact/space.ts';
import { type Bytes, toText, utf8 } from '../bytes.ts';

/** The secret of one epoch of a space, as it is kept: 32 random bytes, their number, and their id. */
export interface EpochSecret {
  /** 1, 2, 3 …; forks have the same. */
  epoch: number;
  /** Names the secret without telling it: base64url, 43 characters. */
  id: string;
  secret: Bytes;
}

/** What an epoch's secret is used by. Made again from it at each start, and never stored. */
export interface EpochKeys {
  space: SpaceId;
  epoch: number;
  id: string;
  /** AES-256-GCM, for frames. */
  frame: CryptoKey;
  /** HMAC-SHA-256, for topics. */
  topic: CryptoKey;
  /** What every topic of this epoch begins with: `ck1/…`, and then a slash. */
  prefix: string;
}

/** A new secret for the epoch of this number. */
export async function newEpoch(space: SpaceId, epoch: number): Promise<EpochSecret> {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  return { epoch, id: await epochId(space, secret), secret };
}

/** The id of a secret: to be compared with what the log says, whenever one was received. */
export async function epochId(space: SpaceId, secret: Bytes): Promise<string> {
  return (await derive(space, secret)).id;
}

/** The keys of an epoch. Rejects with a TypeError when the secret is not 32 bytes. */
export async function epochKeys(space: SpaceId, { epoch, id, secret }: EpochSecret): Promise<EpochKeys> {
  if (secret.length !== 32) throw new TypeError('an epoch secret has 32 bytes');
  return { ...(await derive(space, secret)), space, epoch, id };
}

/** Topics that were made before, by the key they were made with: nearly everything is said under one. Bounded. */
const known = new WeakMap<CryptoKey, Map<string, Promise<string>>>();
const MOST_TOPICS = 256;

/** The topic of something in a space: no relay can tell what `label` says, or that two epochs are of one circle. */
export function topicOf(keys: Pick<EpochKeys, 'topic' | 'prefix'>, label: string): Promise<string> {
  const topics = known.get(keys.topic) ?? new Map<string, Promise<string>>();
  known.set(keys.topic, topics);
  const name = `${keys.prefix}/${label}`;
  const topic = topics.get(name) ?? tag(keys.topic, `label ${label}`).then((end) => `${keys.prefix}/${end}`);
  if (topics.size < MOST_TOPICS) topics.set(name, topic);
  return topic;
}

/** 128 bits of an HMAC, base64url: 22 characters. */
async function tag(key: CryptoKey, text: string): Promise<string> {
  return toText(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))).subarray(0, 16));
}

/** What is derived from any secret that packets are sealed with; also an invitation's. `salt` says what it belongs to. */
export type Derived = Pick<EpochKeys, 'id' | 'frame' | 'topic' | 'prefix'>;

/** HKDF (RFC 5869) with SHA-256: what the secret belongs to is the salt, what a key is for the info. */
export async function derive(salt: string, secret: Bytes): Promise<Derived> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const use = (what: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: utf8(salt),
    info: utf8(`circlekeeper ${what} 1`),
  });
  const [id, frame, topic] = await Promise.all([
    crypto.subtle.deriveBits(use('epoch id'), from, 256),
    crypto.subtle.deriveKey(use('frame'), from, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(use('topic'), from, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
    ]),
  ]);
  return { id: toText(new Uint8Array(id)), frame, topic, prefix: `ck1/${await tag(topic, 'space')}` };
}

import type { AuthorId, Fact } from '../fact/fact.ts';
import { isSpaceId, type SpaceId, signedText } from '../fact/space.ts';
import { type Bytes, fromText, toText, utf8 } from './bytes.ts';
import { authorBytes, isPlainPoint } from './points.ts';

/** The keys of a device in one space. Private keys cannot be taken out of the browser; IndexedDB keeps them as they are. */
export interface DeviceKeys extends NewKeys {
  space: SpaceId;
}

/** Keys before it is known for which space: a founder's key is part of the space's id. */
export interface NewKeys {
  /** The public half of `sign` (raw, base64url): who this device is in the log. */
  author: AuthorId;
  /** Ed25519. */
  sign: CryptoKeyPair;
  /** X25519: what is sealed to this device. */
  box: CryptoKeyPair;
  /** The public half of `box` (raw, base64url). */
  boxPublic: string;
}

/** New keys for a device. Never used for a second space, so that nobody can tell who is in both. */
export async function makeKeys(): Promise<NewKeys> {
  const sign = await pair(crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']));
  const box = await pair(crypto.subtle.generateKey('X25519', false, ['deriveBits']));
  const [author, boxPublic] = await Promise.all([publicText(sign), publicText(box)]);
  return { author, sign, box, boxPublic };
}

async function pair(made: Promise<CryptoKey | CryptoKeyPair>): Promise<CryptoKeyPair> {
  const keys = await made;
  if (!('privateKey' in keys)) throw new TypeError('not a pair of keys');
  return keys;
}

const publicText = async (keys: CryptoKeyPair): Promise<string> =>
  toText(new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)));

/** Signs a text of ours as this device: base64url, 86 characters. Every kind of text begins with a label of its own. */
export async function signText(keys: Pick<NewKeys, 'sign'>, text: string): Promise<string> {
  return toText(new Uint8Array(await crypto.subtle.sign('Ed25519', keys.sign.privateKey, utf8(text))));
}

/** Whether `sig` is the signature of `author` under `text`. Never throws. */
export async function isSigned(author: AuthorId, text: string, sig: string): Promise<boolean> {
  const key = await importAuthor(author);
  return key !== null && isSignedWith(key, text, sig);
}

/** The facts with their signatures, in their order. All must be of this device; those that have one keep it. */
export async function signFacts(keys: DeviceKeys, facts: readonly Fact[]): Promise<Fact[]> {
  return Promise.all(
    facts.map(async (fact) => {
      if (fact.author !== keys.author || fact.log !== keys.space)
        throw new TypeError('not a fact of this device');
      return fact.sig === undefined ? { ...fact, sig: await signText(keys, signedText(fact.hash)) } : fact;
    }),
  );
}

/** How many signatures are looked at beside each other: enough to keep the browser's threads busy, and no more. */
const AT_ONCE = 128;

/**
 * Which facts their authors signed, in their order. Each must stand in a space's log. The hashes are not looked at:
 * that is `isSound`.
 */
export async function areSigned(facts: readonly Fact[]): Promise<boolean[]> {
  const verdicts: boolean[] = [];
  for (let from = 0; from < facts.length; from += AT_ONCE) {
    const some = facts.slice(from, from + AT_ONCE).map(async (fact) => {
      if (fact.sig === undefined || !isSpaceId(fact.log)) return false;
      const key = await importAuthor(fact.author);
      return key !== null && isSignedWith(key, signedText(fact.hash), fact.sig);
    });
    verdicts.push(...(await Promise.all(some)));
  }
  return verdicts;
}

/** Members speak again and again. Bounded: of more than these, the one heard longest ago is read anew. */
const MOST_AUTHORS = 512;
/** An author is its key, so a key that was read stays right for ever. */
const authors = new Map<AuthorId, Promise<CryptoKey | null>>();

function importAuthor(author: AuthorId): Promise<CryptoKey | null> {
  const key = authors.get(author) ?? readAuthor(author);
  authors.delete(author);
  authors.set(author, key);
  // What is none now may have failed for a reason that passes.
  key.then((read) => read ?? authors.delete(author));
  const [oldest] = authors.size > MOST_AUTHORS ? authors.keys() : [];
  if (oldest !== undefined) authors.delete(oldest);
  return key;
}

async function readAuthor(author: AuthorId): Promise<CryptoKey | null> {
  const raw = authorBytes(author);
  if (!raw) return null;
  try {
    return await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch {
    return null;
  }
}

async function isSignedWith(key: CryptoKey, text: string, sig: string): Promise<boolean> {
  const bytes: Bytes | null = fromText(sig, 64);
  if (!bytes || !isPlainPoint(bytes)) return false;
  try {
    return await crypto.subtle.verify('Ed25519', key, bytes, utf8(text));
  } catch {
    return false;
  }
}

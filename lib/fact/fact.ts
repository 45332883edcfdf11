import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { canonical } from './canonical.ts';
import { type Hlc, isHlc } from './hlc.ts';
import { isSignature } from './space.ts';

/** The log of one's own: private contracts, notes, decisions. Only one's own devices ever exchange it. */
export const ME = 'me';

/** A circle's id, or {@link ME}. */
export type LogId = string;
/** Random, made by one profile for one log, never reused. */
export type AuthorId = string;
/** Names a fact for ever, also after its body was erased. */
export type FactHash = string;

/** What somebody wants to record; author, sequence, time and hashes are added when it is stored. */
export interface Draft {
  log: LogId;
  kind: string;
  v: number;
  entity: string;
  /** The member whose device writes this; null in one's own log and before one said who one is. */
  by: string | null;
  body: unknown;
}

/**
 * An immutable record. `seq` counts 1, 2, 3 … per author and log; `prev` is the hash of the author's fact before it
 * ('' for the first). `hash` covers everything but the body, which it covers by `bodyHash`, a hash salted with
 * `salt`: so a body can be erased (body and salt null) and the log still holds.
 */
export interface Fact extends Draft {
  author: AuthorId;
  seq: number;
  at: Hlc;
  prev: FactHash | '';
  salt: string | null;
  bodyHash: string;
  hash: FactHash;
  /**
   * In the log of a space: the author's Ed25519 signature over `signedText(hash)`, base64url; missing until it was
   * made. It stays when the body is erased.
   */
  sig?: string;
}

const base64url = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
const UTF8 = new TextEncoder();
const digest = (text: string): string => base64url(sha256(UTF8.encode(text)));

/** The longest body in canonical JSON, in UTF-16 units; the longest of ours, a plan of 300 steps, is about 50,000. */
const MAX_BODY = 1_000_000;

/** The salted hash of a body. Throws a TypeError on one that no fact can hold. */
export function hashBody(salt: string, body: unknown): string {
  const text = canonical(body);
  if (text.length > MAX_BODY) throw new TypeError('a fact holds too much');
  return digest(`${salt}\n${text}`);
}

/** The hash of a fact: of all it says, with its body's hash in the body's place. */
export function hashFact(fact: Omit<Fact, 'hash' | 'body' | 'salt' | 'sig'>): FactHash {
  return digest(
    canonical([
      'circlekeeper fact 1',
      fact.log,
      fact.author,
      fact.seq,
      fact.at,
      fact.by,
      fact.kind,
      fact.v,
      fact.entity,
      fact.prev,
      fact.bodyHash,
    ]),
  );
}

/** Turns a draft into the fact at a place in its author's log. `salt` is 128 random bits, base64url. */
export function seal(
  draft: Draft,
  place: { author: AuthorId; seq: number; at: Hlc; prev: FactHash | ''; salt: string },
): Fact {
  const { salt, ...where } = place;
  const unsealed = { ...draft, ...where, bodyHash: hashBody(salt, draft.body) };
  return { ...unsealed, salt, hash: hashFact(unsealed) };
}

/** The same fact without what it said. */
export const erase = (fact: Fact): Fact => ({ ...fact, body: null, salt: null });

/** Whether the body of this fact was erased. */
export const isErased = (fact: Fact): boolean => fact.salt === null;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** The shape of a fact from outside (a file, later a peer). */
export const factSchema = v.object({
  log: id,
  author: id,
  seq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
  at: v.custom<Hlc>(isHlc),
  by: v.nullable(id),
  kind: id,
  v: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  entity: id,
  prev: v.union([v.literal(''), hash]),
  salt: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  bodyHash: hash,
  hash,
  sig: v.optional(v.pipe(v.string(), v.check(isSignature))),
  body: v.unknown(),
});

/** Facts whose hashes were made here from what they say. Nothing changes a fact, so they fit for ever. */
const made = new WeakSet<Fact>();

/** A fact from what it says; its body's hash must have been made from body and salt here, or have come without them. */
export function rehashed(draft: Omit<Fact, 'hash'>): Fact {
  const fact = { ...draft, hash: hashFact(draft) };
  made.add(fact);
  return fact;
}

/** Whether the hashes of a fact from outside fit what it says. */
export function isSound(fact: Fact): boolean {
  if (made.has(fact)) return true;
  try {
    if (hashFact(fact) !== fact.hash) return false;
    return fact.salt === null ? fact.body === null : hashBody(fact.salt, fact.body) === fact.bodyHash;
  } catch {
    return false;
  }
}

/** The order in which folds read: by time, ties by author, sequence and hash. The same for every order of arrival. */
export function byTime(a: Fact, b: Fact): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.author !== b.author) return a.author < b.author ? -1 : 1;
  if (a.seq !== b.seq) return a.seq - b.seq;
  return a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0;
}

import { sha256 } from '@noble/hashes/sha2.js';
import type { AuthorId, FactHash } from './fact.ts';

/**
 * What is exchanged between devices: a circle that is shared (then this is the circle's id), or one's own devices.
 * It names its founder's key, so nobody else can found the same one.
 */
export type SpaceId = string;

const SPACE = /^s[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
/** 32 bytes in base64url, and of the ways to write them only the one without stray bits. */
const KEY = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
/** 64 bytes, likewise. */
const SIGNATURE = /^[A-Za-z0-9_-]{85}[AQgw]$/;

/** Whether a log is shared, told by its id alone. */
export const isSpaceId = (id: string): id is SpaceId => SPACE.test(id);

/** Whether an author could be the public key of a device (32 bytes, base64url), as in a space's log. */
export const isAuthorKey = (author: string): author is AuthorId => KEY.test(author);

/** Whether a text has the shape of a signature (64 bytes, base64url). It says nothing about its being right. */
export const isSignature = (sig: string): boolean => SIGNATURE.test(sig);

/** The id of the space that the device `founder` (its public key) founds with `nonce` (random, chosen once). */
export function spaceIdOf(founder: AuthorId, nonce: string): SpaceId {
  const digest = sha256(new TextEncoder().encode(`circlekeeper space 1\n${founder}\n${nonce}`));
  return `s${digest.toBase64({ alphabet: 'base64url', omitPadding: true })}`;
}

/** What a device signs of a fact. The hash covers log, author, place and body, so nothing else is needed. */
export const signedText = (hash: FactHash): string => `circlekeeper signature 1\n${hash}`;

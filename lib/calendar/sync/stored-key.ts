import { sha256 } from '@noble/hashes/sha2.js';

/** A decision's fact is about `series-<key>`, and what a fact is about has at most 200 characters. */
const LONGEST_KEY = 190;

/** A series' key as it is stored: an id that somebody else made may be of any length. */
export const storedKey = (key: string): string =>
  key.length <= LONGEST_KEY
    ? key
    : sha256(new TextEncoder().encode(key)).toBase64({ alphabet: 'base64url', omitPadding: true });

import { xchacha20, xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromSealedText, toSealedText } from './sealed-text.ts';

const NONCE = 24;

type Bytes = Uint8Array<ArrayBuffer>;

/** A stored row was changed from outside, or belongs to another key. Nothing was lost by finding that out. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';
}

/** Seals what stands in rows. Synchronous: a transaction of the database ends while `crypto.subtle` is awaited. */
export interface Sealer {
  /** @param place what the row is and where: it opens in no other place. */
  seal(row: unknown, place: string): Uint8Array<ArrayBuffer>;
  /** @throws {BrokenSealError} */
  open(sealed: Uint8Array, place: string): unknown;
  /** A word as an index has it: the same for the same word, and nothing to be read from it but how long it is. */
  blind(word: string): string;
  /** @throws {BrokenSealError} */
  unblind(token: string): string;
}

/** @param key the data key, 32 bytes. */
export async function sealer(key: Bytes): Promise<Sealer> {
  const from = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits']);
  const part = async (what: string): Promise<Uint8Array> => {
    const info = utf8(`circlekeeper ${what} 1`);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: utf8(''), info };
    return new Uint8Array(await crypto.subtle.deriveBits(how, from, 256));
  };
  const [rows, words, names] = await Promise.all([part('rows'), part('words'), part('names of words')]);
  return {
    seal(row, place) {
      const text = toSealedText(row);
      const sealed = new Uint8Array(NONCE + text.length + 16);
      crypto.getRandomValues(sealed.subarray(0, NONCE));
      sealed.set(xchacha20poly1305(rows, sealed.subarray(0, NONCE), utf8(place)).encrypt(text), NONCE);
      return sealed;
    },
    open(sealed, place) {
      let text: Uint8Array;
      try {
        text = xchacha20poly1305(rows, sealed.subarray(0, NONCE), utf8(place)).decrypt(
          sealed.subarray(NONCE),
        );
      } catch {
        throw new BrokenSealError(`a row was changed from outside: ${place}`);
      }
      return fromSealedText(text);
    },
    // The nonce is made from the word (as in RFC 5297), so equal words are equal and can still be told again.
    blind(word) {
      const text = utf8(word);
      const nonce = hmac(sha256, names, text).subarray(0, NONCE);
      return toText(new Uint8Array([...nonce, ...xchacha20(words, nonce, text)]));
    },
    unblind(token) {
      try {
        const all = Uint8Array.fromBase64(token, { alphabet: 'base64url' });
        const nonce = all.subarray(0, NONCE);
        const text = xchacha20(words, nonce, all.subarray(NONCE));
        if (toText(hmac(sha256, names, text).subarray(0, NONCE)) === toText(nonce))
          return new TextDecoder().decode(text);
      } catch {
        // No token at all.
      }
      throw new BrokenSealError('a key was changed from outside');
    },
  };
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const toText = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true });

import { newId } from '../../platform/id.ts';
import type { LockRecord } from './lock-record.ts';

/** An own buffer: what browsers take as bytes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * PBKDF2 by the browser itself, three times OWASP's figure (600,000 for SHA-256, Password Storage Cheat Sheet, 2023): 0.3 s
 * measured, 2026-11-22. Argon2id in JavaScript (64 MiB, two passes) took 0.8 s and 6 kB of every package; against the
 * graphics cards that guess, it would have been worth one or two bits of the passphrase.
 */
const ROUNDS = 2_000_000;
const IV = 12;

/** Crockford's letters: none that is taken for another. https://www.crockford.com/base32.html */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 125 bits, so that a code needs no slow derivation. */
const CODE_LETTERS = 25;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const toText = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
const fromText = (text: string): Bytes => Uint8Array.fromBase64(text, { alphabet: 'base64url' });

export interface NewLock {
  record: LockRecord;
  /** The data key, 32 bytes. */
  key: Bytes;
}

/**
 * A new data key, and the record by which the passphrase and the code give it back.
 * @param code as {@link newCode} made it; null for none.
 * @param rounds tests take fewer.
 */
export async function newLock(
  passphrase: string,
  code: string | null,
  rounds: number = ROUNDS,
): Promise<NewLock> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const id = newId();
  const kdf = newKdf(rounds);
  return {
    key,
    record: {
      version: 1,
      id,
      kdf,
      byPassphrase: await wrap(await stretch(passphrase, kdf), key, id),
      byCode: code === null ? null : await wrap(await fromCode(code), key, id),
    },
  };
}

/** The data key; null when this is not the passphrase, or the record was changed. */
export const openLock = async (record: LockRecord, passphrase: string): Promise<Bytes | null> =>
  unwrap(await stretch(passphrase, record.kdf), record.byPassphrase, record.id);

/** The data key by the recovery code; null when this is not the code. */
export const openByCode = async (record: LockRecord, code: string): Promise<Bytes | null> =>
  record.byCode === null ? null : unwrap(await fromCode(code), record.byCode, record.id);

/** The record with another passphrase for the same key: nothing that is stored has to be sealed anew. */
export async function withPassphrase(
  record: LockRecord,
  key: Bytes,
  passphrase: string,
  rounds: number = ROUNDS,
): Promise<LockRecord> {
  const kdf = newKdf(rounds);
  return { ...record, kdf, byPassphrase: await wrap(await stretch(passphrase, kdf), key, record.id) };
}

/** The record with another recovery code; the one before opens nothing any more. */
export const withCode = async (record: LockRecord, key: Bytes, code: string): Promise<LockRecord> => ({
  ...record,
  byCode: await wrap(await fromCode(code), key, record.id),
});

/** A recovery code, in groups to be read and written: `7K3MA-…`. */
export function newCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(CODE_LETTERS));
  const letters = [...random].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replace(/.{5}(?=.)/g, '$&-');
}

/** Whether a text can be a code at all. */
export const looksLikeCode = (text: string): boolean => plainCode(text).length === CODE_LETTERS;

/** As it was meant: spaces and lines do not count, nor do letters that look alike. */
const plainCode = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

const newKdf = (rounds: number): LockRecord['kdf'] => ({
  name: 'pbkdf2-sha-256',
  rounds,
  salt: toText(crypto.getRandomValues(new Uint8Array(16))),
});

const AES = { name: 'AES-GCM', length: 256 } as const;
const USES: readonly KeyUsage[] = ['encrypt', 'decrypt'];

async function stretch(passphrase: string, { rounds, salt }: LockRecord['kdf']): Promise<CryptoKey> {
  const words = utf8(passphrase.normalize('NFKC'));
  const from = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromText(salt), iterations: rounds };
  return crypto.subtle.deriveKey(how, from, AES, false, USES);
}

async function fromCode(code: string): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', utf8(plainCode(code)), 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: utf8(''), info: utf8('circlekeeper recovery code 1') };
  return crypto.subtle.deriveKey(how, from, AES, false, USES);
}

const way = (iv: Bytes, id: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8(`circlekeeper lock 1 ${id}`),
});

async function wrap(by: CryptoKey, key: Bytes, id: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(way(iv, id), by, key));
  return toText(new Uint8Array([...iv, ...sealed]));
}

async function unwrap(by: CryptoKey, text: string, id: string): Promise<Bytes | null> {
  const wrapped = fromText(text);
  try {
    const how = way(wrapped.slice(0, IV), id);
    return new Uint8Array(await crypto.subtle.decrypt(how, by, wrapped.slice(IV)));
  } catch {
    // Another passphrase, or somebody changed the record.
    return null;
  }
}

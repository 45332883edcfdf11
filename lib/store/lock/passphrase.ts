import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { newId } from '../../platform/id.ts';
import type { LockRecord } from './lock-record.ts';

/** An own buffer: what browsers take as bytes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** 64 MiB and two passes: about a second in a page's JavaScript (0.8 s measured, 2026-11-22), and as much for each guess. */
const STRENGTH = { name: 'argon2id', m: 65_536, t: 2, p: 1 } as const;
/** How long the page may stand still while a key is worked out, ms. */
const TICK_MS = 16;
const NONCE = 24;

/** Crockford's letters: none that is taken for another. https://www.crockford.com/base32.html */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 130 bits, so that a code needs no slow derivation. */
const CODE_LETTERS = 26;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const toText = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
export const fromText = (text: string): Bytes => Uint8Array.fromBase64(text, { alphabet: 'base64url' });

export interface NewLock {
  record: LockRecord;
  key: Bytes;
}

export interface KeyWork {
  /** From 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  /** Tests make weaker ones. */
  strength?: Pick<LockRecord['kdf'], 'm' | 't' | 'p'>;
}

/**
 * A new data key, and the record by which the passphrase and the code give it back.
 * @param code as {@link newCode} made it; null for none.
 */
export async function newLock(passphrase: string, code: string | null, work: KeyWork = {}): Promise<NewLock> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const id = newId();
  const kdf = newKdf(work);
  return {
    key,
    record: {
      version: 1,
      id,
      kdf,
      byPassphrase: wrap(await stretch(passphrase, kdf, work), key, id),
      byCode: code === null ? null : wrap(fromCode(code), key, id),
    },
  };
}

/** The data key; null when this is not the passphrase, or the record was changed. */
export async function openLock(
  record: LockRecord,
  passphrase: string,
  work: KeyWork = {},
): Promise<Bytes | null> {
  return unwrap(await stretch(passphrase, record.kdf, work), record.byPassphrase, record.id);
}

/** The data key by the recovery code; null when this is not the code. */
export const openByCode = (record: LockRecord, code: string): Bytes | null =>
  record.byCode === null ? null : unwrap(fromCode(code), record.byCode, record.id);

/** The record with another passphrase for the same key: nothing that is stored has to be sealed anew. */
export async function withPassphrase(
  record: LockRecord,
  key: Bytes,
  passphrase: string,
  work: KeyWork = {},
): Promise<LockRecord> {
  const kdf = newKdf(work);
  return { ...record, kdf, byPassphrase: wrap(await stretch(passphrase, kdf, work), key, record.id) };
}

/** The record with another recovery code; the one before opens nothing any more. */
export const withCode = (record: LockRecord, key: Bytes, code: string): LockRecord => ({
  ...record,
  byCode: wrap(fromCode(code), key, record.id),
});

/** A recovery code, in groups to be read and written: `7K3M-…`. */
export function newCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(CODE_LETTERS));
  const letters = [...random].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replace(/.{5}(?=.)/g, '$&-');
}

/** Whether a text can be a code at all: a passphrase is tried as what it is. */
export const looksLikeCode = (text: string): boolean => plainCode(text).length === CODE_LETTERS;

/** As it was meant: spaces and lines do not count, nor do letters that look alike. */
const plainCode = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

const fromCode = (code: string): Uint8Array =>
  hkdf(sha256, utf8(plainCode(code)), undefined, utf8('circlekeeper recovery code 1'), 32);

const newKdf = ({ strength = STRENGTH }: KeyWork): LockRecord['kdf'] => {
  const { m, t, p } = strength;
  return { name: 'argon2id', m, t, p, salt: toText(crypto.getRandomValues(new Uint8Array(16))) };
};

/** In ticks, so that the page can show how far it is: no worker is needed, and none can be had in every place of ours. */
function stretch(passphrase: string, kdf: LockRecord['kdf'], { onProgress }: KeyWork): Promise<Uint8Array> {
  const { m, t, p, salt } = kdf;
  return argon2idAsync(utf8(passphrase.normalize('NFKC')), fromText(salt), {
    m,
    t,
    p,
    dkLen: 32,
    asyncTick: TICK_MS,
    ...(onProgress ? { onProgress } : {}),
  });
}

const about = (id: string): Bytes => utf8(`circlekeeper lock 1 ${id}`);

function wrap(by: Uint8Array, key: Bytes, id: string): string {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = xchacha20poly1305(by, nonce, about(id)).encrypt(key);
  return toText(new Uint8Array([...nonce, ...sealed]));
}

function unwrap(by: Uint8Array, text: string, id: string): Bytes | null {
  const wrapped = fromText(text);
  try {
    const key = xchacha20poly1305(by, wrapped.subarray(0, NONCE), about(id)).decrypt(wrapped.subarray(NONCE));
    return new Uint8Array(key);
  } catch {
    // Another passphrase, or somebody changed the record.
    return null;
  }
}

import { sha256 } from '@noble/hashes/sha2.js';
import { canonical } from '../../fact/canonical.ts';
import { toText, utf8 } from '../bytes.ts';

/**
 * What is said aloud. Of letters and digits that sound or look alike (B C D E G T V Z 3 · A J K 8 · F S X · I Y 5 9 ·
 * M N · U Q W 2 · 0 O · 1 L) mostly one is left. Sixteen, so that each is four bits of a hash.
 */
export const CODE_LETTERS = '234679HKLMOPRWXY';
export const CODE_LENGTH = 6;

const digest = (value: unknown): Uint8Array => sha256(utf8(canonical(value)));

/** Who somebody is in the handshake: the keys, and a nonce that nobody else knows before it is shown. */
export interface Party {
  /** Ed25519 public key, base64url. */
  author: string;
  /** X25519 public key, base64url. */
  box: string;
  /** 32 random bytes, base64url. */
  nonce: string;
}

/** What the newcomer is bound to before seeing anything of the steward; it tells nothing about it. */
export const commitTo = (invite: string, { author, box, nonce }: Party): string =>
  toText(digest(['circlekeeper commit 1', invite, author, box, nonce]));

/** All that both must have seen alike: invitation, commitment, and who each is. Base64url of a SHA-256. */
export const togetherOf = (invite: string, steward: Party, newcomer: Party): string =>
  toText(
    digest([
      'circlekeeper together 1',
      invite,
      commitTo(invite, newcomer),
      [steward.author, steward.box, steward.nonce],
      [newcomer.author, newcomer.box, newcomer.nonce],
    ]),
  );

/** The six characters both sides see when they saw the same: 24 bits. */
export function codeOf(together: string): string {
  const bytes = digest(['circlekeeper code 1', together]);
  return Array.from({ length: CODE_LENGTH }, (_, i) => {
    const byte = bytes[i >> 1] ?? 0;
    return CODE_LETTERS[i % 2 === 0 ? byte >> 4 : byte & 15];
  }).join('');
}

/** Whether what somebody typed is the code that is shown; case, blanks and a zero for an O do not matter. */
export const isSameCode = (typed: string, shown: string): boolean =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('0', 'O') === shown;

import { sha256 } from '@noble/hashes/sha2.js';

/**
 * The id that an entity of one log has as a copy in another: always the same, so that copying a second time, also from a
 * second device, adds nothing.
 */
export function copyId(log: string, source: string): string {
  const hash = sha256(new TextEncoder().encode(`circlekeeper copy 1\n${log}\n${source}`));
  return `c-${hash.slice(0, 16).toBase64({ alphabet: 'base64url', omitPadding: true })}`;
}

/** Bytes as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Base64url without padding. */
export const toText = (bytes: Uint8Array): string =>
  bytes.toBase64({ alphabet: 'base64url', omitPadding: true });

/**
 * The bytes of a base64url text without padding; null when it is none, has another length than asked for, or is
 * not the one way to write them (so that no two texts mean the same key).
 */
export function fromText(text: string, length?: number): Bytes | null {
  try {
    const bytes = new Uint8Array(Uint8Array.fromBase64(text, { alphabet: 'base64url' }));
    if (length !== undefined && bytes.length !== length) return null;
    return toText(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

/** UTF-8. */
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Several runs of bytes in one. */
export function joined(...parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

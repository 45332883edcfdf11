/** A new random id of 128 bits, base64url, for entities, authors and salts. Never derived from anything. */
export const newId = (): string =>
  crypto.getRandomValues(new Uint8Array(16)).toBase64({ alphabet: 'base64url', omitPadding: true });

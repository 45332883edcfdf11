import type { NewKeys } from '../../../lib/share/keys.ts';
import { concat, unb64, unhex } from './primitives.ts';

interface Stored {
  signSeed: string;
  boxSeed: string;
  author: string;
  box: string;
}

/** A device of the vectors with the browser's own keys, private ones not to be taken out as in real life. */
export async function vectorDevice({ signSeed, boxSeed, author, box }: Stored): Promise<NewKeys> {
  const [sign, deriving] = await Promise.all([
    pair('Ed25519', '302e020100300506032b657004220420', signSeed, author, ['sign'], ['verify']),
    pair('X25519', '302e020100300506032b656e04220420', boxSeed, box, ['deriveBits'], []),
  ]);
  return { author, sign, box: deriving, boxPublic: box };
}

/** PKCS #8 (RFC 8410): `prefix` and the seed. */
async function pair(
  name: string,
  prefix: string,
  seed: string,
  publicText: string,
  own: KeyUsage[],
  all: KeyUsage[],
): Promise<CryptoKeyPair> {
  const pkcs8 = new Uint8Array(concat(unhex(prefix), unhex(seed)));
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('pkcs8', pkcs8, name, false, own),
    crypto.subtle.importKey('raw', new Uint8Array(unb64(publicText)), name, true, all),
  ]);
  return { privateKey, publicKey };
}

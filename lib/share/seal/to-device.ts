import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { AuthorId } from '../../fact/fact.ts';
import type { SpaceId } from '../../fact/space.ts';
import { type Bytes, fromText, joined, toText, utf8 } from '../bytes.ts';
import type { NewKeys } from '../keys.ts';
import { boxBytes } from '../points.ts';
import { type EpochSecret, epochId } from './epoch.ts';

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const ENC = 32;

/** A device that something is sealed to. */
export interface Recipient {
  author: AuthorId;
  /** Its X25519 public key, base64url. */
  box: string;
}

/**
 * Seals bytes to one device (HPKE, RFC 9180, base mode): base64url of encapsulated key ‖ ciphertext, 48 bytes more than
 * went in. It does not say who sealed it: what it stands in is signed. `label` says what it is, and is checked when it is
 * opened. Rejects with a TypeError when the recipient has no key that could be one.
 */
export async function sealTo(to: Recipient, label: string, bytes: Bytes): Promise<string> {
  const raw = boxBytes(to.box);
  if (!raw) throw new TypeError('not a key to seal to');
  const recipientPublicKey = await suite.kem.deserializePublicKey(raw);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: utf8(label) }, bytes, utf8(to.author));
  return toText(joined(new Uint8Array(enc), new Uint8Array(ct)));
}

/** What was sealed to this device under this label; null when it was not, or was changed. Never rejects. */
export async function openTo(
  device: Pick<NewKeys, 'author' | 'box'>,
  label: string,
  sealed: string,
): Promise<Bytes | null> {
  const bytes = fromText(sealed);
  if (!bytes || bytes.length < ENC + 16) return null;
  try {
    const params = { recipientKey: device.box, enc: bytes.slice(0, ENC).buffer, info: utf8(label) };
    return new Uint8Array(await suite.open(params, bytes.slice(ENC), utf8(device.author)));
  } catch {
    return null;
  }
}

/** An epoch's secret for one of its devices, as it stands in `epoch.began`: base64url, 107 characters. */
export const sealSecret = (space: SpaceId, secret: EpochSecret, to: Recipient): Promise<string> =>
  sealTo(to, labelOf(space, secret), secret.secret);

/** The secret that was sealed to this device, if it is the one that `epoch` names by its id; otherwise null. */
export async function openSecret(
  space: SpaceId,
  epoch: Omit<EpochSecret, 'secret'>,
  device: Pick<NewKeys, 'author' | 'box'>,
  sealed: string,
): Promise<EpochSecret | null> {
  const secret = await openTo(device, labelOf(space, epoch), sealed);
  if (secret?.length !== 32 || (await epochId(space, secret)) !== epoch.id) return null;
  return { epoch: epoch.epoch, id: epoch.id, secret };
}

const labelOf = (space: SpaceId, { epoch, id }: Omit<EpochSecret, 'secret'>): string =>
  `circlekeeper epoch secret 1\n${space}\n${epoch}\n${id}`;

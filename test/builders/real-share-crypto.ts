import { toText } from '../../lib/share/bytes.ts';
import { sealedChannel } from '../../lib/share/exchange/channel.ts';
import { areSigned, makeKeys, type NewKeys, signFacts } from '../../lib/share/keys.ts';
import { newEpoch } from '../../lib/share/seal/epoch.ts';
import { openSecret, sealSecret } from '../../lib/share/seal/to-device.ts';
import type { ShareCrypto } from './share-crypto.ts';

/** What ships: Ed25519, X25519, AES-GCM. Keys are made before, as nobody waits for them later; what is left stays. */
export async function realShareCrypto(random: () => number, devices = 24): Promise<ShareCrypto> {
  const made: NewKeys[] = await Promise.all(Array.from({ length: devices }, () => makeKeys()));
  return {
    newName: () => toText(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256))),
    makeKeys(space) {
      const keys = made.pop();
      if (!keys) throw new Error('no keys are left');
      return { ...keys, space };
    },
    signFacts: (keys, facts) => signFacts(keys, facts),
    areSigned: (facts) => areSigned(facts),
    newEpoch,
    sealSecret,
    async openSecret(keys, body) {
      const { epoch, id, secrets } = body as { epoch: number; id: string; secrets: Record<string, string> };
      const sealed = secrets[keys.author];
      return sealed === undefined ? null : openSecret(keys.space, { epoch, id }, keys, sealed);
    },
    openChannel: sealedChannel,
  };
}

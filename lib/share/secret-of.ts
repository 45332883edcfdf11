import type { SpaceId } from '../fact/space.ts';
import type { Invitation } from './invite/invitation.ts';
import { inviteKeys } from './invite/invite-keys.ts';
import { epochKeys } from './seal/epoch.ts';
import type { ShareStore } from './share-store.ts';
import { nostrSecret } from './transport/nostr-line.ts';

type SecretOf = (prefix: string) => Promise<Uint8Array | null>;

/** For Nostr: what is published in a space under a prefix is signed by what its epoch's members alone know. */
export const secretOfSpace =
  (space: SpaceId, store: Pick<ShareStore, 'secrets'>): SecretOf =>
  async (prefix) => {
    for (const secret of await store.secrets(space)) {
      const keys = await epochKeys(space, secret);
      if (keys.prefix === prefix) return nostrSecret(keys);
    }
    return null;
  };

/** The same for the few words of an invitation. */
export const secretOfInvite =
  (invitation: Invitation): SecretOf =>
  async (prefix) => {
    const keys = await inviteKeys(invitation);
    return keys.prefix === prefix ? nostrSecret(keys) : null;
  };

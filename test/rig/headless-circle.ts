import { createCircle } from '../../lib/circle/commands.ts';
import { addDevice, beginEpoch, foundSpace } from '../../lib/circle/rights-commands.ts';
import { ME } from '../../lib/fact/fact.ts';
import { type SpaceId, spaceIdOf } from '../../lib/fact/space.ts';
import type { Party } from '../../lib/share/invite/code.ts';
import type { Grant } from '../../lib/share/invite/grant.ts';
import type { Relay } from '../../lib/share/invite/invitation.ts';
import { newEpoch } from '../../lib/share/seal/epoch.ts';
import { sealSecret } from '../../lib/share/seal/to-device.ts';
import { newDisk } from '../builders/disk.ts';
import { MemoryShareStore } from '../builders/memory-share-store.ts';
import { realShareCrypto } from '../builders/real-share-crypto.ts';

/** A shared circle whose founding device is in no browser and goes away once everybody was let in. */
export interface HeadlessCircle {
  space: SpaceId;
  letIn(member: string, party: Party, relays: readonly Relay[]): Promise<Grant>;
  /** What the founding device wrote, signed, for whoever comes first. */
  facts(): ReturnType<MemoryShareStore['facts']>;
}

/** Founds one with real keys. `members`: ids, which are their names too; the first is the steward. */
export async function headlessCircle(members: readonly string[]): Promise<HeadlessCircle> {
  const crypto = await realShareCrypto(Math.random, 1);
  const keys = crypto.makeKeys('');
  const space = spaceIdOf(keys.author, 'nonce');
  const steward = members[0] ?? '';
  const disk = newDisk();
  disk.keys.push({ ...keys, space });
  disk.retired = false;
  const store = new MemoryShareStore(space, disk, crypto, () => Date.now());
  const at = Date.now();
  store.append([
    foundSpace(space, 'nonce', { device: keys.author, box: keys.boxPublic, member: steward }, null, at),
  ]);
  const circle = { id: space, name: 'Circle', formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [] };
  const people = members.map((id) => ({ id, name: id, email: '', guide: null, isMe: id === steward }));
  const made = createCircle({ ...circle, links: [], members: people }, at, '2026-11-05');
  store.append(made.filter(({ log }) => log !== ME));
  const rights = () => {
    if (!store.rights) throw new Error('no rights');
    return store.rights;
  };
  const secret = await newEpoch(space, 1);
  const sealed = await sealSecret(space, secret, { author: keys.author, box: keys.boxPublic });
  store.append([beginEpoch(rights(), steward, { id: secret.id, secrets: { [keys.author]: sealed } }, at)]);
  return {
    space,
    async letIn(member, { author, box }, relays) {
      store.append([addDevice(rights(), steward, { device: author, box }, member, at)]);
      return { purpose: 'circle', space, member, secrets: [secret], relays };
    },
    async facts() {
      await store.signPending();
      return store.facts(space, keys.author, 1, Number.MAX_SAFE_INTEGER);
    },
  };
}

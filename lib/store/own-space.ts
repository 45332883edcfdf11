import { counts, type RightsRow } from '../circle/rights.ts';
import { foundSpace } from '../circle/rights-commands.ts';
import type { Fact } from '../fact/fact.ts';
import { isSpaceId, type SpaceId, spaceIdOf } from '../fact/space.ts';
import { foldOwn, nameDevice, OWN_MEMBER, OWN_SAYS, type OwnSaid } from '../me/own-devices.ts';
import { setSelf } from '../me/write-note.ts';
import { newId } from '../platform/id.ts';
import type { Grant } from '../share/invite/grant.ts';
import type { Relay } from '../share/invite/invitation.ts';
import type { NewKeys } from '../share/keys.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys, keepKeys, signPending } from './device-keys.ts';
import { startEpoch } from './epochs.ts';
import { belongsTo, takeGiven } from './let-in.ts';
import { markOwn, setRelays } from './space-settings.ts';

/**
 * Begins the space of one's own devices, with this one in it.
 * @param relays where the devices meet; none: by files. @param name what this device is called.
 */
export async function foundOwn(db: Database, relays: readonly Relay[], name: string): Promise<SpaceId> {
  const { makeKeys } = await import('../share/keys.ts');
  const [keys, nonce] = [await makeKeys(), newId()];
  const space = spaceIdOf(keys.author, nonce);
  await keepKeys(db, space, keys);
  const founder = { device: keys.author, box: keys.boxPublic, member: OWN_MEMBER };
  await append(db, [
    foundSpace(space, nonce, founder, null, db.now()),
    setSelf(space, OWN_MEMBER, null),
    nameDevice(space, keys.author, name, []),
  ]);
  await startEpoch(db, space);
  await setRelays(db, space, relays);
  // Last: from now on it is one that is tended.
  await markOwn(db, space);
  return space;
}

/** Takes what one's other device gave: from now on this is one of one's devices, called `name`. */
export async function arriveOwn(db: Database, device: NewKeys, grant: Grant, name: string): Promise<void> {
  const { space, secrets, relays } = grant;
  if (!isSpaceId(space) || (await db.circles.get(space))) throw new Error('no space of devices');
  if (await belongsTo(db, space)) return takeGiven(db, space, secrets);
  await db.secrets.bulkPut(secrets.map((secret) => ({ ...secret, space })));
  await setRelays(db, space, relays);
  await markOwn(db, space);
  await keepKeys(db, space, device, { instead: true });
  await append(db, [
    setSelf(space, OWN_MEMBER, (await db.selves.get(space)) ?? null),
    nameDevice(space, device.author, name, []),
  ]);
  await signPending(db, space);
}

/** What one's devices have said, by those that belonged when they said it. */
export async function ownSaid(db: Database, space: SpaceId, rights: RightsRow | undefined): Promise<OwnSaid> {
  const [from, to] = OWN_SAYS;
  const facts = await db.facts
    .where('[log+entity]')
    .between([space, from], [space, to], true, false)
    .toArray();
  return foldOwn(rights ? facts.filter((fact: Fact) => counts(rights, fact)) : []);
}

/** Whether this device belongs to a space of one's own now; null while it is not known yet. */
export async function isMine(db: Database, space: SpaceId): Promise<boolean | null> {
  const [rights, keys] = await Promise.all([db.rights.get(space), currentKeys(db, space)]);
  const device = rights?.devices.find((one) => one.device === keys?.author);
  return device ? device.last === null : null;
}

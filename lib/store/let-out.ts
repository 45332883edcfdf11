import { liveQuery } from 'dexie';
import { isReadByGone, readersOf } from '../circle/epoch-readers.ts';
import { currentEpochOf, removeDevice } from '../circle/rights-commands.ts';
import type { SpaceId } from '../fact/space.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { startEpoch } from './epochs.ts';

/**
 * Nothing new reaches a member's devices any more: they are taken out, and an epoch begins that they have no key of. The
 * member stays one. Nothing happens where this device's member is no steward.
 */
export async function stopSharingWith(db: Database, space: SpaceId, member: string): Promise<void> {
  const [rights, self] = await Promise.all([db.rights.get(space), db.selves.get(space)]);
  if (!rights || !self) return;
  const theirs = rights.devices.filter((one) => one.member === member && one.last === null);
  const heads = await db.heads.bulkGet(theirs.map(({ device }): [string, string] => [space, device]));
  await append(
    db,
    theirs.map(({ device }, i) => removeDevice(rights, self.memberId, device, heads[i]?.seq ?? 0, db.now())),
  );
  await renewEpoch(db, space);
}

/** Begins a new epoch where somebody who left could still read the present one, if this device's member may. */
export async function renewEpoch(db: Database, space: SpaceId): Promise<boolean> {
  const rights = await db.rights.get(space);
  const epoch = rights && currentEpochOf(rights);
  if (!rights || !epoch) return false;
  const fact = await db.facts.get(epoch.fact);
  return isReadByGone(rights, readersOf(fact?.body)) && startEpoch(db, space);
}

/**
 * Renews the epoch whenever somebody has left, at a moment of this device's own within seconds, so that not all who may
 * do it at once. @returns the function that ends it.
 */
export function keepEpoch(db: Database, space: SpaceId): () => void {
  let wait: ReturnType<typeof setTimeout>;
  const renew = () => void renewEpoch(db, space).catch(() => undefined);
  const rights = liveQuery(() => db.rights.get(space)).subscribe(() => {
    clearTimeout(wait);
    wait = setTimeout(renew, 1_000 + Math.random() * 4_000);
  });
  return () => {
    clearTimeout(wait);
    rights.unsubscribe();
  };
}

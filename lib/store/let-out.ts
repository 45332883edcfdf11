import { liveQuery } from 'dexie';
import type { RightsRow } from '../circle/rights.ts';
import { removeDevice } from '../circle/rights-commands.ts';
import type { Fact } from '../fact/fact.ts';
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
  const epoch = rights?.epochs.at(-1);
  if (!rights || !epoch) return false;
  const fact = await db.facts.get(epoch.fact);
  const secrets = (fact?.body as { secrets?: Record<string, string> } | null | undefined)?.secrets ?? {};
  const gone = rights.devices.filter((one) => one.last !== null || rights.gone.includes(one.member));
  if (gone.length === 0) return false;
  // Who was let in since got the secret from whoever let them in, and stands in no list of the epoch.
  const since = new Set((await addedSince(db, rights, fact)).map((one) => one.device));
  const reads = gone.some(({ device }) => Object.hasOwn(secrets, device) || since.has(device));
  return reads && startEpoch(db, space);
}

/** Devices that were added by somebody who may have known of this epoch: later, by the clock that no log runs behind. */
async function addedSince(
  db: Database,
  rights: RightsRow,
  epoch: Fact | undefined,
): Promise<readonly { device: string }[]> {
  const acts = await db.facts.bulkGet([...rights.accepted]);
  return acts.flatMap((act) =>
    act?.kind === 'device.added' && (epoch === undefined || act.at > epoch.at)
      ? [act.body as { device: string }]
      : [],
  );
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

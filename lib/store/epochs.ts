import { mayBeginEpoch, missedBy, readersOf } from '../circle/epoch-readers.ts';
import { presentDevices } from '../circle/rights.ts';
import { beginEpoch, currentEpochOf } from '../circle/rights-commands.ts';
import type { SpaceId } from '../fact/space.ts';
import type { HandedSecret } from '../share/share-store.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys, signPending } from './device-keys.ts';

/**
 * Begins an epoch with a new secret, sealed for every device that belongs now: the first of a circle, and a new one after
 * somebody left. What was written before stays readable to those who could read it.
 * @returns false when this device belongs no more, or its member is no steward, so that it would not count.
 */
export async function startEpoch(db: Database, space: SpaceId): Promise<boolean> {
  const [rights, keys, self] = await Promise.all([
    db.rights.get(space),
    currentKeys(db, space),
    db.selves.get(space),
  ]);
  if (!rights || !keys || !self || !mayBeginEpoch(rights, keys.author, self.memberId)) return false;
  const { newEpoch } = await import('../share/seal/epoch.ts');
  const { sealSecret } = await import('../share/seal/to-device.ts');
  const secret = await newEpoch(space, (currentEpochOf(rights)?.epoch ?? 0) + 1);
  const sealed = await Promise.all(
    presentDevices(rights).map(async ({ device, box }): Promise<[string, string]> => {
      try {
        return [device, await sealSecret(space, secret, { author: device, box })];
      } catch {
        // A key that is none: whoever wrote it gets nothing that opens, keeps nobody else from theirs, and was not left out.
        return [device, ''];
      }
    }),
  );
  // Kept before it is told: whoever begins an epoch can always read it.
  await db.secrets.put({ ...secret, space });
  const secrets = Object.fromEntries(sealed);
  await append(db, [beginEpoch(rights, self.memberId, { id: secret.id, secrets }, db.now())]);
  await signPending(db, space);
  return true;
}

/**
 * Opens the secrets of epochs that others began and sealed for this device. To be called when the rights have changed.
 * @returns how many are new.
 */
export async function openSecrets(db: Database, space: SpaceId): Promise<number> {
  const [rights, keys, held] = await Promise.all([
    db.rights.get(space),
    db.keys.where('space').equals(space).toArray(),
    db.secrets.where('space').equals(space).toArray(),
  ]);
  const known = new Set(held.map((one) => one.id));
  const open = (rights?.epochs ?? []).filter((epoch) => !known.has(epoch.id));
  if (open.length === 0 || keys.length === 0) return 0;
  const { openSecret } = await import('../share/seal/to-device.ts');
  const facts = await db.facts.bulkGet(open.map((epoch) => epoch.fact));
  let opened = 0;
  for (const [i, { epoch, id }] of open.entries()) {
    const secrets = (facts[i]?.body as { secrets?: Record<string, string> } | null | undefined)?.secrets;
    for (const key of keys) {
      const sealed = secrets && Object.hasOwn(secrets, key.author) ? secrets[key.author] : undefined;
      const secret = sealed === undefined ? null : await openSecret(space, { epoch, id }, key, sealed);
      if (!secret) continue;
      await db.secrets.put({ ...secret, space });
      opened += 1;
      break;
    }
  }
  return opened;
}

/** See `ShareStore.handOver`. */
export async function handOver(db: Database, space: SpaceId): Promise<HandedSecret[]> {
  const rights = await db.rights.get(space);
  const epoch = rights && currentEpochOf(rights);
  if (!epoch) return [];
  const [fact, secret] = await Promise.all([db.facts.get(epoch.fact), db.secrets.get([space, epoch.id])]);
  const missed = fact && secret ? missedBy(rights, readersOf(fact.body)) : [];
  if (!secret || missed.length === 0) return [];
  const { sealSecret } = await import('../share/seal/to-device.ts');
  const sealed = missed.map(async ({ device, box }): Promise<HandedSecret[]> => {
    try {
      return [[device, await sealSecret(space, secret, { author: device, box })]];
    } catch {
      // A key that is none.
      return [];
    }
  });
  return (await Promise.all(sealed)).flat();
}

/** See `ShareStore.takeSecret`. */
export async function takeSecret(
  db: Database,
  space: SpaceId,
  id: string,
  handed: readonly HandedSecret[],
): Promise<boolean> {
  const epoch = (await db.rights.get(space))?.epochs.find((one) => one.id === id);
  if (!epoch || (await db.secrets.get([space, id]))) return false;
  const { openSecret } = await import('../share/seal/to-device.ts');
  for (const [device, sealed] of handed) {
    const keys = await db.keys.get([space, device]);
    const secret = keys && (await openSecret(space, { epoch: epoch.epoch, id }, keys, sealed));
    if (!secret) continue;
    await db.secrets.put({ ...secret, space });
    return true;
  }
  return false;
}

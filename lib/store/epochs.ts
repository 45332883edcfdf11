import { presentDevices, type RightsRow } from '../circle/rights.ts';
import { beginEpoch, currentEpochOf } from '../circle/rights-commands.ts';
import type { SpaceId } from '../fact/space.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys, signPending } from './device-keys.ts';

/**
 * Begins an epoch with a new secret, sealed for every device that belongs now: the first of a circle, and a new one after
 * somebody left. What was written before stays readable to those who could read it.
 * @returns false when this device's member is no steward, so that it would not count.
 */
export async function startEpoch(db: Database, space: SpaceId): Promise<boolean> {
  const [rights, keys, self] = await Promise.all([
    db.rights.get(space),
    currentKeys(db, space),
    db.selves.get(space),
  ]);
  if (!rights || !keys || !self || !isStewardNow(rights, self.memberId)) return false;
  const { newEpoch } = await import('../share/seal/epoch.ts');
  const { sealSecret } = await import('../share/seal/to-device.ts');
  const secret = await newEpoch(space, (currentEpochOf(rights)?.epoch ?? 0) + 1);
  const sealed = await Promise.all(
    presentDevices(rights).map(async ({ device, box }): Promise<[string, string][]> => {
      try {
        return [[device, await sealSecret(space, secret, { author: device, box })]];
      } catch {
        // A key that is none: whoever wrote it gets no secret, and keeps nobody else from theirs.
        return [];
      }
    }),
  );
  // Kept before it is told: whoever begins an epoch can always read it.
  await db.secrets.put({ ...secret, space });
  const secrets = Object.fromEntries(sealed.flat());
  await append(db, [beginEpoch(rights, self.memberId, { id: secret.id, secrets }, db.now())]);
  await signPending(db, space);
  return true;
}

const isStewardNow = (rights: RightsRow, member: string): boolean =>
  rights.stewards.some((span) => span.member === member && span.until === null);

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

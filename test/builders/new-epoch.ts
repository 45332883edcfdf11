import { presentDevices, type RightsRow } from '../../lib/circle/rights.ts';
import { beginEpoch } from '../../lib/circle/rights-commands.ts';
import type { Draft } from '../../lib/fact/fact.ts';
import type { TownDevice } from './share-town.ts';

/** A new epoch for all devices that belong after `drafts`. */
export async function newEpoch(
  device: TownDevice,
  rights: RightsRow,
  without: ReadonlySet<string>,
): Promise<Draft> {
  const { crypto, space } = device.town;
  const number = (rights.epochs.at(-1)?.epoch ?? 0) + 1;
  const secret = await crypto.newEpoch(space, number);
  const devices = presentDevices(rights).filter((one) => !without.has(one.device));
  const secrets: Record<string, string> = {};
  for (const one of devices)
    secrets[one.device] = await crypto.sealSecret(space, secret, { author: one.device, box: one.box });
  device.disk.secrets.set(secret.id, secret);
  return beginEpoch(rights, device.member, { id: secret.id, secrets }, device.now());
}

import { presentDevices, presentStewards, type RightsRow } from '../../lib/circle/rights.ts';
import { letIn } from '../builders/share-steward-acts.ts';
import type { ShareTown, TownDevice } from '../builders/share-town.ts';
import { differences, union } from './share-checks.ts';

/** After everything is mended, so long at most until all show the same, ms of the town's time. */
const HEALED_MS = 15 * 60_000;

/**
 * Everything works again; in the end all who belong show the same, and it is what the union of all facts shows.
 * @returns how long that took, ms of the town's time, and how many facts there are. Throws when it takes too long.
 */
export async function mendTown(town: ShareTown): Promise<{ ms: number; facts: number }> {
  town.net.heal();
  town.net.setFaults({ drop: 0, duplicate: 0, reorder: 0, delayMs: [5, 40] });
  for (const device of town.devices) {
    if (device.process) device.process.fuse = Number.POSITIVE_INFINITY;
    device.setOffline(false);
    await device.start();
  }
  const from = town.net.now();
  let difference = '';
  while (town.net.now() - from < HEALED_MS) {
    await town.pass(town.net.now() - from < 20_000 ? 2_000 : 10_000);
    await letBackIn(town);
    difference = await differences(town);
    if (difference === '') break;
  }
  if (difference !== '') throw new Error(`not the same after ${HEALED_MS / 60_000} minutes: ${difference}`);
  const done = { ms: town.net.now() - from, facts: union(town.devices).size };
  for (const device of town.devices) device.kill();
  return done;
}

/**
 * What people do: devices that started a new author, because theirs was met elsewhere, are let in again where the old one
 * was removed, so that it could not do so itself.
 */
async function letBackIn(town: ShareTown): Promise<void> {
  const steward = town.devices.find(
    (one) => one.store.rights && presentStewards(one.store.rights).includes(one.member) && isIn(one),
  );
  const rights = steward?.store.rights;
  if (!steward || !rights) return;
  for (const device of town.devices) {
    if (isBack(rights, steward, device)) {
      device.disk.retired = true;
      steward.append(letIn(steward, device, false, 0));
      continue;
    }
    const mine = device.disk.keys.at(-1)?.author;
    if (device === steward || device.disk.keys.length < 2 || device.disk.retired) continue;
    if (rights.devices.some((one) => one.device === mine) || rights.gone.includes(device.member)) continue;
    // Otherwise it lets itself in.
    const here = new Set(presentDevices(rights).map((one) => one.device));
    if (device.disk.keys.some(({ author }) => here.has(author))) continue;
    if (rights.devices.some((one) => one.member === device.member))
      steward.append(letIn(steward, device, false, 0));
  }
}

/** Whether a device knows itself to belong. */
const isIn = ({ store, disk }: TownDevice): boolean =>
  store.rights !== null &&
  presentDevices(store.rights).some(({ device }) => device === disk.keys.at(-1)?.author);

/** Whether somebody who was taken back, or lost all devices by their own acts, has this device, and it was cut off with them: it needs new keys. */
function isBack(rights: RightsRow, { store }: TownDevice, { disk, member }: TownDevice): boolean {
  const mine = disk.keys.at(-1)?.author;
  const isReturned = store.of(member).some((fact) => fact.kind === 'member.returned');
  const isCut = rights.devices.some((one) => one.device === mine && one.last !== null);
  // Two devices of theirs took each other out, so that they have none: a steward hears of it, and lets one in anew.
  const isStranded = store
    .of(rights.id)
    .some(
      (fact) => fact.kind === 'device.removed' && fact.by === member && rights.accepted.includes(fact.hash),
    );
  return (
    (isReturned || isStranded) &&
    isCut &&
    !rights.gone.includes(member) &&
    presentDevices(rights, member).length === 0
  );
}

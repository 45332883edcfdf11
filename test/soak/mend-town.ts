import { presentDevices, presentStewards } from '../../lib/circle/rights.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { MemoryShareStore, newDisk } from '../builders/memory-share-store.ts';
import { letIn } from '../builders/share-acts.ts';
import { type ShareTown, TOWN_START, type TownDevice } from '../builders/share-town.ts';

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

/** All facts of some devices. */
function union(devices: readonly TownDevice[]): Map<string, Fact> {
  const all = new Map<string, Fact>();
  for (const { disk } of devices)
    for (const fact of disk.facts.values()) {
      const known = all.get(fact.hash);
      if (!known || (known.salt === null && fact.salt !== null)) all.set(fact.hash, fact);
    }
  return all;
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
    const mine = device.disk.keys.at(-1)?.author;
    if (device === steward || device.disk.keys.length < 2 || device.disk.retired) continue;
    if (rights.devices.some((one) => one.device === mine) || rights.gone.includes(device.member)) continue;
    if (rights.devices.some((one) => one.member === device.member))
      steward.append(letIn(steward, device, false, 0));
  }
}

/** Whether a device knows itself to belong. */
const isIn = ({ store, disk }: TownDevice): boolean =>
  store.rights !== null &&
  presentDevices(store.rights).some(({ device }) => device === disk.keys.at(-1)?.author);

/** What the devices show that belong, and what they should show: what all that any of them holds comes to. */
async function truthOf(
  town: ShareTown,
): Promise<{ present: readonly TownDevice[]; store: MemoryShareStore }> {
  let present: readonly TownDevice[] = town.devices;
  for (;;) {
    const store = new MemoryShareStore(town.space, newDisk(), town.crypto, () => TOWN_START);
    await store.take(
      town.space,
      [...union(present).values()].filter(({ sig }) => sig !== undefined),
    );
    const belonging = new Set(store.rights ? presentDevices(store.rights).map(({ device }) => device) : []);
    // What only a former member's device holds reaches nobody any more.
    const still = present.filter(({ disk }) => belonging.has(disk.keys.at(-1)?.author ?? ''));
    if (still.length === present.length || still.length === 0) return { present: still, store };
    present = still;
  }
}

/** What is not the same on two devices that belong; '' when all is. */
async function differences(town: ShareTown): Promise<string> {
  const { present, store } = await truthOf(town);
  if (present.length === 0 || !store.rights) return 'nobody is left';
  const wanted = await store.rows();
  for (const device of present) {
    const rows = await device.store.rows();
    if (rows !== wanted) return `${device.name}: ${firstDifference(rows, wanted)}`;
    if (JSON.stringify(device.store.rights) !== JSON.stringify(store.rights)) return `${device.name}: rights`;
  }
  return '';
}

function firstDifference(a: string, b: string): string {
  const [mine, theirs] = [a.split('\n'), b.split('\n')];
  const at = mine.findIndex((line, i) => line !== theirs[i]);
  return `line ${at}: ${mine.slice(at, at + 6).join(' ')} | ${theirs.slice(at, at + 6).join(' ')}`.replace(
    /\s+/g,
    ' ',
  );
}

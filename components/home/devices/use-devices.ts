import { useLiveQuery } from 'dexie-react-hooks';
import { fallingWith } from '@/lib/circle/succession';
import { isSpaceId } from '@/lib/fact/space';
import { OWN_MEMBER, type OwnSaid } from '@/lib/me/own-devices';
import { listCircles } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { currentKeys } from '@/lib/store/device-keys';
import { ownSaid } from '@/lib/store/own-space';
import { ownSpaces } from '@/lib/store/space-settings';

export interface OwnDevice {
  /** Its key among one's own. */
  readonly device: string;
  readonly name: string;
  readonly isThis: boolean;
  /** Names of those that go with it when it is taken out: nobody but it let them in. */
  readonly letIn: readonly string[];
}

/** One's own devices as this one knows them. */
export interface OwnDevices {
  readonly space: string;
  /** Those that belong, this one first. */
  readonly devices: readonly OwnDevice[];
  /** This device belongs; null while it is not known yet. */
  readonly belongs: boolean | null;
  readonly said: OwnSaid;
}

/** One's own spaces of devices; empty where this is the only device, null while it is being read. */
export function useDevices(): readonly OwnDevices[] | null {
  return useLiveQuery(readDevices, []) ?? null;
}

async function readDevices(): Promise<OwnDevices[]> {
  const db = database();
  const all: OwnDevices[] = [];
  for (const space of await ownSpaces(db)) {
    const [rights, keys] = [await db.rights.get(space), await currentKeys(db, space)];
    const said = await ownSaid(db, space, rights);
    const mine = rights?.devices.find((one) => one.device === keys?.author);
    const present = (rights?.devices ?? []).filter((one) => one.last === null);
    const nameIn = (device: string) => said.names.get(device)?.name ?? '';
    const letIn = (device: string) =>
      fallingWith({ devices: present }, OWN_MEMBER, [device], keys ? [keys.author] : [])
        .filter((one) => one !== device)
        .map(nameIn);
    const devices = present
      .map(({ device }) => ({
        device,
        name: nameIn(device),
        isThis: device === keys?.author,
        letIn: letIn(device),
      }))
      .sort((a, b) => Number(b.isThis) - Number(a.isThis) || a.name.localeCompare(b.name));
    all.push({ space, devices, belongs: mine ? mine.last === null : null, said });
  }
  return all;
}

/** Circles that are only on this device, unless they are ticked; null while they are being read. */
export function useUnshared(): readonly { id: string; name: string }[] | null {
  const circles = useLiveQuery(() => listCircles(database()), []);
  return circles?.flatMap(({ circle: { id, name } }) => (isSpaceId(id) ? [] : [{ id, name }])) ?? null;
}

import { createCircle } from '../../lib/circle/commands.ts';
import { addDevice, foundSpace, nameSteward } from '../../lib/circle/rights-commands.ts';
import { ME } from '../../lib/fact/fact.ts';
import { spaceIdOf } from '../../lib/fact/space.ts';
import { newEpoch } from './new-epoch.ts';
import type { ShareCrypto } from './share-crypto.ts';
import { ShareTown, type TownDevice } from './share-town.ts';

/**
 * A town with one shared circle: its first member is its founder and a steward, its second the other steward, and all
 * devices have the secret of the first epoch. Nobody has started yet, and only the founder has its facts.
 * @param devices names; a device of a member that is there already is called `member phone`.
 */
export async function shareCircle(options: {
  devices: readonly string[];
  crypto: ShareCrypto;
  random: () => number;
  seed: number;
  isReal?: boolean;
}): Promise<{ town: ShareTown; founder: TownDevice }> {
  const { crypto, devices } = options;
  const keys = crypto.makeKeys('');
  const nonce = crypto.newName();
  const space = spaceIdOf(keys.author, nonce);
  const town = new ShareTown({ ...options, space });
  for (const name of devices) town.device(name, name.split(' ', 1)[0] ?? name);
  const [founder, second] = town.devices;
  if (!founder) throw new Error('nobody founds it');
  founder.disk.keys.push({ ...keys, space });
  founder.disk.retired = false;
  const at = founder.now();
  const me = founder.member;
  founder.append([
    foundSpace(space, nonce, { device: keys.author, box: keys.boxPublic, member: me }, null, at),
  ]);
  const circle = {
    id: space,
    name: 'Thursday',
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 90,
    agreement: [],
    links: [],
  };
  const members = [...new Set(town.devices.map(({ member }) => member))];
  const people = members.map((id) => ({ id, name: id, email: '', guide: null, isMe: id === me }));
  founder.append(
    createCircle({ ...circle, members: people }, at, '2026-11-05').filter(({ log }) => log !== ME),
  );
  for (const device of town.devices.slice(1)) {
    const { author, boxPublic } = device.store.ready();
    const { rights } = founder.store;
    if (rights)
      founder.append([addDevice(rights, me, { device: author, box: boxPublic }, device.member, at)]);
  }
  const { rights } = founder.store;
  if (rights && second) founder.append([nameSteward(rights, me, second.member, at)]);
  if (rights) founder.append([await newEpoch(founder, founder.store.rights ?? rights, new Set())]);
  for (const device of town.devices)
    for (const [id, secret] of founder.disk.secrets) device.disk.secrets.set(id, secret);
  return { town, founder };
}

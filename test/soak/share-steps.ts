import { presentDevices, presentStewards } from '../../lib/circle/rights.ts';
import type { Disk } from '../builders/disk.ts';
import { newEpoch } from '../builders/new-epoch.ts';
import { memberAct, type Pick } from '../builders/share-acts.ts';
import { harm, type Tape } from '../builders/share-harm.ts';
import { letIn, loseOwn, stewardAct, takeOutMember } from '../builders/share-steward-acts.ts';
import type { ShareTown, TownDevice } from '../builders/share-town.ts';

export const HOUR_MS = 3_600_000;

/** A town while things happen to it. */
export interface World {
  town: ShareTown;
  random: () => number;
  pick: Pick;
  tape: Tape;
  villain: TownDevice | null;
  backups: { device: TownDevice; disk: Disk }[];
  newcomers: number;
}

/** What may happen, and how often beside the others. */
const OFTEN = {
  act: 8,
  pass: 3,
  long: 1,
  cut: 1,
  mend: 1,
  apart: 1,
  whole: 1,
  kill: 1,
  fuse: 1,
  start: 2,
  stop: 1,
  backup: 2,
  restore: 2,
  skew: 1,
  steward: 3,
  twoEpochs: 1,
  atOnce: 2,
  join: 1,
  second: 1,
  lose: 2,
  harm: 4,
  tidy: 1,
} as const;
type What = keyof typeof OFTEN;
const WHAT = (Object.keys(OFTEN) as What[]).flatMap((what) => Array<What>(OFTEN[what]).fill(what));

/** One thing happens, and a little time passes. */
export async function happen(world: World): Promise<void> {
  const { town, random, pick } = world;
  const what = pick(WHAT) ?? 'pass';
  const device = pick(town.devices);
  if (!device) return;
  await now(world, what, device, Math.floor(random() * 1_000_000));
  await town.pass(Math.floor(random() * 400));
}

async function now(world: World, what: What, device: TownDevice, chance: number): Promise<void> {
  const { town, random, pick } = world;
  switch (what) {
    case 'act':
      return device.append(memberAct(device, chance, pick));
    case 'pass':
      return town.pass(chance % 4_000);
    case 'long':
      return town.pass(chance % 40_000);
    case 'cut':
      if (!device.isOffline) town.saw('line cut');
      return device.setOffline(true);
    case 'mend':
      return device.setOffline(false);
    case 'apart':
      return fallApart(world, chance);
    case 'whole':
      return town.net.heal();
    case 'kill':
      if (device.process) town.saw('crash');
      return device.kill();
    case 'fuse':
      if (device.process) device.process.fuse = 1 + (chance % 12);
      return;
    case 'start':
      for (const one of town.devices) if (!one.process && random() < 0.7) await one.start();
      return;
    case 'stop':
      // Somebody real may be in the middle of something that a closed net never ends.
      if (!device.isOffline) await device.stop();
      return;
    case 'backup':
      world.backups.push({ device, disk: device.backup() });
      return;
    case 'restore': {
      const backup = pick(world.backups);
      if (!backup) return;
      backup.device.restore(backup.disk);
      if (random() < 0.8) await backup.device.start();
      return;
    }
    case 'skew':
      device.skewMs = (chance % (2 * HOUR_MS)) - HOUR_MS;
      town.saw('clock set anew, up to an hour');
      return;
    case 'steward':
      return device.append(await stewardAct(device, chance, pick));
    case 'twoEpochs':
      for (const one of stewards(town)) if (random() < 0.8) await begin(one);
      return;
    case 'atOnce':
      return atOnce(world, chance);
    case 'join':
      return join(world, device);
    case 'second':
      return second(world, device);
    case 'lose':
      return lose(world, chance);
    case 'harm':
      for (const [topic, bytes] of town.net.retained())
        if (world.tape.length < 200) world.tape.push({ topic, bytes });
      if (world.villain?.process) await harm(world.villain, chance, pick, world.tape);
      return;
    case 'tidy':
      device.process?.exchange?.tidy();
      return;
    default:
      what satisfies never;
  }
}

/** The net falls into two; nobody notices. */
function fallApart({ town }: World, chance: number, alone?: TownDevice): void {
  const isHere = (one: TownDevice, i: number) => (alone ? one === alone : (chance >> i) % 2 === 0);
  const names = (here: boolean) =>
    town.devices.flatMap((one, i) => (isHere(one, i) === here ? [one.name] : []));
  const groups = [names(true), names(false)];
  if (groups.every((group) => group.length > 0)) town.saw('net fell apart');
  town.net.partition(groups);
}

/** Those whose acts as a steward count, as far as they know. */
const stewards = (town: ShareTown): TownDevice[] =>
  town.devices.filter((one) => {
    const { rights } = one.store;
    const mine = one.disk.keys.at(-1)?.author;
    return (
      rights !== null &&
      !one.disk.retired &&
      presentStewards(rights).includes(one.member) &&
      presentDevices(rights, one.member).some(({ device }) => device === mine)
    );
  });

async function begin(one: TownDevice): Promise<void> {
  const { rights } = one.store;
  if (rights && rights.epochs.length < 9) one.append([await newEpoch(one, rights, new Set())]);
}

/** Two stewards do something without hearing of each other: an epoch and a new device, two removals, whatever. */
async function atOnce(world: World, chance: number): Promise<void> {
  const { town, pick } = world;
  const [one, other] = [pick(stewards(town)), pick(stewards(town))];
  if (!one || !other || one === other) return;
  fallApart(world, 0, one);
  town.saw('two stewards at once');
  if (chance % 3 === 0) {
    await begin(one);
    await join(world, other);
  } else if (chance % 3 === 1) {
    await takeOut(one, pick(town.devices) ?? other, pick);
  } else {
    one.append(await stewardAct(one, chance >> 1, world.pick));
    other.append(await stewardAct(other, chance >> 4, world.pick));
  }
  await town.pass((chance >> 3) % 8_000);
  if (chance % 4) town.net.heal();
}

/** Somebody is taken out, and says more before they hear of it. */
async function takeOut(steward: TownDevice, other: TownDevice, pick: Pick): Promise<void> {
  const { rights } = steward.store;
  if (!rights || other.member === steward.member || rights.epochs.length > 8) return;
  steward.append(takeOutMember(steward, rights, other.member));
  for (const what of [0, 12, 24]) other.append(memberAct(other, what, pick));
  steward.town.saw('words of somebody who was just taken out');
}

async function join(world: World, steward: TownDevice): Promise<void> {
  const { town } = world;
  const { rights } = steward.store;
  if (world.newcomers > 1 || !rights || !presentStewards(rights).includes(steward.member)) return;
  world.newcomers += 1;
  const name = `n${world.newcomers}`;
  const joiner = town.device(name, name);
  steward.append(letIn(steward, joiner, true, town.devices.length));
  town.saw('device let in');
  await joiner.start();
}

/** Somebody lets a further device of theirs in. The founder stays with one, so that a circle never loses all. */
async function second(world: World, device: TownDevice): Promise<void> {
  const { town } = world;
  const theirs = town.devices.filter((one) => one.member === device.member);
  if (device.member === town.devices[0]?.member || theirs.length > 2 || !belongs(device)) return;
  const joiner = town.device(`${device.member} ${theirs.length + 1}`, device.member);
  device.append(letIn(device, joiner, false, 0));
  town.saw('further device let in');
  await joiner.start();
}

/** Whether a device knows itself to belong. */
const belongs = ({ store, disk, member }: TownDevice): boolean => {
  const mine = disk.retired ? undefined : disk.keys.at(-1)?.author;
  return store.rights !== null && presentDevices(store.rights, member).some(({ device }) => device === mine);
};

/**
 * Whether with all devices of this member the circle might lose its last steward, in somebody's eyes: then nobody can let
 * its member in again, which is a limit of the design (the threat table says so) and no difference between folds.
 */
function isLastSteward(town: ShareTown, theirs: readonly TownDevice[]): boolean {
  const [founder] = town.devices;
  const [{ member } = { member: '' }] = theirs;
  return town.devices.some(({ store: { rights } }) => {
    const stewards = rights ? presentStewards(rights) : [];
    return stewards.includes(member) && !(founder && stewards.includes(founder.member));
  });
}

/**
 * A device is stolen: whoever has it takes the other out, or lets a further one in with it that does so; its owner takes
 * it out; or both, without hearing of each other.
 */
async function lose(world: World, chance: number): Promise<void> {
  const { town, pick } = world;
  const members = [...Map.groupBy(town.devices.filter(belongs), (one) => one.member).values()];
  const [stolen, ...rest] = pick(members.filter((one) => one.length > 1 && !isLastSteward(town, one))) ?? [];
  const honest = pick(rest);
  if (!stolen || !honest) return;
  const keyOf = (one: TownDevice) => one.disk.keys.at(-1)?.author ?? '';
  const isApart = chance % 3 > 0;
  if (isApart) fallApart(world, 0, stolen);
  if (chance % 4 === 0) await second(world, stolen);
  const helper = town.devices.findLast((one) => one.member === stolen.member && one !== honest);
  const thief = helper && chance % 8 === 0 ? helper : stolen;
  await town.pass((chance >> 3) % 3_000);
  if (chance % 5 > 0) honest.append(loseOwn(honest, keyOf(stolen)));
  if (chance % 5 < 4) thief.append(loseOwn(thief, keyOf(honest)));
  town.saw(
    chance % 5 === 0 || chance % 5 === 4
      ? 'device taken out by another of its member'
      : 'two devices of one member take each other out',
  );
  for (const one of [stolen, honest]) one.append(memberAct(one, 0, pick));
  await town.pass((chance >> 5) % 6_000);
  if (isApart && chance % 7) town.net.heal();
}

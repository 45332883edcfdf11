import { presentStewards } from '../../lib/circle/rights.ts';
import type { Disk } from '../builders/memory-share-store.ts';
import { realShareCrypto } from '../builders/real-share-crypto.ts';
import { letIn, memberAct, newEpoch, type Pick, stewardAct } from '../builders/share-acts.ts';
import { shareCircle } from '../builders/share-circle.ts';
import { plainCrypto, type ShareCrypto } from '../builders/share-crypto.ts';
import { harm, type Tape } from '../builders/share-harm.ts';
import type { ShareTown, TownDevice } from '../builders/share-town.ts';
import { mendTown } from './mend-town.ts';

const HOUR = 3_600_000;

/** Numbers in [0, 1) that depend on the seed alone. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What happened in some histories, so that one can see that it did. */
export interface ShareTally {
  histories: number;
  devices: number;
  facts: number;
  steps: Record<string, number>;
  /** The town's time until all showed the same after everything was mended, ms: the longest, and of all together. */
  longestMs: number;
  healedMs: number;
}

export const newTally = (): ShareTally => ({
  histories: 0,
  devices: 0,
  facts: 0,
  steps: {},
  longestMs: 0,
  healedMs: 0,
});

/**
 * Random histories of two to eight members over one net, by the product's own commands, exchange, rights and folds:
 * packets lost, doubled and late, nets that fall apart, clocks an hour wrong, power cuts between any two changes of a
 * disk, two epochs at once, backups that come back, a later version's facts, and a member who means harm. When all is
 * mended, every member shows the same, and it is what the union of all facts shows. Throws with the seed that shows it
 * again alone.
 */
export async function checkSharing(options: {
  seed: number;
  histories: number;
  tally?: ShareTally;
  /** Keys and seals that ship, instead of the quick ones: some twenty times slower, and not quite the same twice. */
  isReal?: boolean;
  /** Stops early when it says so. */
  isOver?: () => boolean;
}): Promise<ShareTally> {
  const tally = options.tally ?? newTally();
  for (let i = 0; i < options.histories; i++) {
    if (options.isOver?.()) break;
    const seed = options.seed + i;
    try {
      await runHistory(seed, tally, options.isReal ?? false);
    } catch (error) {
      throw new Error(`history ${seed}; again: checkSharing({ seed: ${seed}, histories: 1 })`, {
        cause: error,
      });
    }
  }
  return tally;
}

interface World {
  town: ShareTown;
  random: () => number;
  pick: Pick;
  tally: ShareTally;
  tape: Tape;
  villain: TownDevice | null;
  backups: { device: TownDevice; disk: Disk }[];
  newcomers: number;
}

async function runHistory(seed: number, tally: ShareTally, isReal: boolean): Promise<void> {
  const random = seeded(seed);
  const crypto = isReal ? await realShareCrypto(random) : plainCrypto(random);
  const world = await found(seed, random, crypto, tally, isReal);
  const length = 12 + Math.floor(random() * 28);
  for (let i = 0; i < length; i++) await happen(world);
  const { ms, facts } = await mendTown(world.town);
  tally.longestMs = Math.max(tally.longestMs, ms);
  tally.healedMs += ms;
  tally.facts += facts;
  tally.histories += 1;
  tally.devices += world.town.devices.length;
}

const numberBelow = (random: () => number, most: number): number => Math.floor(random() * most);

/** A circle of two to eight, more often of few; some have two devices, wrong clocks, no net, or have not started. */
async function found(
  seed: number,
  random: () => number,
  crypto: ShareCrypto,
  tally: ShareTally,
  isReal: boolean,
): Promise<World> {
  const count = 2 + Math.min(numberBelow(random, 7), numberBelow(random, 7));
  const devices = Array.from({ length: count }, (_, i) => `m${i}`);
  if (count > 2 && random() < 0.4) devices.push('m1 phone');
  const { town } = await shareCircle({ devices, crypto, random, seed, isReal });
  for (const device of town.devices)
    device.skewMs = random() < 0.3 ? numberBelow(random, 2 * HOUR) - HOUR : numberBelow(random, 4_000);
  for (const device of town.devices) {
    device.isOffline = random() < 0.15;
    if (random() < 0.85) await device.start();
  }
  const villain = count > 2 && random() < 0.5 ? (town.devices[2] ?? null) : null;
  const tape: Tape = [];
  const pick: Pick = (list) => list[numberBelow(random, list.length)];
  if (random() < 0.6)
    town.net.setFaults({ drop: random() * 0.3, duplicate: random() * 0.3, reorder: random() * 0.3 });
  return { town, random, pick, tally, tape, villain, backups: [], newcomers: 0 };
}

const WHAT = [
  ...[
    'act',
    'act',
    'act',
    'act',
    'act',
    'act',
    'act',
    'act',
    'pass',
    'pass',
    'pass',
    'long',
    'cut',
    'mend',
    'apart',
    'whole',
  ],
  ...[
    'kill',
    'fuse',
    'start',
    'start',
    'stop',
    'backup',
    'restore',
    'skew',
    'steward',
    'steward',
    'twoEpochs',
    'join',
    'harm',
    'harm',
    'harm',
    'tidy',
  ],
] as const;

/** One thing happens, and a little time passes. */
async function happen(world: World): Promise<void> {
  const { town, random, pick, tally } = world;
  const what = pick(WHAT) ?? 'pass';
  const device = pick(town.devices);
  if (!device) return;
  tally.steps[what] = (tally.steps[what] ?? 0) + 1;
  const chance = numberBelow(random, 1_000_000);
  switch (what) {
    case 'act':
      device.append(memberAct(device, chance, pick));
      break;
    case 'pass':
      await town.pass(chance % 4_000);
      break;
    case 'long':
      await town.pass(chance % 40_000);
      break;
    case 'cut':
      device.setOffline(true);
      break;
    case 'mend':
      device.setOffline(false);
      break;
    case 'apart': {
      const [some, others] = [
        town.devices.filter((_, i) => (chance >> i) % 2),
        town.devices.filter((_, i) => !((chance >> i) % 2)),
      ];
      town.net.partition([some, others].map((group) => group.map(({ name }) => name)));
      break;
    }
    case 'whole':
      town.net.heal();
      break;
    case 'kill':
      device.kill();
      break;
    case 'fuse':
      if (device.process) device.process.fuse = 1 + (chance % 12);
      break;
    case 'start':
      for (const one of town.devices) if (!one.process && random() < 0.7) await one.start();
      break;
    case 'stop':
      // Somebody real may be in the middle of something that a closed net never ends.
      if (!device.isOffline) await device.stop();
      break;
    case 'backup':
      world.backups.push({ device, disk: device.backup() });
      break;
    case 'restore': {
      const backup = pick(world.backups);
      if (!backup) break;
      backup.device.restore(backup.disk);
      if (random() < 0.8) await backup.device.start();
      break;
    }
    case 'skew':
      device.skewMs = (chance % (2 * HOUR)) - HOUR;
      break;
    case 'steward':
      device.append(await stewardAct(device, chance, pick));
      break;
    case 'twoEpochs':
      for (const one of town.devices)
        if (
          one.store.rights &&
          one.store.rights.epochs.length < 9 &&
          presentStewards(one.store.rights).includes(one.member) &&
          random() < 0.8
        )
          one.append([await newEpoch(one, one.store.rights, new Set())]);
      break;
    case 'join':
      await join(world, device);
      break;
    case 'harm':
      for (const [topic, bytes] of town.net.retained())
        if (world.tape.length < 200) world.tape.push({ topic, bytes });
      if (world.villain?.process) await harm(world.villain, chance, pick, world.tape);
      break;
    case 'tidy':
      device.process?.exchange?.tidy();
      break;
    default:
      what satisfies never;
  }
  await town.pass(numberBelow(random, 400));
}

async function join(world: World, steward: TownDevice): Promise<void> {
  const { town } = world;
  const { rights } = steward.store;
  if (world.newcomers > 1 || !rights || !presentStewards(rights).includes(steward.member)) return;
  world.newcomers += 1;
  const name = `n${world.newcomers}`;
  const joiner = town.device(name, name);
  steward.append(letIn(steward, joiner, true, town.devices.length));
  await joiner.start();
}

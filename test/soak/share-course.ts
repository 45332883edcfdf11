import { realShareCrypto } from '../builders/real-share-crypto.ts';
import { shareCircle } from '../builders/share-circle.ts';
import { plainCrypto, type ShareCrypto } from '../builders/share-crypto.ts';
import { mendTown } from './mend-town.ts';
import { HOUR_MS, happen, type World } from './share-steps.ts';
import { addSeen, newTally, type ShareTally } from './share-tally.ts';

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

/**
 * Random histories of two to eight members over one net, by the product's own commands, exchange, rights and folds:
 * packets lost, doubled and late, nets that fall apart, clocks an hour wrong, power cuts between any two changes of a
 * disk, two stewards at once, backups that come back, a later version's facts, and a member who means harm. When all is
 * mended, every member holds and shows the same, and it is what the union of all facts shows; all who belong read the
 * present epoch, and nobody else; nothing that was forged counts (`share-checks.ts`). Throws with the seed that shows it
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

async function runHistory(seed: number, tally: ShareTally, isReal: boolean): Promise<void> {
  const random = seeded(seed);
  const crypto = isReal ? await realShareCrypto(random) : plainCrypto(random);
  const world = await found(seed, random, crypto, isReal);
  const { town } = world;
  const length = 12 + Math.floor(random() * 28);
  for (let i = 0; i < length; i++) await happen(world);
  const { ms, facts } = await mendTown(town);
  tally.longestMs = Math.max(tally.longestMs, ms);
  tally.healedMs += ms;
  tally.facts += facts;
  tally.histories += 1;
  tally.devices += town.devices.length;
  const { sent, dropped, doubled, overtaken, unheard } = town.net.counts();
  town.saw('packet sent', sent);
  town.saw('packet lost', dropped);
  town.saw('packet twice', doubled);
  town.saw('packet overtaken', overtaken);
  town.saw('packet unheard in a net that fell apart', unheard);
  addSeen(tally, town.seen);
}

/** A circle of two to eight, more often of few; some have two devices, wrong clocks, no net, or have not started. */
async function found(
  seed: number,
  random: () => number,
  crypto: ShareCrypto,
  isReal: boolean,
): Promise<World> {
  const below = (most: number) => Math.floor(random() * most);
  const count = 2 + Math.min(below(7), below(7));
  const devices = Array.from({ length: count }, (_, i) => `m${i}`);
  if (count > 2 && random() < 0.4) devices.push('m1 phone');
  const { town } = await shareCircle({ devices, crypto, random, seed, isReal });
  for (const device of town.devices) {
    const isWrong = random() < 0.3;
    device.skewMs = isWrong ? below(2 * HOUR_MS) - HOUR_MS : below(4_000);
    if (isWrong) town.saw('clock wrong, up to an hour');
  }
  for (const device of town.devices) {
    device.isOffline = random() < 0.15;
    if (random() < 0.85) await device.start();
  }
  const villain = count > 2 && random() < 0.7 ? (town.devices[2] ?? null) : null;
  if (random() < 0.6)
    town.net.setFaults({ drop: random() * 0.3, duplicate: random() * 0.3, reorder: random() * 0.3 });
  return {
    town,
    random,
    pick: (list) => list[below(list.length)],
    tape: [],
    villain,
    backups: [],
    newcomers: 0,
  };
}

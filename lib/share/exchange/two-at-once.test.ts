import { describe, expect, it } from 'vitest';
import { newEpoch } from '@/test/builders/new-epoch';
import { letIn, memberAct, takeOutMember } from '@/test/builders/share-acts';
import { shareCircle } from '@/test/builders/share-circle';
import { plainCrypto } from '@/test/builders/share-crypto';
import type { TownDevice } from '@/test/builders/share-town';
import { mendTown } from '@/test/soak/mend-town';

/** Chance that is none: the same for every run. */
function random(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function circle(names: readonly string[]) {
  const chance = random();
  const { town } = await shareCircle({
    devices: names,
    crypto: plainCrypto(chance),
    random: chance,
    seed: 1,
  });
  for (const device of town.devices) await device.start();
  await town.pass(3_000);
  const [ada, bo] = town.devices;
  if (!ada || !bo) throw new Error('too few');
  return { town, ada, bo };
}

const say = (device: TownDevice) => device.append(memberAct(device, 0, (list) => list[0]));
const epochOf = async (device: TownDevice) => (await device.store.currentEpoch())?.id;

async function begin(device: TownDevice): Promise<void> {
  if (device.store.rights) device.append([await newEpoch(device, device.store.rights, new Set())]);
}

describe('two stewards at once', () => {
  it('give the present secret to whom one let in while the other began an epoch', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    town.net.partition([['ada', 'chen'], ['bo']]);
    await begin(ada);
    const dana = town.device('dana', 'dana');
    bo.append(letIn(bo, dana, true, 3));
    await dana.start();
    await town.pass(5_000);
    const epochs = ada.store.rights?.epochs.length;
    town.net.heal();
    await town.pass(60_000);
    expect(await epochOf(dana)).toBe(await epochOf(ada));
    expect(dana.store.rights?.epochs).toHaveLength(epochs ?? 0);
    expect(town.seen['secret handed over']).toBe(1);
  });

  it('give it also where nobody hears the device that lacks it, by what the relay keeps', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    town.net.partition([['ada', 'chen'], ['bo']]);
    await begin(ada);
    const dana = town.device('dana', 'dana');
    bo.append(letIn(bo, dana, true, 3));
    await town.pass(5_000);
    town.net.heal();
    await town.pass(120_000);
    for (const device of [...town.devices]) if (device !== dana) device.kill();
    await dana.start();
    await town.pass(30_000);
    expect(await epochOf(dana)).toBe(await epochOf(ada));
  });

  it('shut out who was let in by a steward who was one no more', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    town.net.partition([['ada', 'chen'], ['bo']]);
    const { rights } = ada.store;
    const { endSteward } = await import('../../circle/rights-commands.ts');
    if (rights) ada.append([endSteward(rights, 'ada', 'bo', {}, ada.now())]);
    const dana = town.device('dana', 'dana');
    bo.append(letIn(bo, dana, true, 3));
    await town.pass(5_000);
    expect(dana.disk.secrets.has((await epochOf(ada)) ?? '')).toBe(true);
    town.net.heal();
    await town.pass(60_000);
    expect(dana.disk.secrets.has((await epochOf(ada)) ?? '')).toBe(false);
    expect(await epochOf(bo)).toBe(await epochOf(ada));
  });
});

describe('two stewards who take each other out', () => {
  it('are one circle again, with the senior’s word, though the others had left their epoch: found by history 5004709', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    town.net.partition([['ada'], ['bo', 'chen']]);
    const [atAda, atBo] = [ada.store.rights, bo.store.rights];
    if (!atAda || !atBo) throw new Error('no rights');
    const { endSteward } = await import('../../circle/rights-commands.ts');
    ada.append([endSteward(atAda, 'ada', 'bo', {}, ada.now())]);
    bo.append(await takeOutMember(bo, atBo, 'ada'));
    say(bo);
    await town.pass(20_000);
    expect(await epochOf(bo)).not.toBe(await epochOf(ada));
    await mendTown(town);
    for (const { store } of town.devices) expect(store.rights?.gone).toEqual([]);
  });
});

describe('a copy that is brought back', () => {
  it('does not orphan a circle whose two stewards both go back to one: found by history 3000281', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo']);
    const copies = [ada, bo].map((device) => ({ device, disk: device.backup() }));
    say(ada);
    say(bo);
    // Nobody has it but the relay.
    for (const { process } of [ada, bo]) process?.exchange?.tidy();
    await town.pass(30_000);
    // Each goes on from its copy and writes under numbers that are given, before it hears of it.
    for (const { device, disk } of copies) {
      device.restore(disk);
      device.isOffline = true;
      await device.start();
      say(device);
    }
    expect(town.seen['copy brought back, with an older head']).toBe(2);
    for (const device of [ada, bo]) device.setOffline(false);
    await town.pass(5_000);
    expect(town.seen['met itself']).toBe(2);
    say(ada);
    say(bo);
    await mendTown(town);
    expect(town.seen['let itself in anew']).toBe(2);
  });
});

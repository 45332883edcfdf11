import { describe, expect, it } from 'vitest';
import { newEpoch } from '@/test/builders/new-epoch';
import { memberAct } from '@/test/builders/share-acts';
import { shareCircle } from '@/test/builders/share-circle';
import { plainCrypto } from '@/test/builders/share-crypto';
import { letIn, loseOwn, takeOutMember } from '@/test/builders/share-steward-acts';
import type { TownDevice } from '@/test/builders/share-town';
import { mendTown } from '@/test/soak/mend-town';
import { presentDevices } from '../../circle/rights.ts';

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

describe('one who was left out of an epoch', () => {
  it('gets a new one’s secret, where the act they were left out for counts no more', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen', 'dana']);
    const [, , chen, dana] = town.devices;
    const { endSteward, nameSteward } = await import('../../circle/rights-commands.ts');
    if (!chen || !dana || !ada.store.rights) throw new Error('too few');
    ada.append([nameSteward(ada.store.rights, 'ada', 'chen', ada.now())]);
    await town.pass(3_000);
    town.net.partition([['ada'], ['bo', 'chen', 'dana']]);
    const { rights } = bo.store;
    if (!rights || !bo.process) throw new Error('no rights');
    // Bo takes Dana out, and Chen's device begins the epoch that leaves her out.
    bo.process.isRenewing = true;
    bo.append(takeOutMember(bo, rights, 'dana'));
    await town.pass(8_000);
    expect(town.seen['epoch renewed after somebody left']).toBe(1);
    // Ada had ended Bo's being a steward before she heard of it.
    const until = Object.fromEntries(bo.disk.keys.map(({ author }) => [author, ada.store.last(author)]));
    ada.append([endSteward(rights, 'ada', 'bo', until, ada.now())]);
    town.net.heal();
    await town.pass(10_000);
    expect(dana.store.rights?.gone).toEqual([]);
    await town.pass(60_000);
    expect(await epochOf(dana)).toBe(await epochOf(ada));
    expect((await dana.store.currentEpoch())?.epoch).toBe(3);
    await mendTown(town);
    expect(ada.store.rights?.epochs).toHaveLength(3);
  });
});

describe('whoever takes somebody out', () => {
  it('begins the new epoch at once: what is written next is not for them', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    if (!ada.store.rights) throw new Error('no rights');
    ada.append(takeOutMember(ada, ada.store.rights, 'chen'));
    await town.rest();
    expect(ada.store.rights?.epochs).toHaveLength(2);
    await town.pass(60_000);
    expect(await epochOf(bo)).toBe(await epochOf(ada));
    expect(ada.store.rights?.epochs).toHaveLength(2);
  });
});

describe('a circle of which no epoch counts', () => {
  it('begins one: whoever took the founder out had not heard of its beginning: found by history 7001178', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    const { rights } = bo.store;
    if (!rights) throw new Error('no rights');
    const old = await epochOf(ada);
    const leaving = takeOutMember(bo, rights, 'ada').map((one) => {
      const body = one.body as { acts: string[] };
      const began = rights.epochs.map(({ fact }) => fact);
      return { ...one, body: { ...body, acts: body.acts.filter((act) => !began.includes(act)) } };
    });
    bo.append(leaving);
    await mendTown(town);
    expect(bo.store.rights?.epochs).toHaveLength(1);
    expect(await epochOf(bo)).not.toBe(old);
    expect(ada.disk.secrets.has((await epochOf(bo)) ?? '')).toBe(false);
  });
});

describe('two devices of one member that take each other out', () => {
  it('are both out for all, until a steward lets one in anew', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen', 'chen phone']);
    const [, , laptop, phone] = town.devices;
    if (!laptop || !phone) throw new Error('too few');
    town.net.partition([['ada', 'bo', 'chen'], ['chen phone']]);
    const keyOf = ({ disk }: TownDevice) => disk.keys.at(-1)?.author ?? '';
    laptop.append(loseOwn(laptop, keyOf(phone)));
    phone.append(loseOwn(phone, keyOf(laptop)));
    town.net.heal();
    await town.pass(20_000);
    for (const { store } of [ada, bo, laptop, phone])
      expect(store.rights && presentDevices(store.rights, 'chen')).toEqual([]);
    const epoch = await epochOf(ada);
    for (const { disk } of [laptop, phone]) expect(disk.secrets.has(epoch ?? '')).toBe(false);
    laptop.disk.retired = true;
    ada.append(letIn(ada, laptop, false, 0));
    await mendTown(town);
    expect(ada.store.rights && presentDevices(ada.store.rights, 'chen').map(({ device }) => device)).toEqual([
      keyOf(laptop),
    ]);
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
    bo.append(takeOutMember(bo, atBo, 'ada'));
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

  it('keeps a steward who writes nothing: it is let in anew, and renews the epoch: found by history 7002308', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    const copy = ada.backup();
    say(ada);
    for (const { process } of [ada, bo]) process?.exchange?.tidy();
    await town.pass(30_000);
    ada.restore(copy);
    await ada.start();
    await town.pass(5_000);
    expect([town.seen['met itself'], town.seen['let itself in anew']]).toEqual([1, 1]);
    await mendTown(town);
  });
});

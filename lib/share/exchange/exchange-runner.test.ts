import { describe, expect, it } from 'vitest';
import { newEpoch } from '@/test/builders/new-epoch';
import { memberAct } from '@/test/builders/share-acts';
import { shareCircle } from '@/test/builders/share-circle';
import { plainCrypto } from '@/test/builders/share-crypto';
import type { ShareTown, TownDevice } from '@/test/builders/share-town';
import { presentDevices, rightNow } from '../../circle/rights.ts';
import { makeContract } from '../../contract/commands.ts';
import { draft } from '../../fact/draft.ts';
import { ERASED } from '../../fact/erased.ts';
import type { Frame } from '../seal/frame.ts';
import { MAX_PACKET } from '../transport/transport.ts';
import { runName } from './presence.ts';
import { LIVE } from './speaker.ts';
import { toWire } from './wire-fact.ts';

/** Chance that is none: the same for every run. */
function random(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const EIGHT = ['ada', 'bo', 'chen', 'dana', 'eve', 'fay', 'gil', 'hana'];

async function circle(devices: readonly string[] = EIGHT, starting = true) {
  const chance = random();
  const made = await shareCircle({ devices, crypto: plainCrypto(chance), random: chance, seed: 1 });
  if (starting) for (const device of made.town.devices) await device.start();
  if (starting) await made.town.pass(5_000);
  const [ada, bo, chen] = made.town.devices;
  if (!ada || !bo || !chen) throw new Error('too few');
  return { ...made, ada, bo, chen };
}

const write = (device: TownDevice, text: string, id = `contract ${text}`): void =>
  device.append([
    makeContract(
      { id, circleId: device.town.space, memberId: device.member, meetingId: null, text, isPrivate: false },
      device.member,
      device.now(),
    ),
  ]);
const knows = (device: TownDevice, text: string): boolean =>
  [...device.disk.facts.values()].some((fact) => (fact.body as { text?: string } | null)?.text === text);

/** Every frame that goes over the net from now on, as somebody with the present secret reads it. */
async function tap(town: ShareTown, device: TownDevice): Promise<Frame[]> {
  const secret = await device.store.currentEpoch();
  if (!secret) throw new Error('no epoch');
  const channel = await town.crypto.openChannel(town.space, secret);
  const frames: Frame[] = [];
  const transport = town.net.transport('tap');
  await transport.connect(new AbortController().signal);
  await transport.subscribe(channel.prefix, async (topic, bytes, retained) => {
    expect(bytes.length).toBeLessThanOrEqual(MAX_PACKET);
    const frame = retained ? null : await channel.open(topic, bytes);
    if (frame) frames.push(frame);
  });
  return frames;
}
/** The name of a device's run, as others say that they heard it. */
async function heardBy(town: ShareTown, device: TownDevice): Promise<string[]> {
  const frames = await tap(town, device);
  await town.pass(45_000);
  const { author } = device.store.ready();
  const own = frames.find(({ from, kind }) => from === author && (kind === 'hello' || kind === 'beat'));
  return own ? [runName(author, own.run)] : [];
}

const kept = (town: ShareTown): string =>
  [...town.net.retained().values()].map((bytes) => new TextDecoder().decode(bytes)).join('\n');

describe('a fact', () => {
  it('is with all seven others as soon as the net carries it, in one packet', async () => {
    const { town, ada } = await circle();
    const frames = await tap(town, ada);
    write(ada, 'at once');
    await town.pass(100);
    expect(town.devices.map((device) => knows(device, 'at once'))).toEqual(EIGHT.map(() => true));
    expect(frames.filter(({ kind }) => kind === 'facts')).toHaveLength(1);
  });

  it('that was lost is asked for by who lacks it, and one of seven answers', async () => {
    const { town, ada, bo } = await circle();
    bo.setOffline(true);
    for (let i = 0; i < 5; i++) write(ada, `missed ${i}`);
    await town.pass(100);
    // Its author is gone when it is asked for.
    await ada.stop();
    const frames = await tap(town, bo);
    bo.setOffline(false);
    await town.pass(20_000);
    expect(knows(bo, 'missed 4')).toBe(true);
    expect(
      frames.filter(({ kind, body }) => kind === 'facts' && (body as { re: string | null }).re !== null)
        .length,
    ).toBeLessThanOrEqual(1);
  });

  it('written while nothing was connected goes out when it is again', async () => {
    const { town, ada, bo } = await circle();
    ada.setOffline(true);
    write(ada, 'in the tunnel');
    await town.pass(3_000);
    ada.setOffline(false);
    await town.pass(300);
    expect(knows(bo, 'in the tunnel')).toBe(true);
  });
});

describe('what the relay keeps', () => {
  it('brings everything to who comes when nobody is there', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen'], false);
    await ada.start();
    for (let i = 0; i < 120; i++) write(ada, `of two years ${i}`);
    await town.pass(60_000);
    await ada.stop();
    await bo.start();
    await town.pass(3_000);
    expect(knows(bo, 'of two years 119')).toBe(true);
    expect(bo.disk.facts.size).toBe(ada.disk.facts.size);
  });

  it('is written seldom while others are here, and at once by the last who stays', async () => {
    const { town, ada, bo, chen } = await circle(['ada', 'bo', 'chen']);
    await town.pass(30_000);
    write(ada, 'said in company');
    await town.pass(60_000);
    expect(kept(town)).not.toContain('said in company');
    for (const device of [bo, chen]) await device.stop();
    await town.pass(5_000);
    expect(kept(town)).toContain('said in company');
  });

  it('has no words that were erased, once it was put in order', async () => {
    const { town, ada, bo } = await circle();
    write(ada, 'to be forgotten', 'c1');
    await town.pass(1_000);
    ada.process?.exchange?.tidy();
    await town.pass(30_000);
    expect(kept(town)).toContain('to be forgotten');
    const facts = bo.store.of('c1').map(({ hash }) => hash);
    ada.append([draft(town.space, 'ada', 'c1', ERASED, { facts, whole: true })]);
    await town.pass(1_000);
    for (const { process } of town.devices) process?.exchange?.tidy();
    await town.pass(30_000);
    expect(kept(town)).not.toContain('to be forgotten');
  });

  it.each([false, true])(
    'loses words that another device erased, whether their writer is here (%s)',
    async (isHere) => {
      const { town, ada, bo: phone } = await circle(['ada', 'ada phone', 'bo']);
      write(ada, 'to be forgotten', 'c1');
      await town.pass(1_000);
      ada.process?.exchange?.tidy();
      await town.pass(30_000);
      expect(kept(town)).toContain('to be forgotten');
      if (!isHere) await ada.stop();
      const facts = ada.store.of('c1').map(({ hash }) => hash);
      phone.append([draft(town.space, 'ada', 'c1', ERASED, { facts, whole: true })]);
      await town.pass(30_000);
      expect(kept(town)).not.toContain('to be forgotten');
    },
  );

  it('loses words that were erased, also where whoever did so closed everything at once and nobody else is there', async () => {
    const { town, ada, bo: phone, chen: bo } = await circle(['ada', 'ada phone', 'bo']);
    await bo.stop();
    write(ada, 'to be forgotten', 'c1');
    await town.pass(1_000);
    ada.process?.exchange?.tidy();
    await town.pass(30_000);
    expect(kept(town)).toContain('to be forgotten');
    await ada.stop();
    const facts = ada.store.of('c1').map(({ hash }) => hash);
    phone.append([draft(town.space, 'ada', 'c1', ERASED, { facts, whole: true })]);
    phone.kill();
    await town.pass(30_000);
    expect(kept(town)).toContain('to be forgotten');
    await phone.start();
    await town.pass(30_000);
    expect(kept(town)).not.toContain('to be forgotten');
  });

  it('is kept for who is away by anybody, and what was taken away comes back', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    write(ada, 'of somebody away');
    await town.pass(20_000);
    await ada.stop();
    const raw = town.net.transport('raw');
    await raw.connect(new AbortController().signal);
    for (const topic of town.net.retained().keys())
      await raw.publish(topic, new Uint8Array(), { retain: true });
    expect(kept(town)).toBe('');
    bo.setOffline(true);
    bo.setOffline(false);
    await town.pass(60_000);
    expect(kept(town)).toContain('of somebody away');
  });
});

describe('a new epoch', () => {
  const without = async (steward: TownDevice, gone: TownDevice) => {
    const { rights } = steward.store;
    const devices = rights ? presentDevices(rights, gone.member).map(({ device }) => device) : [];
    if (!rights) throw new Error('no rights');
    const until = Object.fromEntries(devices.map((device) => [device, steward.store.last(device)]));
    const body = { on: '2026-11-05', until, replaces: [], right: rightNow(rights, steward.member) };
    steward.append([
      draft(steward.town.space, steward.member, gone.member, 'member.left', body),
      await newEpoch(steward, rights, new Set(devices)),
    ]);
  };

  it('leaves nothing under the topics of the one before but what leads on from it', async () => {
    const { town, ada, bo, chen } = await circle();
    write(bo, 'before');
    await town.pass(20_000);
    const old = new Set(town.net.retained().keys());
    await without(ada, chen);
    await town.pass(10_000);
    const still = [...town.net.retained()].filter(([topic]) => old.has(topic));
    expect(still).toEqual([]);
    const [prefix] = [...old][0]?.split('/').slice(1) ?? [];
    const leading = [...town.net.retained()].filter(([topic]) => topic.includes(prefix ?? '?'));
    expect(leading.length).toBeGreaterThan(0);
    for (const [, bytes] of leading) expect(new TextDecoder().decode(bytes)).not.toContain('before');
  });

  it('is followed by who was away, also when nobody is there any more', async () => {
    const { town, ada, bo, chen } = await circle();
    bo.setOffline(true);
    await without(ada, chen);
    write(ada, 'afterwards');
    await town.pass(30_000);
    for (const device of town.devices) if (device !== bo) await device.stop();
    bo.setOffline(false);
    await town.pass(30_000);
    expect(bo.process?.exchange?.view().epoch).toBe(2);
    expect(knows(bo, 'afterwards')).toBe(true);
  });

  it('is listened to whatever numbers the secrets have that count for nothing', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    await bo.stop();
    for (let n = 0; n < 12; n++) {
      const id = `never ${n}`.padEnd(43, 'x');
      bo.disk.secrets.set(id, { epoch: 900 + n, id, secret: new Uint8Array(32).fill(n) });
    }
    await bo.start();
    await town.pass(2_000);
    write(ada, 'in the present one');
    await town.pass(100);
    expect(knows(bo, 'in the present one')).toBe(true);
  });

  it('is not read by who left, who is told, and whose later words change nothing', async () => {
    const { town, ada, bo, chen } = await circle();
    await without(ada, chen);
    await town.pass(5_000);
    write(ada, 'among ourselves');
    write(chen, 'still here');
    await town.pass(60_000);
    expect(knows(chen, 'among ourselves')).toBe(false);
    expect(chen.store.rights?.gone).toEqual(['chen']);
    expect(knows(bo, 'still here')).toBe(false);
    expect(ada.process?.exchange?.view().here.map(({ member }) => member)).not.toContain('chen');
  });

  it('takes no words of who left as what leads on from the old one', async () => {
    const { town, ada, bo, chen } = await circle();
    const old = await chen.store.currentEpoch();
    if (!old) throw new Error('no epoch');
    await without(ada, chen);
    await town.pass(5_000);
    write(chen, 'once more');
    await chen.store.signPending();
    const { author } = chen.store.ready();
    const facts = [...chen.disk.facts.values()].filter((fact) => fact.author === author);
    const channel = await town.crypto.openChannel(town.space, old);
    const body = { to: 'nowhere', authors: [[author, toWire(facts)]] };
    const frame = { kind: 'bridge', from: author, run: 'by-hand', seq: 1, body };
    const raw = town.net.transport('raw');
    await raw.connect(new AbortController().signal);
    for (const { topic, bytes } of await channel.seal(frame, () => LIVE))
      await raw.publish(topic, bytes, { retain: false });
    await town.pass(10_000);
    expect(knows(bo, 'once more')).toBe(false);
  });
});

describe('who is here', () => {
  it('is known with their way, and whether they have everything', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    const here = () =>
      ada.process?.exchange?.view().here.map(({ member, upToDate, way }) => [member, upToDate, way]);
    expect(here()?.toSorted()).toEqual([
      ['bo', true, 'memory'],
      ['chen', true, 'memory'],
    ]);
    await bo.stop();
    await town.pass(100);
    expect(here()).toEqual([['chen', true, 'memory']]);
    town.devices[2]?.kill();
    await town.pass(40_000);
    expect(here()).toHaveLength(1);
    await town.pass(75_000);
    expect(here()).toEqual([]);
  });

  it('is told by a page that is closed, which has no time to seal anything', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    const here = () => ada.process?.exchange?.view().here.map(({ member }) => member) ?? [];
    expect(here()).toContain('bo');
    // More than the window of numbers that still count.
    for (let i = 0; i < 100; i += 1) write(bo, `page ${i}`);
    await town.pass(5_000);
    bo.process?.exchange?.part();
    bo.kill();
    await town.pass(100);
    expect(here()).toEqual(['chen']);
  });

  it('is not for another member to say: a good-bye in somebody else’s name is nothing', async () => {
    const { town, ada, bo, chen } = await circle(['ada', 'bo', 'chen']);
    const secret = await chen.store.currentEpoch();
    if (!secret) throw new Error('no epoch');
    const channel = await town.crypto.openChannel(town.space, secret);
    const raw = town.net.transport('raw');
    await raw.connect(new AbortController().signal);
    const from = bo.store.ready().author;
    const heard = await heardBy(town, ada);
    const body = { hash: 'x', head: [0, 0, from], heard, line: null, upMs: 0, bye: true };
    const plain: Frame = { kind: 'hello', from, run: 'any', seq: 900, body };
    const forged = await channel.sign(plain, chen.store.ready());
    const own = await channel.sign(plain, bo.store.ready());
    for (const frame of [plain, forged, own]) {
      for (const { topic, bytes } of await channel.seal(frame, () => 'live'))
        await raw.publish(topic, bytes, { retain: false });
      await town.pass(200);
      const here = ada.process?.exchange?.view().here.map(({ member }) => member) ?? [];
      expect(here.includes('bo')).toBe(frame !== own);
    }
  });

  it('have one time, whatever their clocks say', async () => {
    const { town } = await circle(EIGHT, false);
    for (const [i, device] of town.devices.entries()) device.skewMs = (i - 4) * 900_000;
    for (const device of town.devices) await device.start();
    await town.pass(15_000);
    const times = town.devices.map(({ process }) => process?.exchange?.circleNow() ?? 0);
    // The net takes between 5 and 60 ms, in steps of 20.
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(60);
  });
});

describe('a log that is shorter than it was', () => {
  it('is warned of when its device goes on as if nothing were', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    const backup = bo.backup();
    for (let i = 0; i < 3; i++) write(bo, `later ${i}`);
    await town.pass(1_000);
    expect(knows(ada, 'later 2')).toBe(true);
    bo.restore(backup);
    await bo.start();
    // Somebody else with its keys takes in nothing of what others have.
    bo.store.take = async () => ({ added: 0, refused: 0 });
    await town.pass(60_000);
    expect(ada.warnings.filter(({ kind }) => kind === 'rollback')).toHaveLength(1);
  });

  it('goes on as a new device when it hears of what it had written', async () => {
    const { town, bo } = await circle(['ada', 'bo', 'chen']);
    const [before] = bo.disk.keys;
    const backup = bo.backup();
    write(bo, 'later');
    await town.pass(1_000);
    bo.restore(backup);
    await bo.start();
    await town.pass(10_000);
    expect(knows(bo, 'later')).toBe(true);
    expect((await bo.store.keys()).author).not.toBe(before?.author);
  });
});

describe('a flood', () => {
  it('of packets that are none is got through, and the circle goes on', async () => {
    const { town, ada, bo } = await circle(['ada', 'bo', 'chen']);
    const secret = await ada.store.currentEpoch();
    if (!secret) throw new Error('no epoch');
    const { prefix } = await town.crypto.openChannel(town.space, secret);
    const raw = town.net.transport('raw');
    await raw.connect(new AbortController().signal);
    const chance = random(5);
    for (let i = 0; i < 5_000; i++)
      await raw.publish(
        `${prefix}/${i}`,
        Uint8Array.from({ length: 300 }, () => Math.floor(chance() * 256)),
        { retain: false },
      );
    write(ada, 'through it');
    await town.pass(15_000);
    expect(knows(bo, 'through it')).toBe(true);
  });

  it('of what a later version says is passed on by this one', async () => {
    const { town, ada, bo, chen } = await circle(['ada', 'bo', 'chen']);
    chen.setOffline(true);
    ada.append(memberAct(ada, 9, (list) => list[0]));
    await town.pass(1_000);
    await ada.stop();
    chen.setOffline(false);
    await town.pass(20_000);
    expect([...chen.disk.facts.keys()].toSorted()).toEqual([...bo.disk.facts.keys()].toSorted());
    expect([...chen.disk.facts.values()].some(({ kind }) => kind === 'contract.sung')).toBe(true);
  });
});

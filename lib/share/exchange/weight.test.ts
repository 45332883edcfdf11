import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { shareCircle } from '@/test/builders/share-circle';
import { plainCrypto } from '@/test/builders/share-crypto';
import { makeContract } from '../../contract/commands.ts';
import { type Frame, writeFrame } from '../seal/frame.ts';
import { MAX_CONTENT } from '../seal/packet.ts';

const EIGHT = ['ada', 'bo', 'chen', 'dana', 'eve', 'fay', 'gil', 'hana'];
const MINUTE = 60_000;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a frame comes to on a line: 29 bytes of seal around each packet, 49 of topic, 9 of MQTT and websocket, 22 of TLS. */
function onTheLine(frame: Frame): number {
  const bytes = writeFrame(frame);
  const { length } = bytes.length > MAX_CONTENT ? deflateRawSync(bytes) : bytes;
  const packets = Math.ceil(length / MAX_CONTENT);
  return Math.ceil((length + 5 * packets) / 256) * 256 + packets * (29 + 49 + 9 + 22);
}

it('a meeting of 90 minutes with eight costs a member less than a megabyte', async () => {
  const chance = random(7);
  const { town, founder } = await shareCircle({
    devices: EIGHT,
    crypto: plainCrypto(chance),
    random: chance,
    seed: 7,
  });
  const secret = await founder.store.currentEpoch();
  if (!secret) throw new Error('no epoch');
  const channel = await town.crypto.openChannel(town.space, secret);
  const bytes = new Map<string, number>();
  let own = 0;
  const tap = town.net.transport('tap');
  await tap.connect(new AbortController().signal);
  await tap.subscribe(channel.prefix, async (topic, packet, retained) => {
    const frame = retained ? null : await channel.open(topic, packet);
    if (!frame) return;
    bytes.set(frame.kind, (bytes.get(frame.kind) ?? 0) + onTheLine(frame));
    if (frame.from === founder.store.ready().author) own += onTheLine(frame);
  });
  for (const device of town.devices) await device.start();
  // A contract each and a step of the agenda every minute or so.
  for (let n = 0; n < 90; n += 1) {
    const device = town.devices[n % EIGHT.length];
    const contract = { id: `c${n}`, circleId: town.space, memberId: device?.member ?? '', meetingId: null };
    const text = 'Send the aims page to two readers by Tuesday, and ask them for one hard question each';
    device?.append([makeContract({ ...contract, text, isPrivate: false }, device.member, device.now())]);
    await town.pass(MINUTE);
  }
  const all = [...bytes.values()].reduce((sum, one) => sum + one, own);
  expect(all, JSON.stringify(Object.fromEntries(bytes))).toBeLessThan(1_000_000);
  // And it is no less than what there is: everybody has everything.
  for (const device of town.devices) expect(device.store.of('c89')).toHaveLength(1);
  for (const device of town.devices) device.kill();
});

it('what is said all the time fits the smallest packet', () => {
  const key = 'A'.repeat(43);
  const line = `${Date.UTC(2030, 0).toString(36)}${key.slice(0, 12)}`;
  const at = Date.UTC(2030, 0);
  const frame = (kind: string, body: unknown): Frame => ({
    kind,
    from: key,
    run: 'r'.repeat(13),
    seq: 9_999,
    body,
    sig: 'A'.repeat(86),
  });
  const beat = frame('beat', ['h'.repeat(22), 9_999, 9_999, at, line]);
  const echo = frame('echo', [key.slice(0, 10), 999, line, at, 1]);
  const { sig: _, ...probe } = frame('probe', { to: key, id: 999 });
  for (const one of [beat, echo, probe]) expect(writeFrame(one).length).toBeLessThanOrEqual(251);
});

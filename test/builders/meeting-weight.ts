import { deflateRawSync } from 'node:zlib';
import { makeContract } from '../../lib/contract/commands.ts';
import { type Frame, writeFrame } from '../../lib/share/seal/frame.ts';
import { MAX_CONTENT } from '../../lib/share/seal/packet.ts';
import { shareCircle } from './share-circle.ts';
import { plainCrypto } from './share-crypto.ts';

const EIGHT = ['ada', 'bo', 'chen', 'dana', 'eve', 'fay', 'gil', 'hana'];
const MINUTE = 60_000;

/** Chance that is none: the same for every run. */
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

/**
 * What one member's line carries in a meeting of eight over so many minutes, somebody writing something each minute: the
 * product's exchange over a net in memory, where an hour takes a second.
 * @returns bytes both ways together, what they were for, and how many members hold all that was written.
 */
export async function meetingWeight(minutes: number): Promise<{
  bytes: number;
  by: Readonly<Record<string, number>>;
  whole: number;
}> {
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
  const by: Record<string, number> = { 'sent by this member': 0 };
  const add = (what: string, bytes: number) => {
    by[what] = (by[what] ?? 0) + bytes;
  };
  const tap = town.net.transport('tap');
  await tap.connect(new AbortController().signal);
  await tap.subscribe(channel.prefix, async (topic, packet, retained) => {
    const frame = retained ? null : await channel.open(topic, packet);
    if (!frame) return;
    // A relay sends everybody everything, also what they said themselves.
    add(frame.kind, onTheLine(frame));
    if (frame.from === founder.store.ready().author) add('sent by this member', onTheLine(frame));
  });
  for (const device of town.devices) await device.start();
  for (let n = 0; n < minutes; n += 1) {
    const device = town.devices[n % EIGHT.length];
    const contract = { id: `c${n}`, circleId: town.space, memberId: device?.member ?? '', meetingId: null };
    const text = 'Send the aims page to two readers by Tuesday, and ask them for one hard question each';
    device?.append([makeContract({ ...contract, text, isPrivate: false }, device.member, device.now())]);
    await town.pass(MINUTE);
  }
  const holds = (n: number) => town.devices.filter((device) => device.store.of(`c${n}`).length === 1).length;
  const whole = Math.min(...Array.from({ length: minutes }, (_, n) => holds(n)));
  for (const device of town.devices) device.kill();
  return { bytes: Object.values(by).reduce((sum, one) => sum + one, 0), by, whole };
}

import { describe, expect, it } from 'vitest';
import { spaceIdOf } from '../../fact/space.ts';
import { makeKeys } from '../keys.ts';
import { epochKeys, newEpoch } from './epoch.ts';
import { isFrameSigned, signFrame } from './frame.ts';
import { opener, sealFrame } from './message.ts';
import { MAX_PACKET } from './packet.ts';
import { openSecret, sealSecret } from './to-device.ts';

describe('a message', () => {
  it('is read by whoever has the epoch, whole or in parts that came in another order and twice', async () => {
    const device = await makeKeys();
    const space = spaceIdOf(device.author, 'nonce');
    const secret = await newEpoch(space, 1);
    const keys = await epochKeys(space, secret);
    for (const length of [1, 3_000, 60_000]) {
      const body = { text: crypto.getRandomValues(new Uint8Array(length)).toHex().slice(0, length) };
      const frame = await signFrame(device, keys, {
        kind: 'hello',
        from: device.author,
        run: 'r',
        seq: 1,
        body,
      });
      const packets = await sealFrame(keys, frame, () => 'live');
      expect(packets.length === 1).toBe(length < 3_500);
      const { open } = opener(keys);
      const got = [];
      for (const { topic, bytes } of [...packets].reverse().flatMap((one) => [one, one])) {
        expect(bytes.length).toBeLessThanOrEqual(MAX_PACKET);
        const read = await open(topic, bytes);
        if (read) got.push(read);
      }
      expect(got[0]).toEqual(frame);
      expect(await isFrameSigned(keys, frame)).toBe(true);
      expect(await isFrameSigned({ ...keys, id: 'other' }, frame)).toBe(false);
    }
    const sealed = await sealSecret(space, secret, { author: device.author, box: device.boxPublic });
    expect(sealed).toHaveLength(107);
    expect(await openSecret(space, secret, device, sealed)).toEqual(secret);
    expect(await openSecret(space, { ...secret, epoch: 2 }, device, sealed)).toBeNull();
  });

  it('of an epoch after somebody left is nothing to them: no secret, no topic, no frame, also moved to the old one', async () => {
    const [stays, left] = [await makeKeys(), await makeKeys()];
    const space = spaceIdOf(stays.author, 'nonce');
    const [before, after] = [await newEpoch(space, 1), await newEpoch(space, 2)];
    const [old, now] = [await epochKeys(space, before), await epochKeys(space, after)];
    const sealed = await sealSecret(space, after, { author: stays.author, box: stays.boxPublic });
    expect(await openSecret(space, after, stays, sealed)).toEqual(after);
    expect(await openSecret(space, after, left, sealed)).toBeNull();
    const frame = { kind: 'hello', from: stays.author, run: 'r', seq: 1, body: null };
    const [packet] = await sealFrame(now, frame, () => 'live');
    const [oldPacket] = await sealFrame(old, frame, () => 'live');
    if (!packet || !oldPacket) throw new Error('nothing was sealed');
    expect(packet.topic.split('/')[1]).not.toBe(oldPacket.topic.split('/')[1]);
    expect(packet.topic.split('/')[2]).not.toBe(oldPacket.topic.split('/')[2]);
    expect(await opener(old).open(packet.topic, packet.bytes)).toBeNull();
    expect(await opener(old).open(oldPacket.topic, packet.bytes)).toBeNull();
    expect(await opener(now).open(packet.topic, packet.bytes)).toEqual(frame);
  });
});

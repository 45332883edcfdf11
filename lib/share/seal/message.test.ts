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
});

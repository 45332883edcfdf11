import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, utf8 } from '../bytes.ts';
import { MAX_MESSAGE } from './frame.ts';
import { deflate, inflate } from './inflate.ts';
import { MAX_CONTENT } from './packet.ts';
import { collector, cut, MAX_PARTS, readPart } from './parts.ts';

const noise = (length: number): Uint8Array<ArrayBuffer> =>
  joined(
    ...Array.from({ length: Math.ceil(length / 60_000) }, () =>
      crypto.getRandomValues(new Uint8Array(60_000)),
    ),
  ).slice(0, length);

/** A part with a header of one's own making. */
function part(set: number, index: number, count: number, length: number, chunk: Uint8Array) {
  const bytes = joined(new Uint8Array(16).fill(set), new Uint8Array(8), chunk);
  const numbers = new DataView(bytes.buffer);
  numbers.setUint16(16, index);
  numbers.setUint16(18, count);
  numbers.setUint32(20, length);
  return bytes;
}
const FULL = MAX_CONTENT - 24;

describe('a message that was cut', () => {
  it('is whole again from its parts in any order, mixed with others and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        async (lengths, chance) => {
          const messages = lengths.map(noise);
          const parts = (await Promise.all(messages.map(cut))).flat();
          const order = [...parts, ...parts.filter((_, i) => i % 3 === 0)]
            .map((one) => ({ one, key: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key);
          const { take, held } = collector();
          const got: string[] = [];
          for (const { one } of order) {
            const whole = await take(one);
            if (whole) got.push(whole.toHex());
          }
          for (const message of messages) expect(got).toContain(message.toHex());
          // What is left over are repeated parts of messages that were whole already.
          expect(held()).toBeLessThanOrEqual(parts.length * FULL);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is refused when it is too long to be sent', async () => {
    await expect(cut(new Uint8Array(MAX_MESSAGE + 1))).rejects.toThrow(RangeError);
    await expect(cut(noise(MAX_PARTS * FULL + 1))).rejects.toThrow(RangeError);
  });
});

describe('parts from somebody who means harm', () => {
  it('are no parts when they count wrongly, are too many, too long or not full', () => {
    const chunk = new Uint8Array(FULL);
    expect(readPart(part(1, 0, 2, 10, chunk))).not.toBeNull();
    for (const wrong of [
      part(1, 2, 2, 10, chunk),
      part(1, 0, 0, 10, chunk),
      part(1, 0, MAX_PARTS + 1, 10, chunk),
      part(1, 0, 2, 0, chunk),
      part(1, 0, 2, MAX_MESSAGE + 1, chunk),
      part(1, 0, 2, 10, chunk.subarray(1)),
      part(1, 1, 2, 10, new Uint8Array()),
      part(1, 1, 2, 10, new Uint8Array(FULL + 1)),
      new Uint8Array(24),
      new Uint8Array(),
    ])
      expect(readPart(wrong)).toBeNull();
  });

  it('never fill more memory than there is room for, however many messages they begin', async () => {
    const room = { messages: 5, bytes: 20_000 };
    const { take, held } = collector(room);
    for (let i = 0; i < 500; i += 1) {
      expect(await take(part(i % 256, i % 7, 8, 1_000 + (i % 11), new Uint8Array(FULL)))).toBeNull();
      expect(held()).toBeLessThanOrEqual(room.bytes);
    }
  });

  it('do not spoil the parts of others: what does not add up is dropped, and the right ones still come', async () => {
    const message = utf8('x'.repeat(10) + noise(9_000).toHex());
    const parts = await cut(message);
    const { take } = collector();
    const [first] = parts;
    if (!first) throw new Error('no part');
    const forged = first.slice();
    forged[100] = (forged[100] ?? 0) ^ 1;
    for (const one of [forged, ...parts.slice(1)]) expect(await take(one)).toBeNull();
    let whole: unknown = null;
    for (const one of parts) whole = (await take(one)) ?? whole;
    expect(whole).toEqual(message);
  });

  it('do not swell: unpacking stops where a message is longer than it says', async () => {
    const bomb = await deflate(new Uint8Array(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const { rss } = process.memoryUsage();
    for (let i = 0; i < 20; i += 1) expect(await inflate(bomb, 1_000)).toBeNull();
    expect(process.memoryUsage().rss - rss).toBeLessThan(60 * 1024 * 1024);
    expect(await inflate(bomb.subarray(0, 500), 1_000)).toBeNull();
    expect(await inflate(noise(500), 1_000)).toBeNull();
    expect(await inflate(new Uint8Array(), 1)).toBeNull();
  });

  it('are refused when they unpack to less than they say, or carry something behind the end', async () => {
    const packed = await deflate(utf8('twelve bytes'));
    expect(await inflate(packed, 12)).toEqual(utf8('twelve bytes'));
    expect(await inflate(packed, 13)).toBeNull();
    expect(await inflate(joined(packed, new Uint8Array(1)), 12)).toBeNull();
  });
});

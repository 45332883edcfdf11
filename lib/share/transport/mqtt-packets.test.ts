import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  connectPacket,
  type Heard,
  packetReader,
  publishPacket,
  subscribePacket,
  unsubscribePacket,
} from './mqtt-packets.ts';

const hex = (bytes: Uint8Array) => bytes.toHex();
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const ascii = (text: string) => new TextEncoder().encode(text);

describe('packets that are sent, byte for byte as MQTT 3.1.1 draws them', () => {
  it('connecting, with everything', () => {
    const will = { topic: 'w', bytes: new Uint8Array([1, 0xff]) };
    const packet = connectPacket({ clientId: 'id', username: 'u', password: 'pw', keepaliveS: 90, will });
    expect(hex(packet)).toBe(
      [
        '10',
        '1c',
        '00044d515454',
        '04',
        'c6',
        '005a',
        '00026964',
        '000177',
        '000201ff',
        '000175',
        '00027077',
      ].join(''),
    );
  });

  it('connecting, with nothing', () => {
    const packet = connectPacket({ clientId: 'id', keepaliveS: 256, will: null });
    expect(hex(packet)).toBe('100e00044d51545404020100' + '00026964');
  });

  it('saying something, to be kept or not, and longer than one byte of length says', () => {
    expect(hex(publishPacket('a/b', new Uint8Array([7]), false))).toBe('30060003612f6207');
    expect(hex(publishPacket('a/b', new Uint8Array(), true))).toBe('31050003612f62');
    expect(hex(publishPacket('a', new Uint8Array(125), false)).slice(0, 10)).toBe('3080010001');
  });

  it('asking for topics, and giving them up', () => {
    expect(hex(subscribePacket(258, 'a/#'))).toBe('820801020003612f2300');
    expect(hex(unsubscribePacket(1, 'a/#'))).toBe('a20700010003612f23');
  });
});

describe('packets that are heard', () => {
  const all = (limit: number, ...chunks: readonly Uint8Array[]) => {
    const read = packetReader(limit);
    return chunks.map(read);
  };

  it('are the same however they are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 }), fc.boolean())),
        fc.infiniteStream(fc.integer({ min: 1, max: 400 })),
        (packets, cuts) => {
          const bytes = joined(
            ...packets.map(([topic, content, retain]) => publishPacket(topic, content, retain)),
          );
          const read = packetReader(2_000);
          const heard: Heard[] = [];
          for (let at = 0; at < bytes.length; ) {
            const step = cuts.next().value ?? 1;
            heard.push(...(read(bytes.subarray(at, at + step)) ?? []));
            at += step;
          }
          expect(heard).toEqual(
            packets.map(([topic, content, retained]) => ({
              kind: 'publish',
              topic,
              bytes: content,
              retained,
            })),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are answers, of which those nobody waits for say nothing', () => {
    const bytes = new Uint8Array([0x20, 2, 1, 5, 0x90, 3, 1, 2, 0x80, 0xd0, 0, 0xb0, 2, 0, 1]);
    expect(all(10, bytes)).toEqual([
      [
        { kind: 'connack', code: 5 },
        { kind: 'suback', id: 258, code: 128 },
        { kind: 'other' },
        { kind: 'other' },
      ],
    ]);
  });

  it('are refused from the header of one that is too long, and for good', () => {
    const fits = publishPacket('a', new Uint8Array(1_000 - 3), false);
    const long = publishPacket('a', new Uint8Array(1_001 - 3), false);
    expect(all(1_000, fits)[0]).toHaveLength(1);
    expect(all(1_000, joined(fits, long.subarray(0, 3)), fits)).toEqual([null, null]);
  });

  it.each([
    ['a length of five bytes', [0x30, 0x80, 0x80, 0x80, 0x80, 0x01]],
    ['a topic longer than its packet', [0x30, 3, 0, 9, 65]],
    ['a topic that is no text', [0x30, 3, 0, 1, 0xff]],
    ['an answer without its code', [0x20, 1, 0]],
    ['an answer to two questions', [0x90, 4, 0, 1, 0, 0]],
  ])('are refused where they make no sense: %s', (_, bytes) => {
    expect(packetReader(100)(new Uint8Array(bytes))).toBeNull();
  });

  it('of any kind and cut never throw and never pile up', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 30 }), (chunks) => {
        const read = packetReader(500);
        for (const chunk of chunks) {
          for (const one of read(chunk) ?? []) {
            if (one.kind === 'publish') expect(one.bytes.length).toBeLessThanOrEqual(500);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave their bytes to whoever heard them', () => {
    const chunk = publishPacket('a', ascii('x'), false);
    const [heard] = packetReader(100)(chunk) ?? [];
    chunk.fill(0);
    expect(heard).toEqual({ kind: 'publish', topic: 'a', bytes: ascii('x'), retained: false });
  });
});

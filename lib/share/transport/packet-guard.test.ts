import { describe, expect, it } from 'vitest';
import { packetGuard } from './packet-guard.ts';

/** A PUBLISH of `length` bytes after its header (MQTT 3.1.1, 2.2.3). */
function packet(length: number): Uint8Array<ArrayBuffer> {
  const header = [0x30];
  let left = length;
  do {
    header.push((left % 128) + (left > 127 ? 128 : 0));
    left = Math.floor(left / 128);
  } while (left > 0);
  return new Uint8Array([...header, ...new Uint8Array(length).fill(0xff)]);
}

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

describe('the guard before the parser', () => {
  it('lets packets up to the limit through, however they are cut', () => {
    const course = joined(packet(0), packet(127), packet(128), packet(1_000), packet(5));
    for (const step of [1, 2, 3, 7, 100, 5_000]) {
      const isFine = packetGuard(1_000);
      for (let at = 0; at < course.length; at += step)
        expect(isFine(course.subarray(at, at + step))).toBe(true);
    }
  });

  it('stops at the header of a longer one, before its content came, and stays stopped', () => {
    const isFine = packetGuard(1_000);
    expect(isFine(joined(packet(1_000), packet(1_001).subarray(0, 3)))).toBe(false);
    expect(isFine(packet(1))).toBe(false);
  });

  it('stops at a length that no packet has', () => {
    expect(packetGuard(1e9)(new Uint8Array([0x30, 0x80, 0x80, 0x80, 0x80, 0x01]))).toBe(false);
  });
});

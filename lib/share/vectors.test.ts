import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { checkVectors, type Vectors } from '@/test/builders/other-seal/check-vectors';
import * as other from '@/test/builders/other-seal/primitives';
import { vectorDevice } from '@/test/builders/other-seal/vector-device';
import { epochKeys } from './seal/epoch.ts';
import { sealFrame } from './seal/message.ts';
import { sealTo } from './seal/to-device.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'test/pages/share/vectors.json'), 'utf8');
const vectors = JSON.parse(text) as Vectors;

describe('every derivation, frame and message of sharing', () => {
  it('is what a second implementation with another library makes and reads', async () => {
    await checkVectors(vectors);
  });

  it('stays what it was: circles that are shared already depend on it', () => {
    execFileSync(process.execPath, [join(root, 'test/builders/other-seal/make-vectors.ts'), '--look']);
  });

  it('packs so that others can unpack', async () => {
    const { epoch, id, secret, space } = vectors.epoch;
    const bytes = new Uint8Array(other.unhex(secret));
    const keys = await epochKeys(space, { epoch, id, secret: bytes });
    const body = Array.from({ length: 2_000 }, (_, i) => other.sha(String(i)));
    const frame = { kind: 'state', from: vectors.devices.ada.author, run: 'r', seq: 1, body };
    const packets = await sealFrame(keys, frame, (part) => `base ${part}`);
    const contents = packets.map(
      ({ topic, bytes }) => other.openPacket(other.derive(space, other.unhex(secret)), topic, bytes).content,
    );
    const packed = other.concat(...contents.map((one) => one.subarray(24)));
    expect(contents.length).toBeGreaterThan(10);
    expect(other.hex(sha256(packed)).slice(0, 32)).toBe(other.hex(contents[0]?.subarray(0, 16) ?? packed));
    expect(JSON.parse(inflateRawSync(packed).toString())[4]).toEqual(body);
  });

  it('is no more what it was when anything of a vector is changed', async () => {
    const places = [
      ['"author": "', 5],
      ['"sig": "', 20],
      ['"packet": "', 40],
      ['"secretForBo": "', 60],
      ['"text": "ck1', 30],
      ['"bytes": "', 90],
      ['"code": "', 2],
    ] as const;
    for (const [name, after] of places) {
      const at = text.indexOf(name) + name.length + after;
      const changed = text.slice(0, at) + (text[at] === 'z' ? 'y' : 'z') + text.slice(at + 1);
      await expect(checkVectors(JSON.parse(changed) as Vectors), name).rejects.toThrow();
    }
  });
});

describe('sealing to a device', () => {
  it('works with a private key that cannot be taken out of the browser', async () => {
    const bo = await vectorDevice(vectors.devices.bo);
    expect([bo.box.privateKey.extractable, bo.sign.privateKey.extractable]).toEqual([false, false]);
    await expect(crypto.subtle.exportKey('pkcs8', bo.box.privateKey)).rejects.toThrow();
    const sealed = await sealTo(vectors.devices.bo, 'label', new Uint8Array(32));
    const own = other.device(
      other.unhex(vectors.devices.bo.signSeed),
      other.unhex(vectors.devices.bo.boxSeed),
    );
    expect(other.openTo(own, 'label', sealed)).toEqual(new Uint8Array(32));
    expect(() => other.openTo(own, 'other label', sealed)).toThrow();
  });
});

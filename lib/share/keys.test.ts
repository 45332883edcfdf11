import { ED25519_TORSION_SUBGROUP, ed25519, x25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { draft } from '../fact/draft.ts';
import { erase, type Fact, ME, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';
import { spaceIdOf } from '../fact/space.ts';
import { toText } from './bytes.ts';
import { areSigned, type DeviceKeys, isSigned, makeKeys, signFacts, signText } from './keys.ts';
import { boxBytes, isPlainPoint } from './points.ts';
import { sealTo } from './seal/to-device.ts';

async function founder(): Promise<DeviceKeys> {
  const keys = await makeKeys();
  return { ...keys, space: spaceIdOf(keys.author, 'nonce') };
}

function factsOf({ space, author }: DeviceKeys, count: number): Fact[] {
  let [at, prev] = [HLC_START, ''];
  return Array.from({ length: count }, (_, i) => {
    at = tick(at, 1_000 + i);
    const fact = seal(draft(space, 'm', `e${i}`, 'k', { text: `word ${i}` }), {
      author,
      seq: i + 1,
      at,
      prev,
      salt: `salt${i}`,
    });
    prev = fact.hash;
    return fact;
  });
}

describe('facts of a space', () => {
  it('are checked with nothing but themselves, in their order, erased ones too', async () => {
    const keys = await founder();
    const facts = await signFacts(keys, factsOf(keys, 300));
    const [first, second] = facts;
    if (!first || !second) throw new Error('no facts');
    const mixed = [...facts, erase(first), { ...first, sig: second.sig ?? '' }, ...factsOf(keys, 1)];
    expect(await areSigned(mixed)).toEqual([...facts.map(() => true), true, false, false]);
  });

  it('count for nobody whom their hash does not name: not with a sign of another device, log or author', async () => {
    const [keys, other] = [await founder(), await founder()];
    const [fact] = factsOf(keys, 1);
    if (!fact) throw new Error('no fact');
    const [signed] = await signFacts(keys, [fact]);
    if (!signed) throw new Error('no fact');
    const forged = { ...signed, sig: await signText(other, `circlekeeper signature 1\n${fact.hash}`) };
    const wrongs: Fact[] = [
      forged,
      { ...signed, author: other.author },
      { ...signed, log: ME },
      { ...signed, hash: 'A'.repeat(43) },
      { ...signed, author: 'nobody' },
      { ...signed, sig: signed.sig?.replace(/.$/, 'B') ?? '' },
    ];
    expect(await areSigned(wrongs)).toEqual(wrongs.map(() => false));
    await expect(signFacts(other, [fact])).rejects.toThrow(TypeError);
  });

  it('mean only what they were signed for: a claim with the same words is none', async () => {
    const keys = await founder();
    const sig = await signText(keys, 'circlekeeper claim 1\nx');
    expect(await isSigned(keys.author, 'circlekeeper claim 1\nx', sig)).toBe(true);
    expect(await isSigned(keys.author, 'circlekeeper signature 1\nx', sig)).toBe(false);
  });
});

describe('keys with which anybody can sign', () => {
  it('are refused in every way of writing them, so that all browsers agree', async () => {
    expect(ED25519_TORSION_SUBGROUP).toHaveLength(8);
    for (const text of ED25519_TORSION_SUBGROUP) {
      const point = Uint8Array.fromHex(text);
      expect(isPlainPoint(point)).toBe(false);
      const flipped = point.slice();
      flipped[31] = (flipped[31] ?? 0) ^ 0x80;
      expect(isPlainPoint(flipped)).toBe(false);
      const anything = joinedZeros(point);
      expect(await isSigned(toText(point), 'any text', toText(anything))).toBe(false);
    }
    for (let more = 0; more < 19; more += 1) {
      const above = new Uint8Array(32).fill(0xff);
      above[0] = 0xed + more;
      above[31] = 0x7f;
      expect(isPlainPoint(above)).toBe(false);
    }
  });

  it('are none of those that devices make', async () => {
    for (let i = 0; i < 50; i += 1)
      expect(isPlainPoint(new Uint8Array(ed25519.getPublicKey(ed25519.utils.randomSecretKey())))).toBe(true);
    const below = new Uint8Array(32).fill(0xff);
    below[0] = 0xeb;
    below[31] = 0x7f;
    expect(isPlainPoint(below)).toBe(true);
  });
});

describe('keys that cannot be sealed to', () => {
  it('are known before a device is let in with them: exactly those that lead to no secret', async () => {
    const own = x25519.utils.randomSecretKey();
    const leadsNowhere = (u: Uint8Array) => {
      try {
        return x25519.getSharedSecret(own, u).every((byte) => byte === 0);
      } catch {
        return true;
      }
    };
    // Each point of small order of the other curve, as it is on this one: u = (1 + y) / (1 - y).
    const p = 2n ** 255n - 19n;
    const us = ED25519_TORSION_SUBGROUP.map((text) => {
      const bytes = Uint8Array.fromHex(text).toReversed();
      const y = BigInt(`0x${bytes.toHex()}`) % 2n ** 255n;
      let inverse = 1n;
      for (let base = (1n - y + p) % p, e = p - 2n; e > 0n; e >>= 1n, base = (base * base) % p)
        if (e & 1n) inverse = (inverse * base) % p;
      return ((1n + y) * inverse) % p;
    });
    const wrong = [...new Set([...us, 1n, p - 1n, p, p + 1n])].map((u) =>
      Uint8Array.fromHex(u.toString(16).padStart(64, '0')).reverse(),
    );
    expect(wrong).toHaveLength(7);
    for (const u of wrong) {
      expect(leadsNowhere(u), u.toHex()).toBe(true);
      expect(boxBytes(toText(u)), u.toHex()).toBeNull();
      await expect(sealTo({ author: 'a', box: toText(u) }, 'label', new Uint8Array(1))).rejects.toThrow(
        TypeError,
      );
    }
    for (let i = 0; i < 50; i += 1) {
      const { boxPublic } =
        i < 3 ? await makeKeys() : { boxPublic: toText(x25519.getPublicKey(x25519.utils.randomSecretKey())) };
      expect(boxBytes(boxPublic)).not.toBeNull();
    }
  });
});

/** R of small order and S of zero: fits any text under a key of small order, where nobody looks. */
const joinedZeros = (point: Uint8Array): Uint8Array => {
  const sig = new Uint8Array(64);
  sig.set(point);
  return sig;
};

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { draft } from './draft.ts';
import { erase, factSchema, isSound, seal } from './fact.ts';
import { HLC_START, tick } from './hlc.ts';
import { isAuthorKey, isSignature, isSpaceId, spaceIdOf } from './space.ts';

const founder = `${'k'.repeat(42)}A`;
const fact = seal(draft(spaceIdOf(founder, 'n'), 'm', 'e', 'k', { text: 'a' }), {
  author: founder,
  seq: 1,
  at: tick(HLC_START, 1000),
  prev: '',
  salt: 'salt',
});

describe('a space', () => {
  it('has an id that no circle that is not shared can have, and that tells who founded it', () => {
    const id = spaceIdOf(founder, 'n');
    expect(id).toHaveLength(44);
    expect(isSpaceId(id)).toBe(true);
    expect(spaceIdOf(founder, 'o')).not.toBe(id);
    expect(spaceIdOf(`${'l'.repeat(42)}A`, 'n')).not.toBe(id);
    for (const other of ['me', 'c1', 'q0mB3Jd8Tn2c5Zk1xw7R4g', id.slice(1), `${id}A`, `S${id.slice(1)}`])
      expect(isSpaceId(other), other).toBe(false);
  });

  it('knows keys and signatures in one way of writing only, so that one key is not two authors', () => {
    expect(isAuthorKey(founder)).toBe(true);
    expect(isAuthorKey(`${founder.slice(0, 42)}B`)).toBe(false);
    expect(isSignature(`${'s'.repeat(85)}A`)).toBe(true);
    expect(isSignature(`${'s'.repeat(85)}B`)).toBe(false);
  });
});

describe('the signature of a fact', () => {
  const signed = { ...fact, sig: `${'s'.repeat(85)}A` };

  it('is no part of what is identified, and stays when the words go', () => {
    expect(isSound(signed)).toBe(true);
    expect(isSound(erase(signed))).toBe(true);
    expect(erase(signed).sig).toBe(signed.sig);
  });

  it('is read from a file, and what is no signature makes no fact', () => {
    expect(v.parse(factSchema, JSON.parse(JSON.stringify(signed)))).toEqual(signed);
    expect(v.parse(factSchema, JSON.parse(JSON.stringify(fact)))).toEqual(fact);
    for (const sig of ['', 'x', null, 7, `${signed.sig}A`])
      expect(v.is(factSchema, { ...fact, sig }), String(sig)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { draft } from './draft.ts';
import { erase, hashFact, isSound, seal } from './fact.ts';
import { HLC_START, hlcMs, isHlc, tick, witness } from './hlc.ts';

const place = { author: 'a', seq: 1, at: tick(HLC_START, 1000), prev: '' as const, salt: 'salt' };

describe('a fact', () => {
  it('is identified over the hash of its body, so that it holds when the body is erased', () => {
    const fact = seal(draft('c', 'm', 'e', 'contract.made', { text: 'Write the aims page' }), place);
    const blank = erase(fact);
    expect(blank.body).toBeNull();
    expect(JSON.stringify(blank)).not.toContain('aims');
    expect(blank.hash).toBe(fact.hash);
    expect(hashFact(blank)).toBe(fact.hash);
    expect(isSound(blank)).toBe(true);
  });

  it('is unsound when any of what it says was changed', () => {
    const fact = seal(draft('c', 'm', 'e', 'k', { text: 'a' }), place);
    expect(isSound(fact)).toBe(true);
    for (const change of [
      { body: { text: 'b' } },
      { by: 'other' },
      { seq: 2 },
      { entity: 'x' },
      { log: 'd' },
      { author: 'z' },
      { kind: 'l' },
      { salt: 'pepper' },
      { salt: null },
    ])
      expect(isSound({ ...fact, ...change })).toBe(false);
  });

  it('hides equal bodies from each other by its salt, so that an erased word cannot be guessed by its hash', () => {
    const one = seal(draft('c', 'm', 'e', 'k', { text: 'yes' }), place);
    const two = seal(draft('c', 'm', 'e', 'k', { text: 'yes' }), { ...place, salt: 'other' });
    expect(one.bodyHash).not.toBe(two.bodyHash);
  });
});

describe('canonical JSON', () => {
  it('gives one text for one value whatever the order of its keys, and parses back to it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const clean: unknown = JSON.parse(JSON.stringify(value));
        const text = canonical(clean);
        expect(JSON.parse(text)).toEqual(clean);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('refuses what JSON would silently change', () => {
    const hole: unknown[] = [];
    hole.length = 1;
    const values = [Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('x'), 1n, hole, [undefined]];
    for (const value of [...values, new Date(0), new Map(), new Set(), new Uint8Array(1)])
      expect(() => canonical({ value })).toThrow(TypeError);
  });

  it('refuses what is nested so deep that it would depend on the machine whether it can be read', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(canonical(nested(100))).toHaveLength(200);
    expect(() => canonical(nested(101))).toThrow(TypeError);
    expect(() => canonical(nested(100_000))).toThrow(TypeError);
  });

  it('gives the text, and a fact the hash, that another program would work out from docs/export-format.md', () => {
    const body = { ü: 1, b: [true, null, -0, 1e21, 0.1], a: 'é\ud800\u2028', 10: '', 9: {}, __proto__: null };
    expect(canonical(body)).toBe('{"10":"","9":{},"a":"é\\ud800\u2028","b":[true,null,0,1e+21,0.1],"ü":1}');
    const fact = seal(draft('c', 'm', 'e', 'contract.made', { text: 'Write the aims page' }), place);
    expect(fact.bodyHash).toBe('klw_3S5uc3gU-oRGRBtnF0OMCfKn5rZp4QYZrNtivJk');
    expect(fact.hash).toBe('MFq4oq1XRGEnjCtAATl1OFoPKwq-4aAN5VLrh5TxKTA');
  });
});

describe('the hybrid logical clock', () => {
  it('only goes forward, however the wall clock jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 2 }), (walls) => {
        let last = HLC_START;
        for (const wall of walls) {
          const next = tick(last, wall);
          expect(isHlc(next)).toBe(true);
          expect(next > last).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('carries over into the next millisecond when its counter is full', () => {
    expect(tick('000000000001.ffff', 0)).toBe('000000000002.0000');
  });

  it('is not dragged along by a peer whose clock is days ahead', () => {
    const now = Date.UTC(2026, 10, 5);
    const ours = tick(HLC_START, now);
    const near = tick(HLC_START, now + 60_000);
    const far = tick(HLC_START, now + 3 * 86_400_000);
    expect(witness(ours, near, now)).toBe(near);
    expect(witness(ours, far, now)).toBe(ours);
    expect(hlcMs(witness(ours, 'rubbish', now))).toBe(now);
  });
});

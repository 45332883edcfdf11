import { describe, expect, it } from 'vitest';
import { toText } from '../bytes.ts';
import { CODE_LETTERS, codeOf, commitTo, isSameCode, type Party, togetherOf } from './code.ts';

const word = (): string => toText(crypto.getRandomValues(new Uint8Array(32)));
const party = (): Party => ({ author: word(), box: word(), nonce: word() });

describe('the code', () => {
  it('differs when anything the two sides saw differs', () => {
    const [steward, newcomer] = [party(), party()];
    const right = togetherOf('invite', steward, newcomer);
    const others = [togetherOf('another', steward, newcomer), togetherOf('invite', newcomer, steward)];
    for (const key of ['author', 'box', 'nonce'] as const) {
      others.push(togetherOf('invite', { ...steward, [key]: word() }, newcomer));
      others.push(togetherOf('invite', steward, { ...newcomer, [key]: word() }));
    }
    expect(new Set([right, ...others]).size).toBe(others.length + 1);
    expect(togetherOf('invite', { ...steward }, { ...newcomer })).toBe(right);
  });

  it('uses sixteen letters alike often, so that each tells four bits', () => {
    expect(new Set(CODE_LETTERS).size).toBe(16);
    const counts = new Map<string, number>();
    for (let i = 0; i < 4_000; i += 1) {
      const code = codeOf(`together ${i}`);
      expect(code).toMatch(/^[234679HKLMOPRWXY]{6}$/);
      for (const letter of code) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    // 24,000 letters, 1,500 of each: eight standard deviations.
    for (const [letter, count] of counts) expect(Math.abs(count - 1_500), letter).toBeLessThan(300);
    expect(counts.size).toBe(16);
  });

  it('is the same however somebody types it', () => {
    for (const typed of ['HKLMO2', 'hklmo2', ' HKL MO2 ', 'hkl-m02'])
      expect(isSameCode(typed, 'HKLMO2')).toBe(true);
    for (const typed of ['', 'HKLMO', 'HKLMO3', 'HKLMO22']) expect(isSameCode(typed, 'HKLMO2')).toBe(false);
  });

  it('is bound to before it can be known: a commitment fits one newcomer and one invitation only', () => {
    const newcomer = party();
    const commit = commitTo('invite', newcomer);
    expect(commitTo('another', newcomer)).not.toBe(commit);
    for (const key of ['author', 'box', 'nonce'] as const)
      expect(commitTo('invite', { ...newcomer, [key]: word() })).not.toBe(commit);
  });
});

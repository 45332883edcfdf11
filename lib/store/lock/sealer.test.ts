import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowSeal } from './seal-rows.ts';
import { BrokenSealError, sealer } from './sealer.ts';

const by = await sealer(new Uint8Array(32).fill(7));
const contracts = {
  name: 'contracts',
  schema: { primaryKey: { keyPath: ['log', 'id'] }, indexes: [{ keyPath: ['circleId', 'open'] }] },
};
const decisions = { name: 'decisions', schema: { primaryKey: { keyPath: 'id' }, indexes: [] } };

describe('a sealed row', () => {
  it('comes back as it was, bytes and numbers without an end too', () => {
    const seal = rowSeal(contracts, by);
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array(), fc.string(), (told, bytes, id) => {
        const row = { log: 'me', id, open: 1, told, bytes, far: Number.NEGATIVE_INFINITY };
        // -0 is no number that JSON knows, and none that we store.
        const same = JSON.parse(JSON.stringify(told));
        expect(seal.fromDisk(seal.toDisk(row))).toEqual({ ...row, told: same });
      }),
    );
  });

  it('shows its keys and nothing else, not even how long a word is to the letter', () => {
    const seal = rowSeal(contracts, by);
    const rows = ['Call', 'Call B'].map(
      (text) => seal.toDisk({ log: 'me', id: 'k', circleId: 'c', open: 1, text }) as Record<string, unknown>,
    );
    for (const row of rows)
      expect(Object.keys(row).sort()).toEqual(['$sealed', 'circleId', 'id', 'log', 'open']);
    const [short, long] = rows.map((row) => (row.$sealed as Uint8Array).length);
    expect(short).toBe(long);
  });

  it('is refused when it was changed, put in the place of another, or sealed with another key', async () => {
    const seal = rowSeal(contracts, by);
    const stored = seal.toDisk({ log: 'me', id: 'k', text: 'Call the dean' }) as Record<string, unknown>;
    const bytes = stored.$sealed as Uint8Array;
    const flipped = bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    for (const broken of [
      { ...stored, $sealed: flipped },
      { ...stored, $sealed: bytes.subarray(0, 10) },
      { ...stored, id: 'other' },
      { ...stored, log: 'c' },
    ])
      expect(() => seal.fromDisk(broken)).toThrow(BrokenSealError);
    const other = rowSeal(contracts, await sealer(new Uint8Array(32).fill(8)));
    expect(() => other.fromDisk(stored)).toThrow(BrokenSealError);
    expect(() => rowSeal({ ...contracts, name: 'notes' }, by).fromDisk(stored)).toThrow(BrokenSealError);
  });

  it('refuses what it could not give back', () => {
    expect(() => rowSeal(contracts, by).toDisk({ log: 'me', id: 'k', at: new Map() })).toThrow(TypeError);
  });

  it('leaves rows of before alone, and the row of the lock', () => {
    const seal = rowSeal({ name: 'meta', schema: { primaryKey: { keyPath: 'key' }, indexes: [] } }, by);
    expect(seal.fromDisk({ key: 'hlc', value: '0' })).toEqual({ key: 'hlc', value: '0' });
    expect(seal.toDisk({ key: 'lock', value: '{}' })).toEqual({ key: 'lock', value: '{}' });
  });
});

describe('a blinded word', () => {
  it('is the same for the same word, tells nothing, and can be told again', () => {
    const seal = rowSeal(decisions, by);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const token = seal.keyToDisk('id', word);
        expect(token).toBe(seal.keyToDisk('id', word));
        expect(seal.keyFromDisk('id', token)).toBe(word);
      }),
    );
    expect(seal.keyToDisk('id', 'ada@example.org')).not.toContain('ada');
  });

  it('is refused when it was changed', () => {
    const token = by.blind('ada@example.org');
    expect(() => by.unblind(token.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')))).toThrow(
      BrokenSealError,
    );
    expect(() => by.unblind('no token')).toThrow(BrokenSealError);
  });

  it('is the foreign part alone of what a fact is about, so that ranges over all of a kind still hold', () => {
    const seal = rowSeal(
      {
        name: 'facts',
        schema: { primaryKey: { keyPath: 'hash' }, indexes: [{ keyPath: ['log', 'entity'] }] },
      },
      by,
    );
    const to = (entity: string) => seal.keyToDisk(['log', 'entity'], ['me', entity]);
    expect(to('goal-1')).toEqual(['me', 'goal-1']);
    expect(to('series-')).toEqual(['me', 'series-']);
    expect(to('series-\uffff')).toEqual(['me', 'series-\uffff']);
    expect(JSON.stringify(to('series-ada@example.org'))).toMatch(/^\["me","series-(?!ada)/);
  });
});

import { describe, expect, it } from 'vitest';
import { readLock } from './lock-record.ts';
import {
  looksLikeCode,
  newCode,
  newLock,
  openByCode,
  openLock,
  withCode,
  withPassphrase,
} from './passphrase.ts';

/** Strength is not what is tried here. */
const weak = 10;

describe('the key to a sealed store', () => {
  it('is given back by the passphrase and by the code, and by nothing else', async () => {
    const code = newCode();
    const { record, key } = await newLock('blue kettle on Thursday', code, weak);
    expect(await openLock(record, 'blue kettle on Thursday')).toEqual(key);
    expect(await openByCode(record, code)).toEqual(key);
    expect(await openLock(record, 'blue kettle on thursday')).toBeNull();
    expect(await openLock(record, code)).toBeNull();
    expect(await openByCode(record, newCode())).toBeNull();
    expect(JSON.stringify(record)).not.toContain(key.toBase64({ alphabet: 'base64url', omitPadding: true }));
  });

  it('takes a passphrase however its letters were put together', async () => {
    const { record, key } = await newLock('Zürich im Frühling', null, weak);
    expect(await openLock(record, 'Zürich im Frühling'.normalize('NFD'))).toEqual(key);
  });

  it('takes a code as people copy it by hand', async () => {
    const code = newCode();
    const { record, key } = await newLock('x'.repeat(10), code, weak);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    const copied = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
    expect(looksLikeCode(copied)).toBe(true);
    expect(await openByCode(record, copied)).toEqual(key);
  });

  it('stays the same under another passphrase or code, and the ones before open no more', async () => {
    const old = newCode();
    const { record, key } = await newLock('the first one', old, weak);
    const changed = await withPassphrase(record, key, 'the second one', weak);
    expect(await openLock(changed, 'the second one')).toEqual(key);
    expect(await openLock(changed, 'the first one')).toBeNull();
    expect(await openByCode(changed, old)).toEqual(key);
    const code = newCode();
    const again = await withCode(changed, key, code);
    expect([await openByCode(again, code), await openByCode(again, old)]).toEqual([key, null]);
  });

  it('opens nothing where the record was changed, also to make guessing quicker', async () => {
    const { record } = await newLock('a passphrase', null, 20);
    const flipped = record.byPassphrase.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    const first = record.byPassphrase.replace(/^./, (one) => (one === 'A' ? 'B' : 'A'));
    for (const changed of [
      { ...record, id: 'another' },
      { ...record, kdf: { ...record.kdf, rounds: 10 } },
      { ...record, byPassphrase: first },
      { ...record, byPassphrase: flipped.slice(0, -4) },
    ])
      expect(await openLock(changed, 'a passphrase')).toBeNull();
  });

  it('is left alone where a later version wrote the record', async () => {
    const { record } = await newLock('a passphrase', null, weak);
    expect(readLock(JSON.stringify(record))).toEqual(record);
    for (const later of [
      { ...record, version: 2 },
      { ...record, kdf: { ...record.kdf, name: 'other' } },
    ])
      expect(() => readLock(JSON.stringify(later))).toThrow(
        expect.objectContaining({ name: 'VersionError' }),
      );
  });
});

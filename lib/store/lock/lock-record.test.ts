import { describe, expect, it } from 'vitest';
import { readLock } from './lock-record.ts';
import { newLock } from './passphrase.ts';

describe('the row of the lock', async () => {
  const { record } = await newLock('correct horse', null, 1);

  it('is read as it was written', () => {
    expect(readLock(JSON.stringify(record))).toEqual(record);
  });

  it.each([
    ['bytes that are cut within a letter', { byPassphrase: record.byPassphrase.slice(0, 5) }],
    ['salt without end', { kdf: { ...record.kdf, salt: 'A'.repeat(4_000) } }],
    ['more rounds than a member would wait for', { kdf: { ...record.kdf, rounds: 2 ** 31 } }],
    ['another kind of sealing', { version: 2 }],
  ])('is said to be unknown with %s, instead of failing when the passphrase is typed', (_, change) => {
    expect(() => readLock(JSON.stringify({ ...record, ...change }))).toThrow('sealed in a way');
  });
});

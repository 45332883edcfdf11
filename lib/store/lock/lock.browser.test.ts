import { afterEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { holdTestKey, onDisk, sealDatabase, TEST_KEY, TEST_LOCK } from '@/test/builders/sealed-database';
import { makeContract } from '../../contract/commands.ts';
import { draft } from '../../fact/draft.ts';
import { giveKey } from '../../platform/lock-key.ts';
import { append } from '../append.ts';
import { Database } from '../database.ts';
import { openDatabase } from '../open.ts';
import { sealAll, unsealAll } from './convert.ts';
import { isSealedRow } from './seal-rows.ts';
import { BrokenSealError } from './sealer.ts';
import { BLINDED, OPEN_TABLES } from './visible.ts';

const MARKER = 'Xylophone';

afterEach(() => giveKey(null));

/** A row in every table, with the marker wherever there is room for a word. */
async function fill(db: Database, marker = MARKER): Promise<void> {
  for (const table of db.tables) {
    if (table.name === 'meta' || OPEN_TABLES.has(table.name)) continue;
    const row: Record<string, unknown> = { text: marker, json: marker, nested: { words: [marker] } };
    for (const index of [table.schema.primKey, ...table.schema.indexes])
      for (const field of [index.keyPath ?? []].flat()) {
        const word = BLINDED[table.name]?.[field] ? `series-${marker}` : 'id';
        row[field] = index.multi ? [word, `${word} 2`] : word;
      }
    // Rows of series are text, made of what a series is.
    if (table.name === 'series') row.occurrences = [];
    await table.put(row);
  }
  await db.meta.put({ key: 'relays:x', value: marker });
}

const contract = (id: string, text: string) =>
  makeContract({ id, circleId: 'c', memberId: 'm', meetingId: null, text, isPrivate: true }, null, 1);

const write = (db: Database, id: string, text = MARKER) => append(db, [contract(id, text)]);

describe('a sealed store', () => {
  it('has no word on the disk that was written before or after, in no row, key or index, and gives all back', async () => {
    const { db } = await freshDatabase();
    await fill(db);
    await write(db, 'before');
    expect(await onDisk(db.name)).toContain(MARKER);
    const rows = await Promise.all(db.tables.map((table) => table.toArray()));

    const sealed = await sealDatabase(db);
    expect(sealed.isSealed).toBe(true);
    expect(await Promise.all(sealed.tables.map((table) => table.toArray()))).toEqual(
      rows.map((own, i) =>
        sealed.tables[i]?.name === 'meta'
          ? expect.arrayContaining([...own, { key: 'lock', value: JSON.stringify(TEST_LOCK) }])
          : own,
      ),
    );
    await fill(sealed, `${MARKER} again`);
    await write(sealed, 'after');
    sealed.close();
    const disk = await onDisk(db.name);
    expect(disk).not.toContain(MARKER);
    expect(disk).not.toContain(btoa(MARKER).slice(0, 11));

    expect(await unsealAll(db.name, TEST_KEY)).toBe('done');
    const plain = new Database(db.name, db.now);
    expect(await openDatabase(plain)).toBeNull();
    expect(plain.isSealed).toBe(false);
    expect((await plain.contracts.get(['me', 'after']))?.text).toBe(MARKER);
    expect((await plain.series.get(['id', `series-${MARKER}`]))?.key).toBe(`series-${MARKER}`);
  });

  it('finds by equality what is blinded, and says so where an order is asked for', async () => {
    const { db } = await freshDatabase();
    await fill(db);
    const sealed = await sealDatabase(db);
    const word = `series-${MARKER}`;
    expect(await sealed.circles.where('seriesKeys').equals(`${word} 2`).count()).toBe(1);
    expect(await sealed.series.where('[sourceId+key]').equals(['id', word]).primaryKeys()).toEqual([
      ['id', word],
    ]);
    expect(await sealed.series.orderBy('key').uniqueKeys()).toEqual([word]);
    expect(await sealed.decisions.toCollection().primaryKeys()).toEqual([word]);
    await expect(sealed.decisions.where('id').startsWith('series').toArray()).rejects.toThrow('no order');
    await sealed.decisions.delete(word);
    expect(await sealed.decisions.count()).toBe(0);
  });

  it('opens for nobody without its key: not for reading, not for writing, and nothing plain is put beside it', async () => {
    const { db } = await freshDatabase();
    await write(db, 'before');
    (await sealDatabase(db)).close();
    for (const key of [null, { id: 'another', key: TEST_KEY }]) {
      giveKey(key);
      const locked = new Database(db.name, db.now);
      expect(await openDatabase(locked)).toBe('locked');
      await expect(locked.contracts.toArray()).rejects.toThrow();
      await expect(write(locked, 'meanwhile')).rejects.toThrow();
      locked.close();
    }
    expect(await onDisk(db.name)).not.toContain(MARKER);
    holdTestKey();
    const open = new Database(db.name, db.now);
    expect(await openDatabase(open)).toBeNull();
    expect((await open.contracts.toArray()).map(({ id }) => id)).toEqual(['before']);
  });

  it('is what another tab writes into as well: the one that had it open plain cannot go on so', async () => {
    const { db: first } = await freshDatabase();
    const second = new Database(first.name, first.now);
    expect(await openDatabase(second)).toBeNull();
    await write(second, 'plain', 'plain');
    // In the middle of what it writes the other one seals.
    const writing = write(second, 'meanwhile', 'plain').catch(() => []);
    first.close();
    expect(await sealAll(first.name, TEST_LOCK, TEST_KEY)).toBe('done');
    const held = await writing;
    await expect(write(second, 'locked')).rejects.toThrow();
    holdTestKey();
    expect(await openDatabase(second)).toBeNull();
    await write(second, 'sealed');
    const ids = (await second.contracts.toArray()).map(({ id }) => id).sort();
    expect(ids).toEqual([...(held.length > 0 ? ['meanwhile'] : []), 'plain', 'sealed']);
    second.close();
    expect(await onDisk(first.name)).not.toContain(MARKER);
  });

  it('is locked for the tab that has it open too, once the key is gone and it was closed', async () => {
    const { db } = await freshDatabase();
    const [one, other] = [await sealDatabase(db), new Database(db.name, db.now)];
    await write(other, 'open');
    giveKey(null);
    for (const tab of [one, other]) tab.close({ disableAutoOpen: false });
    await expect(write(one, 'locked')).rejects.toThrow();
    expect(await openDatabase(other)).toBe('locked');
    holdTestKey();
    expect(await openDatabase(one)).toBeNull();
    expect((await one.contracts.toArray()).map(({ id }) => id)).toEqual(['open']);
  });

  it('says which row was changed from outside, gives the others, and loses nothing', async () => {
    const { db } = await freshDatabase();
    await append(db, [
      draft('c', null, 'a', 'note.x', { text: 'one' }),
      draft('c', null, 'b', 'note.x', { text: 'two' }),
    ]);
    const sealed = await sealDatabase(db);
    const [first, second] = await sealed.facts.toArray();
    sealed.close();
    await change(db.name, 'facts', first?.hash ?? '', (bytes) =>
      bytes.map((byte, i) => (i === 30 ? byte ^ 1 : byte)),
    );
    const after = new Database(db.name, db.now);
    expect(await openDatabase(after)).toBeNull();
    await expect(after.facts.get(first?.hash ?? '')).rejects.toThrow(BrokenSealError);
    expect(await after.facts.get(second?.hash ?? '')).toEqual(second);
    after.close();
    // The way back stops as well, with everything as it was.
    await expect(unsealAll(db.name, TEST_KEY)).rejects.toThrow(BrokenSealError);
    expect(await new Database(db.name, db.now).facts.count()).toBe(2);
  });
});

it('sealing that is killed at any moment leaves every row plain or every row sealed, and none is lost', async () => {
  const { db } = await freshDatabase();
  await append(
    db,
    Array.from({ length: 400 }, (_, i) => contract(`k${i}`, MARKER)),
  );
  const facts = await db.facts.toArray();
  db.close();
  const outcomes = new Set<string>();
  for (const stop of [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1, 'done'] as const) {
    const worker = new Worker(new URL('../../../test/builders/seal-worker.ts', import.meta.url), {
      type: 'module',
    });
    await new Promise<void>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<number | 'done'>) => {
        if (data === 'done' || (stop !== 'done' && data >= stop)) resolve();
      };
      worker.postMessage(db.name);
    });
    worker.terminate();
    giveKey(null);
    const after = new Database(db.name, db.now);
    const failure = await openDatabase(after);
    after.close();
    const rows = await raw(db.name, 'facts');
    expect(new Set(rows.map(isSealedRow))).toEqual(new Set([failure === 'locked']));
    outcomes.add(String(failure));
    if (failure === 'locked') expect(await unsealAll(db.name, TEST_KEY)).toBe('done');
    const back = new Database(db.name, db.now);
    expect(await back.facts.toArray()).toEqual(facts);
    back.close();
  }
  // Both were seen, or nothing was tried.
  expect(outcomes).toEqual(new Set(['null', 'locked']));
}, 60_000);

const raw = (name: string, store: string): Promise<unknown[]> =>
  inStore(name, store, 'readonly', (all, resolve) => {
    const asked = all.getAll();
    asked.onsuccess = () => resolve(asked.result);
  });

const change = (
  name: string,
  store: string,
  key: string,
  make: (bytes: Uint8Array) => Uint8Array,
): Promise<void> =>
  inStore(name, store, 'readwrite', (all, resolve) => {
    const asked = all.get(key);
    asked.onsuccess = () => {
      all.put({ ...asked.result, $sealed: make(asked.result.$sealed) }).onsuccess = () => resolve();
    };
  });

function inStore<T>(
  name: string,
  store: string,
  mode: IDBTransactionMode,
  run: (all: IDBObjectStore, resolve: (found: T) => void) => void,
): Promise<T> {
  return new Promise((resolve) => {
    const open = indexedDB.open(name);
    open.onsuccess = () =>
      run(open.result.transaction(store, mode).objectStore(store), (found) => {
        open.result.close();
        resolve(found);
      });
  });
}

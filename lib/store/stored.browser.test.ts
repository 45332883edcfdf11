import { Dexie, type Table } from 'dexie';
import { describe, expect, it } from 'vitest';
import { projections } from '@/test/builders/database';
import { THURSDAY } from '@/test/builders/thursday';
import first from '@/test/pages/db/v1.json';
import second from '@/test/pages/db/v2.json';
import { makeContract } from '../contract/commands.ts';
import { ME } from '../fact/fact.ts';
import { append } from './append.ts';
import { exportEverything } from './backup.ts';
import { Database } from './database.ts';
import { openDatabase } from './open.ts';
import { rebuild } from './projections.ts';

interface Stored {
  version: number;
  stores: Record<string, string>;
  tables: Record<string, readonly unknown[]>;
}

/** Lays a stored database on the disk as the version that wrote it had done. */
async function lay(stored: Stored, name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(stored.version).stores(stored.stores);
  await old.open();
  for (const [table, rows] of Object.entries(stored.tables)) await old.table(table).bulkPut([...rows]);
  old.close();
}

const fresh = () => `stored-${crypto.randomUUID()}`;

describe('a database that version 1 left behind', () => {
  it('opens in this version with every fact and row it had', async () => {
    const name = fresh();
    await lay(first, name);
    const db = new Database(name, () => Date.UTC(2026, 10, 20));
    expect(await openDatabase(db)).toBeNull();
    expect(await db.facts.count()).toBe(first.tables.facts.length);
    const rows = await projections(db);
    for (const [table, kept] of Object.entries(rows)) {
      const before: readonly unknown[] = (first.tables as Record<string, readonly unknown[]>)[table] ?? [];
      expect(new Set(kept.map((row) => JSON.stringify(row))).size).toBe(before.length);
    }
    const contract = await db.contracts.get([ME, 'k-own']);
    expect(contract).toMatchObject({ isPrivate: true, text: 'Only for me', circleId: THURSDAY });
    expect((await db.notes.get('past-2'))?.text).toBe('Dana seemed tired');
  });

  it('gets the tables of accounts, empty', async () => {
    const name = fresh();
    await lay(first, name);
    const db = new Database(name);
    expect(await openDatabase(db)).toBeNull();
    for (const table of accountTables(db)) expect(await table.count(), table.name).toBe(0);
  });

  it('is folded to the same rows by this version’s code', async () => {
    const name = fresh();
    await lay(first, name);
    const db = new Database(name);
    await openDatabase(db);
    const before = await projections(db);
    await rebuild(db);
    expect(await projections(db)).toEqual(before);
  });

  it('goes on where its authors stopped', async () => {
    const name = fresh();
    await lay(first, name);
    const db = new Database(name, () => Date.UTC(2026, 10, 20));
    await openDatabase(db);
    const head = first.tables.heads.find((one) => one.author === `own-${ME}`);
    const [fact] = await append(db, [
      makeContract(
        { id: 'k-next', circleId: THURSDAY, memberId: 'm-chen', meetingId: null, text: 'x', isPrivate: true },
        null,
        1,
      ),
    ]);
    expect(fact).toMatchObject({ author: head?.author, seq: (head?.seq ?? 0) + 1, prev: head?.hash });
  });

  it('is rebuilt from its facts when its rows are of another make', async () => {
    const name = fresh();
    await lay({ ...first, tables: { ...first.tables, meta: [], contracts: [] } }, name);
    const db = new Database(name);
    expect(await openDatabase(db)).toBeNull();
    expect(await db.contracts.count()).toBe(first.tables.contracts.length);
  });

  it('is left alone, and said to be newer, when a later version wrote it', async () => {
    const name = fresh();
    await lay({ ...first, version: 99 }, name);
    const db = new Database(name);
    expect(await openDatabase(db)).toBe('newer');
    const later = new Dexie(name);
    await later.open();
    expect(await later.table('facts').count()).toBe(first.tables.facts.length);
    later.close();
  });

  it('keeps the old rows when rebuilding fails, and says so', async () => {
    const name = fresh();
    await lay({ ...first, tables: { ...first.tables, meta: [] } }, name);
    const db = new Database(name);
    db.on('ready', () => {
      db.contracts.hook('creating', () => {
        throw new Error('the disk is full');
      });
    });
    expect(await openDatabase(db)).toBe('failed');
    expect(await db.contracts.count()).toBe(first.tables.contracts.length);
    expect((await exportEverything(db)).length).toBeGreaterThan(1000);
  });
});

describe('a database that version 2 left behind', () => {
  it('opens in this version with its accounts, their calendars and where the reading of each stood', async () => {
    const name = fresh();
    await lay(second, name);
    const db = new Database(name);
    expect(await openDatabase(db)).toBeNull();
    expect(await db.facts.count()).toBe(second.tables.facts.length);
    for (const table of [...accountTables(db), db.sources, db.series]) {
      const before: readonly unknown[] =
        (second.tables as Record<string, readonly unknown[]>)[table.name] ?? [];
      expect(before.length, table.name).toBeGreaterThan(0);
      expect(new Set<unknown>(await (table as Table).toArray()), table.name).toEqual(new Set(before));
    }
  });

  it('gets the tables of what is parked and shared, empty, and every row it had, folded anew', async () => {
    const name = fresh();
    await lay(second, name);
    const db = new Database(name);
    expect(await openDatabase(db)).toBeNull();
    for (const table of [db.keys, db.secrets, db.rights, db.parked])
      expect(await table.count(), table.name).toBe(0);
    const rows = await projections(db);
    for (const [table, kept] of Object.entries(rows)) {
      const before: readonly unknown[] = (second.tables as Record<string, readonly unknown[]>)[table] ?? [];
      expect(kept.length, table).toBe(before.length);
    }
    // What is not shared gains nothing by it: circles look as they did, and so do contracts, which say since who wrote them.
    expect(rows.circles).toEqual(second.tables.circles);
    for (const before of second.tables.contracts)
      expect(await db.contracts.get([before.log, before.id])).toMatchObject(before);
    await rebuild(db);
    expect(await projections(db)).toEqual(rows);
  });

  it('finds the facts of an author by number in one log, which the index of before could not tell apart', async () => {
    const name = fresh();
    await lay(second, name);
    const db = new Database(name);
    await openDatabase(db);
    const [head] = second.tables.heads;
    if (!head) throw new Error('nobody wrote anything');
    const { log, author } = head;
    const wanted = second.tables.facts.filter((fact) => fact.log === log && fact.author === author);
    const found = await db.facts
      .where('[log+author+seq]')
      .between([log, author, 1], [log, author, head.seq], true, true)
      .toArray();
    expect(found.map((fact) => fact.hash)).toEqual(wanted.map((fact) => fact.hash));
  });

  it('lets nothing of its accounts into a copy', async () => {
    const name = fresh();
    await lay(second, name);
    const db = new Database(name);
    await openDatabase(db);
    const copy = await exportEverything(db);
    for (const secret of [
      'token-of-a-test',
      'client.example',
      'sync-1',
      'cal-read',
      'acc-1',
      'team@example.edu',
    ])
      expect(copy, secret).not.toContain(secret);
  });
});

const accountTables = (db: Database) => [db.accounts, db.tokens, db.calendars, db.events, db.pages];

import { expect, it, vi } from 'vitest';
import { bring, letIn, sharedCircle } from '@/test/builders/sharing';
import { makeContract } from '../contract/commands.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import { areSigned } from '../share/keys.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { signPending } from './device-keys.ts';
import { erasureOf } from './erasures.ts';
import { shareStore } from './share-store.ts';

const contract = (space: string, by: string, id: string) =>
  makeContract({ id, circleId: space, memberId: by, meetingId: null, text: 'x', isPrivate: false }, by, 1);

/** Writes drafts as this device. @returns all its signed facts of the space by then. */
async function written(db: Database, space: string, drafts: readonly Draft[]): Promise<readonly Fact[]> {
  await append(db, drafts);
  await signPending(db, space);
  const { author } = await shareStore(db).keys(space);
  return shareStore(db).facts(space, author, 1, Number.MAX_SAFE_INTEGER);
}

it('tells of own facts that were written, once each, and not of what others wrote: signed at once, then by their head', async () => {
  const ada = await sharedCircle();
  const bo = await letIn(ada.db, ada.space, 'm-bo');
  const told: (readonly Fact[])[] = [];
  const stop = shareStore(ada.db).changed(ada.space, (facts) => told.push(facts));
  await append(bo.db, [contract(ada.space, 'm-bo', 'x')]);
  await bring(bo.db, ada.db, ada.space);
  await append(ada.db, [contract(ada.space, 'm-ada', 'y')]);
  await expect.poll(() => told.length).toBe(2);
  stop();
  const [signed = []] = told.filter((facts) => facts.length > 0);
  expect(signed.map(({ entity }) => entity)).toEqual(['y']);
  expect(await areSigned(signed)).toEqual([true]);
  // What is stored later is the same, or others would hold two of one number.
  await signPending(ada.db, ada.space);
  expect(await ada.db.facts.get(signed[0]?.hash ?? '')).toEqual(signed[0]);
});

it('does not wait for the disk with plain facts of others; with what must not be forgotten it does', async () => {
  const ada = await sharedCircle();
  const bo = await letIn(ada.db, ada.space, 'm-bo');
  const store = shareStore(bo.db);
  const { author } = await store.keys(ada.space);
  const taken = async (facts: readonly Fact[]) => {
    expect(facts.length).toBeGreaterThan(0);
    const used = vi.spyOn(IDBTransaction.prototype, 'objectStore');
    await store.take(ada.space, facts);
    const contexts = used.mock.contexts as readonly IDBTransaction[];
    const transactions = new Set(contexts.filter(({ mode }) => mode === 'readwrite'));
    used.mockRestore();
    return [...transactions].map(({ durability }) => durability);
  };
  const acts = await written(ada.db, ada.space, [contract(ada.space, 'm-ada', 'y')]);
  expect(await taken(acts.filter(({ entity }) => entity === 'y'))).toEqual(['relaxed']);
  expect(await taken(acts.filter(({ kind }) => kind === 'device.added'))).toEqual(['strict']);
  const erased = await written(ada.db, ada.space, await erasureOf(ada.db, ada.space, 'y', 'm-ada'));
  expect(await taken(erased.filter(({ kind }) => kind === 'erased'))).toEqual(['strict']);
  const mine = await written(bo.db, ada.space, [contract(ada.space, 'm-bo', 'z')]);
  expect(await taken(mine.filter((fact) => fact.author === author))).toEqual(['strict']);
});

it('holds no more than it says after a power cut took the last facts of others back, and takes them again', async () => {
  const ada = await sharedCircle();
  const bo = await letIn(ada.db, ada.space, 'm-bo');
  const facts = (await written(ada.db, ada.space, [contract(ada.space, 'm-ada', 'y')])).filter(
    ({ entity }) => entity === 'y',
  );
  const store = shareStore(bo.db);
  await store.keys(ada.space);
  const [disk, said] = [await contents(bo.db), await store.states(ada.space)];
  expect(await store.take(ada.space, facts)).toEqual({ added: 1, refused: 0 });
  const [after, more] = [await contents(bo.db), await store.states(ada.space)];
  expect(more).not.toEqual(said);
  // All that a relaxed transaction wrote is gone together; what is said is read from the same tables at the next start.
  await put(bo.db, disk);
  const again = shareStore(bo.db);
  await again.keys(ada.space);
  expect(await again.states(ada.space)).toEqual(said);
  expect(await bo.db.contracts.get([ada.space, 'y'])).toBeUndefined();
  expect(await again.take(ada.space, facts)).toEqual({ added: 1, refused: 0 });
  expect(await again.states(ada.space)).toEqual(more);
  expect(withoutClock(await contents(bo.db))).toEqual(withoutClock(after));
});

it('sums up what is held of each author as if it were read anew, whoever stored it', async () => {
  const ada = await sharedCircle();
  const bo = await letIn(ada.db, ada.space, 'm-bo');
  const [here, otherPage] = [shareStore(bo.db), shareStore(bo.db)];
  for (const [n, store] of [here, otherPage, here, here].entries()) {
    await here.states(ada.space);
    const facts = await written(ada.db, ada.space, [contract(ada.space, 'm-ada', `c${n}`)]);
    expect(await store.take(ada.space, facts.slice(-1))).toEqual({ added: 1, refused: 0 });
    if (n === 2) await store.take(ada.space, facts);
    expect(await here.states(ada.space)).toEqual(await shareStore(bo.db).states(ada.space));
  }
});

type Contents = ReadonlyMap<string, readonly unknown[]>;

const contents = async (db: Database): Promise<Contents> =>
  new Map(
    await Promise.all(db.takingTables().map(async (table) => [table.name, await table.toArray()] as const)),
  );

async function put(db: Database, rows: Contents): Promise<void> {
  await db.transaction('rw', db.takingTables(), async () => {
    for (const [name, some] of rows) {
      await db.table(name).clear();
      await db.table(name).bulkPut([...some]);
    }
  });
}

/** The clock goes on. Keys are no values to compare. */
const withoutClock = (rows: Contents): unknown =>
  [...rows].map(([name, some]) => [
    name,
    name === 'keys' ? some.length : some.filter((row) => (row as { key?: string }).key !== 'hlc'),
  ]);

import { afterEach, expect, it } from 'vitest';
import { freshDatabase, projections } from '@/test/builders/database';
import { device } from '@/test/builders/logs';
import { makeContract } from '../contract/commands.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import { Database } from './database.ts';
import { openDatabase } from './open.ts';
import { rebuild } from './projections.ts';

const workers: Worker[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

/** Starts a worker that appends without end; what it says was acknowledged is collected. */
function writer(
  name: string,
  tab: string,
): { worker: Worker; acknowledged: string[]; count(n: number): Promise<void> } {
  const worker = new Worker(new URL('../../test/builders/append-loop.ts', import.meta.url), {
    type: 'module',
  });
  workers.push(worker);
  const acknowledged: string[] = [];
  worker.addEventListener('message', ({ data }: MessageEvent<string[]>) => acknowledged.push(...data));
  worker.postMessage({ name, tab });
  return {
    worker,
    acknowledged,
    async count(n) {
      while (acknowledged.length < n) await new Promise((done) => setTimeout(done, 5));
    },
  };
}

/** Every author's numbers run from 1 without a gap, each naming the one before, and the head is the last. */
async function expectWhole(db: Database): Promise<void> {
  const facts = await db.facts.toArray();
  for (const [author, own] of Map.groupBy(facts, (fact) => fact.author)) {
    own.sort((a, b) => a.seq - b.seq);
    for (const [i, fact] of own.entries()) {
      expect(fact.seq).toBe(i + 1);
      expect(fact.prev).toBe(own[i - 1]?.hash ?? '');
    }
    const last = own.at(-1);
    expect(await db.heads.get([last?.log ?? '', author])).toMatchObject({ seq: last?.seq, hash: last?.hash });
  }
  const rows = await projections(db);
  await rebuild(db);
  expect(await projections(db)).toEqual(rows);
}

it('what was acknowledged is there after the writer was killed in the middle, and the rest is whole', async () => {
  const { db } = await freshDatabase();
  for (let round = 0; round < 6; round += 1) {
    const { worker, acknowledged, count } = writer(db.name, `r${round}`);
    await count(3 + round * 5);
    await new Promise((done) => setTimeout(done, round));
    worker.terminate();
    const after = new Database(db.name, db.now);
    expect(await openDatabase(after)).toBeNull();
    const held = await after.facts.bulkGet(acknowledged);
    expect(held.every((fact) => fact?.salt)).toBe(true);
    // All of a batch or none of it.
    expect((await after.facts.count()) % 3).toBe(0);
    await expectWhole(after);
    after.close();
  }
}, 60_000);

it('two tabs write at once while a third reads a copy in: nothing is lost, no number is given twice', async () => {
  const { db } = await freshDatabase();
  const elsewhere = device('elsewhere').write(
    Array.from({ length: 400 }, (_, i) =>
      makeContract(
        { id: `e${i}`, circleId: 'b', memberId: 'm', meetingId: null, text: 'y', isPrivate: i % 2 === 0 },
        null,
        i,
      ),
    ),
    db.now(),
  );
  const tabs = [writer(db.name, 'one'), writer(db.name, 'two')];
  await Promise.all(tabs.map((tab) => tab.count(9)));
  const text = JSON.stringify({ format: 'circlekeeper', version: 1, facts: elsewhere });
  expect(await importEverything(db, text)).toMatchObject({ ok: true, result: { added: 400, known: 0 } });
  await Promise.all(tabs.map((tab) => tab.count(tab.acknowledged.length + 9)));
  for (const { worker } of tabs) worker.terminate();
  const all = tabs.flatMap((tab) => tab.acknowledged);
  expect(new Set(all).size).toBe(all.length);
  expect((await db.facts.bulkGet(all)).every((fact) => fact !== undefined)).toBe(true);
  await expectWhole(db);
}, 60_000);

it('a full disk: nothing of what did not fit is there, and writing goes on when there is room', async () => {
  const { db } = await freshDatabase();
  const contract = (id: string) =>
    makeContract({ id, circleId: 'b', memberId: 'm', meetingId: null, text: 'x', isPrivate: false }, null, 1);
  await append(db, [contract('one')]);
  const before = [
    await exportEverything(db),
    await projections(db),
    await db.meta.toArray(),
    await db.heads.toArray(),
  ];
  const full = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  db.facts.hook('creating').subscribe(full);
  await expect(append(db, [contract('two')])).rejects.toThrow();
  db.facts.hook('creating').unsubscribe(full);
  expect([
    await exportEverything(db),
    await projections(db),
    await db.meta.toArray(),
    await db.heads.toArray(),
  ]).toEqual(before);
  const [fact] = await append(db, [contract('two')]);
  expect(fact?.seq).toBe(2);
});

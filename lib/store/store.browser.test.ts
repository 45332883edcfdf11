import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshDatabase, projections } from '@/test/builders/database';
import { SOAK_MS, soakRuns } from '@/test/soak/runs';
import { createCircle } from '../circle/commands.ts';
import { editContract, makeContract, reportContract } from '../contract/commands.ts';
import { draft, myDraft, undoDraft } from '../fact/draft.ts';
import { type Fact, ME } from '../fact/fact.ts';
import { hlcMs } from '../fact/hlc.ts';
import { noteEntity } from '../me/me.ts';
import { newId } from '../platform/id.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import type { Database } from './database.ts';
import { eraseCircle, eraseEntity, eraseEverything } from './erasures.ts';
import { ingest } from './ingest.ts';
import { rebuild } from './projections.ts';
import { sealText } from './sealed.ts';

const NAMES = ['Ada', 'Bo', 'Chen'];

/** A circle with three members, of whom Ada is me. */
async function circleIn(db: Database, id = newId()) {
  const members = NAMES.map((name, seat) => ({
    id: `${id}-${name}`,
    name,
    email: `${name.toLowerCase()}@example.org`,
    guide: null,
    isMe: seat === 0,
  }));
  await append(
    db,
    createCircle(
      {
        id,
        name: 'Thursday circle',
        formatId: 'pmc',
        everyDays: 14,
        lengthMin: 90,
        agreement: ['confidentiality'],
        links: [
          { kind: 'call', host: 'meet', value: 'abc-defg-hij', url: 'https://meet.google.com/abc-defg-hij' },
        ],
        members,
      },
      db.now(),
      '2026-11-05',
    ),
  );
  return { id, me: `${id}-Ada`, bo: `${id}-Bo` };
}

const contractIn = (circleId: string, memberId: string, text: string, isPrivate = false, id = newId()) =>
  makeContract({ id, circleId, memberId, meetingId: null, text, isPrivate }, memberId, 1);

const file = async (db: Database) =>
  JSON.parse(await exportEverything(db)) as { format: string; version: number; facts: Fact[] };

describe('what cannot be repaired once it has shipped', () => {
  it('1: private facts never enter a circle’s log, and go with a log of one’s own', async () => {
    const { db } = await freshDatabase();
    const { id, me } = await circleIn(db);
    await append(db, [contractIn(id, me, 'Only for me', true)]);
    await append(db, [
      myDraft(noteEntity('m1'), 'note.written', {
        circle: id,
        meeting: 'm1',
        text: 'secret',
        at: 1,
        replaces: [],
      }),
    ]);
    const logs = Map.groupBy((await file(db)).facts, (fact) => fact.log);
    expect(JSON.stringify(logs.get(id))).not.toMatch(/Only for me|secret/);
    expect(JSON.stringify(logs.get(ME))).toMatch(/Only for me.*secret/s);
    // A fact that claims otherwise is kept, but no screen believes it.
    await append(db, [
      draft(id, me, 'note-m2', 'note.written', { circle: id, meeting: 'm2', text: 'x', at: 1, replaces: [] }),
    ]);
    expect(await db.notes.get('m2')).toBeUndefined();
  });

  it('2: a row is folded from its entity’s facts alone, in their transaction, and can be rebuilt', async () => {
    const { db } = await freshDatabase();
    const { id, me } = await circleIn(db);
    const [made] = await append(db, [contractIn(id, me, 'One')]);
    await append(db, [contractIn(id, me, 'Two')]);
    const before = await projections(db);
    expect(before.contracts).toHaveLength(2);
    await db.contracts.clear();
    await db.circles.update(id, { name: 'spoilt' });
    await rebuild(db);
    expect(await projections(db)).toEqual(before);
    expect(made?.entity).toBe(
      (before.contracts as { text: string; id: string }[]).find((row) => row.text === 'One')?.id,
    );
  });

  it('2: a write that fails leaves neither a fact nor a row nor a number behind', async () => {
    const { db } = await freshDatabase();
    const { id, me } = await circleIn(db);
    const before = [await file(db), await db.heads.toArray(), await db.meta.toArray(), await projections(db)];
    const broken = { ...contractIn(id, me, 'x'), body: { text: () => 1 } };
    await expect(append(db, [contractIn(id, me, 'first'), broken])).rejects.toThrow();
    expect([
      await file(db),
      await db.heads.toArray(),
      await db.meta.toArray(),
      await projections(db),
    ]).toEqual(before);
  });

  it('4: an import adopts no author', async () => {
    const one = await freshDatabase();
    const two = await freshDatabase();
    const { id, me } = await circleIn(one.db);
    await importEverything(two.db, await exportEverything(one.db));
    const [mine] = await append(two.db, [contractIn(id, me, 'From the second computer')]);
    const authors = new Set((await one.db.facts.toArray()).map((fact) => fact.author));
    expect(authors.has(mine?.author ?? '')).toBe(false);
    expect(mine?.seq).toBe(1);
  });

  it('4: a device that meets a higher head of its own log starts a new author, and one that differs too', async () => {
    const one = await freshDatabase();
    const { id, me } = await circleIn(one.db);
    await append(one.db, [contractIn(id, me, 'one')]);
    const author = (await one.db.meta.get(`author:${id}`))?.value;
    // The profile is copied to a second machine: the same author, the same head.
    const copy = await freshDatabase();
    for (const table of one.db.factTables())
      await copy.db.table(table.name).bulkPut(await one.db.table(table.name).toArray());
    await append(one.db, [contractIn(id, me, 'two')]);
    await append(copy.db, [contractIn(id, me, 'two, elsewhere')]);
    await importEverything(one.db, await exportEverything(copy.db));
    const [next] = await append(one.db, [contractIn(id, me, 'three')]);
    expect(next?.author).not.toBe(author);
    expect(next).toMatchObject({ seq: 1, prev: '' });
    const texts = (await one.db.contracts.toArray()).map((row) => row.text).sort();
    expect(texts).toEqual(['one', 'three', 'two', 'two, elsewhere']);
  });

  it('4: sequence and clock advance in the fact’s own transaction, without a gap, from many tabs at once', async () => {
    const { db, clock } = await freshDatabase();
    const { id, me } = await circleIn(db);
    const start = await db.facts.where('[log+entity]').between([id, ''], [id, '\uffff']).count();
    clock.now -= 3_600_000;
    const batches = await Promise.all(
      Array.from({ length: 12 }, (_, i) => append(db, [contractIn(id, me, `c${i}`)])),
    );
    const facts = batches.flat();
    expect(facts.map((fact) => fact.seq).sort((a, b) => a - b)).toEqual(facts.map((_, i) => start + 1 + i));
    expect(new Set(facts.map((fact) => fact.at)).size).toBe(12);
    expect(hlcMs(facts[0]?.at ?? '')).toBeGreaterThanOrEqual(clock.now + 3_600_000);
    const bySeq = facts.toSorted((a, b) => a.seq - b.seq);
    for (const [i, fact] of bySeq.entries()) if (i > 0) expect(fact.prev).toBe(bySeq[i - 1]?.hash);
  });

  it('5: facts of unknown kinds and versions are kept, exported and counted, and never migrated', async () => {
    const { db } = await freshDatabase();
    const { id, me } = await circleIn(db);
    const [made] = await append(db, [contractIn(id, me, 'One')]);
    await append(db, [
      { ...draft(id, me, made?.entity ?? '', 'contract.mood', { mood: 'good' }), v: 3 },
      draft(id, me, 'w1', 'weather.seen', { sky: 'blue' }),
    ]);
    const other = await freshDatabase();
    await importEverything(other.db, await exportEverything(db));
    expect(await other.db.contracts.toArray()).toMatchObject([{ text: 'One', newer: 1 }]);
    expect((await file(other.db)).facts).toEqual((await file(db)).facts);
  });

  it('7: an erased entry is gone from the disk and beats every import', async () => {
    const { db } = await freshDatabase();
    const { id, me } = await circleIn(db);
    const contract = contractIn(id, me, 'something very private');
    await append(db, [contract]);
    const row = await db.contracts.get([id, contract.entity]);
    if (row) await append(db, [editContract(row, { text: 'still very private', due: null }, me, 2)]);
    const backup = await exportEverything(db);
    await eraseEntity(db, id, contract.entity, me);
    expect(await exportEverything(db)).not.toContain('very private');
    expect(await db.contracts.get([id, contract.entity])).toBeUndefined();
    const again = await importEverything(db, backup);
    expect(again).toMatchObject({ ok: true, result: { added: 0 } });
    expect(await exportEverything(db)).not.toContain('very private');
    // Another profile that has the words loses them when the erasure reaches it, in either order.
    for (const files of [
      [backup, await exportEverything(db)],
      [await exportEverything(db), backup],
    ]) {
      const other = await freshDatabase();
      for (const text of files) await importEverything(other.db, text);
      expect(await exportEverything(other.db)).not.toContain('very private');
      expect((await file(other.db)).facts.every((fact) => fact.hash.length === 43)).toBe(true);
    }
  });

  it('7: an erasure in one log cannot touch another', async () => {
    const { db } = await freshDatabase();
    const a = await circleIn(db);
    const b = await circleIn(db);
    const [kept] = await append(db, [contractIn(b.id, b.me, 'mine to keep')]);
    await append(db, [draft(a.id, a.me, 'x', 'erased', { facts: [kept?.hash] })]);
    expect(await exportEverything(db)).toContain('mine to keep');
    const other = await freshDatabase();
    await importEverything(other.db, await exportEverything(db));
    expect(await exportEverything(other.db)).toContain('mine to keep');
  });

  it('7: an erased circle is gone with the private things about it, here and on one’s other devices', async () => {
    const { db } = await freshDatabase();
    const gone = await circleIn(db);
    const stays = await circleIn(db);
    await append(db, [
      contractIn(gone.id, gone.me, 'private about it', true),
      contractIn(gone.id, gone.me, 'in its log'),
      contractIn(stays.id, stays.me, 'another circle'),
    ]);
    const backup = await exportEverything(db);
    const other = await freshDatabase();
    await importEverything(other.db, backup);
    await eraseCircle(db, gone.id);
    expect(await db.circles.toCollection().primaryKeys()).toEqual([stays.id]);
    const text = await exportEverything(db);
    expect(text).not.toMatch(/private about it|in its log/);
    expect(text).toContain('another circle');
    expect(await importEverything(db, backup)).toMatchObject({
      ok: true,
      result: { erasedCircles: [gone.id] },
    });
    expect(await exportEverything(db)).toBe(text);
    await importEverything(other.db, text);
    expect(await exportEverything(other.db)).toBe(text);
    expect(await projections(other.db)).toEqual(await projections(db));
  });

  it('7: everything can be erased, and a backup can be read in afterwards', async () => {
    const { db } = await freshDatabase();
    await circleIn(db);
    const backup = await exportEverything(db);
    await eraseEverything(db);
    expect((await file(db)).facts).toEqual([]);
    await importEverything(db, backup);
    expect(await exportEverything(db)).toBe(backup);
  });

  it('10: joining two histories of one circle is the same operation as an import', async () => {
    const one = await freshDatabase();
    const two = await freshDatabase();
    const { id, me } = await circleIn(one.db);
    await importEverything(two.db, await exportEverything(one.db));
    await append(one.db, [contractIn(id, me, 'left')]);
    await append(two.db, [contractIn(id, me, 'right')]);
    await importEverything(one.db, await exportEverything(two.db));
    await importEverything(two.db, await exportEverything(one.db));
    expect(await exportEverything(one.db)).toBe(await exportEverything(two.db));
    expect(await projections(one.db)).toEqual(await projections(two.db));
  });
});

describe('facts that are split, repeated and shuffled', () => {
  const step = fc.record({
    where: fc.constantFrom(0, 1),
    what: fc.constantFrom('make', 'edit', 'report', 'undo', 'erase', 'private', 'swap'),
    pick: fc.nat(),
    skew: fc.integer({ min: -7_200_000, max: 7_200_000 }),
  });

  it(
    'give the same state in two browsers whatever the order of arrival',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), fc.nat(), async (steps, seed) => {
          const sides = [await freshDatabase(), await freshDatabase()] as const;
          const base = await circleIn(sides[0].db);
          await importEverything(sides[1].db, await exportEverything(sides[0].db));
          for (const { where, what, pick, skew } of steps) {
            const { db, clock } = sides[where === 0 ? 0 : 1];
            clock.now += skew;
            await act(db, what, pick, base);
            if (what === 'swap')
              await importEverything(db, await exportEverything(sides[where === 0 ? 1 : 0].db));
          }
          const all = [...(await file(sides[0].db)).facts, ...(await file(sides[1].db)).facts];
          const shuffled = shuffle(all, seed);
          const third = await freshDatabase();
          // Portions overlap and leave none out; a single one may hold an erasure before what it erases.
          for (let i = 0; i < shuffled.length; i += 7) await ingest(third.db, shuffled.slice(i, i + 9));
          await ingest(third.db, shuffled);
          await importEverything(sides[0].db, await exportEverything(sides[1].db));
          await importEverything(sides[1].db, await exportEverything(sides[0].db));
          const wanted = await projections(sides[0].db);
          expect(await projections(sides[1].db)).toEqual(wanted);
          expect(await projections(third.db)).toEqual(wanted);
          expect(await exportEverything(third.db)).toBe(await exportEverything(sides[0].db));
          await rebuild(third.db);
          expect(await projections(third.db)).toEqual(wanted);
          await Promise.all([...sides, third].map(({ db }) => db.delete()));
        }),
        soakRuns(12),
      );
    },
    SOAK_MS,
  );
});

/** One thing a member does; `pick` chooses among what there is. */
async function act(db: Database, what: string, pick: number, base: { id: string; me: string; bo: string }) {
  const rows = await db.contracts.toArray();
  const row = rows[pick % Math.max(1, rows.length)];
  const by = pick % 2 ? base.me : base.bo;
  switch (what) {
    case 'make':
      return append(db, [contractIn(base.id, by, `made ${pick}`)]);
    case 'private':
      return append(db, [contractIn(base.id, base.me, `mine ${pick}`, true)]);
    case 'edit':
      return row && append(db, [editContract(row, { text: `edited ${pick}`, due: null }, by, pick)]);
    case 'report': {
      const outcome = (['kept', 'partly', 'notYet', 'released'] as const)[pick % 4] ?? null;
      const meetingId = pick % 3 ? 'm1' : null;
      return row && append(db, [reportContract(row, { meetingId, outcome, text: '' }, by, pick)]);
    }
    case 'undo': {
      const log = row?.isPrivate ? ME : base.id;
      const fact = row?.reports.at(-1)?.fact;
      return row && fact && append(db, [undoDraft(log, row.isPrivate ? null : by, row.id, [fact])]);
    }
    case 'erase':
      return row && pick % 3 === 0 && eraseEntity(db, row.isPrivate ? ME : base.id, row.id, null);
    default:
      return undefined;
  }
}

/** Fisher–Yates with a small generator, so that a failing seed replays. */
function shuffle<T>(values: readonly T[], seed: number): T[] {
  const out = [...values];
  let state = seed || 1;
  for (let i = out.length - 1; i > 0; i -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const j = state % (i + 1);
    const [a, b] = [out[i], out[j]];
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
  }
  return out;
}

describe('export and import', () => {
  it('changes nothing and says why when the file is not ours, cut off, or from a newer version', async () => {
    const { db } = await freshDatabase();
    await circleIn(db);
    const before = await exportEverything(db);
    for (const [text, reason] of [
      ['', 'not-json'],
      ['hello', 'not-json'],
      ['[]', 'foreign'],
      ['{"format":"other","facts":[]}', 'foreign'],
      [before.slice(0, before.length / 2), 'damaged'],
      [before.replace('"version":1', '"version":2'), 'newer-version'],
      ['{"format":"circlekeeper","version":1,"facts":[{"a":1}]}', 'damaged'],
    ] as const) {
      expect(await importEverything(db, text)).toEqual({ ok: false, reason });
      expect(await exportEverything(db)).toBe(before);
    }
  });

  it('leaves out facts that were tampered with and says how many', async () => {
    const one = await freshDatabase();
    const { id, me } = await circleIn(one.db);
    await append(one.db, [contractIn(id, me, 'true words')]);
    const text = (await exportEverything(one.db)).replace('true words', 'false words');
    const two = await freshDatabase();
    expect(await importEverything(two.db, text)).toMatchObject({ ok: true, result: { unsound: 1 } });
    expect(await two.db.contracts.count()).toBe(0);
    expect(await two.db.circles.count()).toBe(1);
  });

  it('opens a sealed file with its passphrase only', async () => {
    const one = await freshDatabase();
    await circleIn(one.db);
    const plain = await exportEverything(one.db);
    const sealed = await sealText(plain, 'correct horse');
    expect(sealed).not.toContain('Thursday');
    const two = await freshDatabase();
    expect(await importEverything(two.db, sealed)).toEqual({ ok: false, reason: 'needs-passphrase' });
    expect(await importEverything(two.db, sealed, 'wrong')).toEqual({
      ok: false,
      reason: 'wrong-passphrase',
    });
    expect(await importEverything(two.db, sealed, 'correct horse')).toMatchObject({ ok: true });
    expect(await exportEverything(two.db)).toBe(plain);
  });

  it('merges the same file twice without adding anything', async () => {
    const one = await freshDatabase();
    await circleIn(one.db);
    const text = await exportEverything(one.db);
    const two = await freshDatabase();
    expect(await importEverything(two.db, text)).toMatchObject({ result: { added: 8, known: 0 } });
    expect(await importEverything(two.db, text)).toMatchObject({ result: { added: 0, known: 8 } });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshDatabase, projections } from '@/test/builders/database';
import { device } from '@/test/builders/logs';
import { SOAK_MS, soakRuns } from '@/test/soak/runs';
import { createCircle } from '../circle/commands.ts';
import { makeContract } from '../contract/commands.ts';
import { draft, myDraft, undoDraft } from '../fact/draft.ts';
import { type Draft, type Fact, isSound, ME } from '../fact/fact.ts';
import { erasedEntity, noteEntity } from '../me/me.ts';
import { recordMeeting } from '../meeting/commands.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import { contractErasure, eraseCircle, eraseEntity } from './erasures.ts';
import { ingest } from './ingest.ts';
import { rebuild } from './projections.ts';
import { sealText } from './sealed.ts';

const NOW = Date.UTC(2026, 10, 5, 17);

const circle = (id: string): Draft[] =>
  createCircle(
    {
      id,
      name: `Circle ${id}`,
      formatId: 'pmc',
      everyDays: 14,
      lengthMin: 90,
      agreement: [],
      links: [],
      members: [0, 1].map((seat) => ({
        id: `${id}-m${seat}`,
        name: `Member ${seat}`,
        email: `m${seat}@example.org`,
        guide: null,
        isMe: seat === 0,
      })),
    },
    NOW,
    '2026-11-05',
  );

const contract = (circleId: string, id: string, text: string, isPrivate = false): Draft =>
  makeContract(
    { id, circleId, memberId: `${circleId}-m0`, meetingId: `${circleId}-meet`, text, isPrivate },
    `${circleId}-m0`,
    NOW,
  );

const meeting = (circleId: string): Draft[] =>
  recordMeeting(
    {
      slot: {
        circleId,
        meetingId: `${circleId}-meet`,
        originalStart: NOW,
        start: NOW,
        lengthMin: 90,
        adhoc: false,
      },
      row: null,
      by: `${circleId}-m0`,
    },
    { start: NOW, end: NOW + 1, present: [`${circleId}-m0`] },
  );

/** Files in the form of an export, from facts of any make. */
const fileOf = (facts: readonly unknown[]) => JSON.stringify({ format: 'circlekeeper', version: 1, facts });

/** The rows that a profile shows of these facts, taken in one by one in either order, and rebuilt: all must agree. */
async function inEitherOrder(portions: readonly (readonly Fact[])[]): Promise<Record<string, unknown[]>> {
  const results: Record<string, unknown[]>[] = [];
  const texts: string[] = [];
  for (const order of [portions, portions.toReversed()]) {
    const { db } = await freshDatabase(NOW);
    for (const facts of order) await ingest(db, facts);
    results.push(await projections(db));
    texts.push(await exportEverything(db));
    await rebuild(db);
    results.push(await projections(db));
  }
  for (const other of results) expect(other).toEqual(results[0]);
  expect(texts[1]).toBe(texts[0]);
  return results[0] ?? {};
}

const of = <T extends { log?: string; id: string; circleId?: string }>(
  rows: Record<string, unknown[]>,
  table: string,
): T[] => (rows[table] ?? []) as T[];

describe('a log speaks only for itself', () => {
  it('changes, hides and deletes no row of another circle, whatever ids it names', async () => {
    const good = device('good').write([...circle('b'), contract('b', 'k', 'mine'), ...meeting('b')], NOW);
    const alone = await inEitherOrder([good]);
    for (const claimed of ['a', 'b']) {
      const body = { circle: claimed, name: 'Taken', email: '', seat: 0, guide: null, on: '2026-11-05' };
      const made = { ...(contract('a', 'k', 'taken').body as object), circle: claimed };
      // Dated before everything else, so that it would win by time.
      const evil = device('evil').write(
        [
          ...circle('a'),
          draft('a', null, 'b', 'circle.created', { name: 'Taken', at: 0 }),
          draft('a', null, 'b', 'circle.archived', { archived: true, replaces: [] }),
          draft('a', null, 'b-m0', 'member.added', body),
          draft('a', null, 'k', 'contract.made', made),
          draft('a', null, 'k', 'erased', { facts: good.map((fact) => fact.hash), whole: true }),
          draft('a', null, 'k', 'undone', { facts: good.map((fact) => fact.hash) }),
          draft('a', null, 'b-meet', 'meeting.planned', {
            ...(meeting('a')[0]?.body as object),
            circle: claimed,
          }),
        ],
        1,
      );
      const rows = await inEitherOrder([good, evil]);
      const ofB = (table: string) => of(rows, table).filter((row) => (row.log ?? row.id) === 'b');
      for (const table of ['circles', 'members', 'contracts', 'meetings'])
        expect(ofB(table), `${table}, claiming ${claimed}`).toEqual(
          of(alone, table).filter((row) => (row.log ?? row.id) === 'b'),
        );
      expect(of(rows, 'contracts').some((row) => row.log === 'b')).toBe(true);
    }
  });

  it('keeps a private contract and a shared one apart that have one id', async () => {
    const { write } = device('d');
    const shared = write([...circle('b'), contract('b', 'k', 'shared')], NOW);
    const own = write([contract('b', 'k', 'private', true)], NOW);
    const rows = await inEitherOrder([shared, own]);
    expect(
      of<{ id: string; log: string; text: string }>(rows, 'contracts').map(({ log, text }) => [log, text]),
    ).toEqual([
      ['b', 'shared'],
      [ME, 'private'],
    ]);
  });

  it('folds an entity under every kind that speaks of it, whichever is dated first or comes first', async () => {
    const good = device('good').write([...circle('b'), contract('b', 'k', 'mine')], NOW);
    const confusing = device('evil').write(
      [
        draft('b', null, 'k', 'member.renamed', { name: 'x', email: '', replaces: [] }),
        draft('b', null, 'b', 'meeting.planned', {}),
        draft('b', null, 'k', 'note.written', { circle: 'b', meeting: 'k', text: 'x', at: 0, replaces: [] }),
      ],
      1,
    );
    const rows = await inEitherOrder([good, confusing]);
    expect(rows.contracts).toHaveLength(1);
    expect(rows.circles).toHaveLength(1);
    expect(rows.notes).toEqual([]);
  });

  it('takes a note only under the name that notes have', async () => {
    const { write } = device('d');
    const note = (entity: string, text: string) =>
      myDraft(entity, 'note.written', { circle: 'b', meeting: 'm1', text, at: 0, replaces: [] });
    const rows = await inEitherOrder([
      write([note(noteEntity('m1'), 'mine')], NOW),
      write([note('abcd-m1', 'other'), note('m1', 'other')], NOW + 1),
    ]);
    expect(rows.notes).toMatchObject([{ id: 'm1', text: 'mine' }]);
  });
});

describe('what was erased stays erased', () => {
  it('also when another device edited the contract before it heard of the erasure', async () => {
    const here = await freshDatabase(NOW);
    await append(here.db, [...circle('b'), contract('b', 'k', 'secret')]);
    const there = await freshDatabase(NOW);
    await importEverything(there.db, await exportEverything(here.db));
    const edit = { text: 'secret again', due: null, at: NOW, replaces: [] };
    await append(there.db, [draft('b', 'b-m0', 'k', 'contract.edited', edit)]);
    await eraseEntity(here.db, 'b', 'k', 'b-m0');
    const [one, two] = [await exportEverything(here.db), await exportEverything(there.db)];
    for (const order of [
      [one, two],
      [two, one],
    ]) {
      const third = await freshDatabase(NOW);
      for (const text of order) await importEverything(third.db, text);
      expect(await exportEverything(third.db)).not.toContain('secret');
      expect(await third.db.contracts.count()).toBe(0);
    }
    // A form that was still open: its words never reach the disk.
    await append(here.db, [draft('b', 'b-m0', 'k', 'contract.edited', edit)]);
    expect(await exportEverything(here.db)).not.toContain('secret');
  });

  it('also private contracts about an erased circle that come from another device, in any order', async () => {
    const { write } = device('old');
    const edit = { text: 'secret two', due: null, at: NOW, replaces: [] };
    const facts = write([contract('b', 'k', 'secret one', true), myDraft('k', 'contract.edited', edit)], NOW);
    const erasure = device('new').write(
      [myDraft(erasedEntity('b'), 'erasure.circle', { circle: 'b', at: NOW })],
      NOW,
    );
    const rows = await inEitherOrder([...facts.map((fact) => [fact]), erasure]);
    expect(rows.contracts).toEqual([]);
    const { db } = await freshDatabase(NOW);
    for (const part of [erasure, facts.slice(1), facts.slice(0, 1)]) await ingest(db, part);
    expect(await exportEverything(db)).not.toContain('secret');
  });

  it('also when a tab that still shows the circle goes on writing', async () => {
    const { db } = await freshDatabase(NOW);
    await append(db, circle('b'));
    await eraseCircle(db, 'b');
    expect(await append(db, [contract('b', 'k', 'secret')])).toEqual([]);
    await append(db, [contract('b', 'k2', 'secret', true)]);
    expect(await exportEverything(db)).not.toContain('secret');
    expect((await db.facts.toArray()).filter((fact) => fact.log === 'b')).toEqual([]);
  });

  it('also when somebody takes the erasure of a circle back, or erases the erasure', async () => {
    const { db } = await freshDatabase(NOW);
    await append(db, circle('b'));
    const backup = await exportEverything(db);
    await eraseCircle(db, 'b');
    const erasure = (await db.facts.toArray()).find((fact) => fact.kind === 'erasure.circle');
    const facts = [erasure?.hash ?? ''];
    await append(db, [
      undoDraft(ME, null, erasedEntity('b'), facts),
      myDraft(erasedEntity('b'), 'erased', { facts, whole: true }),
    ]);
    await importEverything(db, backup);
    await rebuild(db);
    expect(await db.circles.count()).toBe(0);
    expect((await db.facts.toArray()).some((fact) => fact.log === 'b')).toBe(false);
  });

  it('but a file cannot erase one’s own log by calling it a circle, or a circle under another’s name', async () => {
    const { db } = await freshDatabase(NOW);
    await append(db, [...circle('b'), contract('b', 'k', 'kept', true)]);
    const before = await projections(db);
    const evil = device('evil').write(
      [
        myDraft(erasedEntity(ME), 'erasure.circle', { circle: ME, at: 0 }),
        myDraft('erased-x', 'erasure.circle', { circle: 'b', at: 0 }),
        draft('b', null, erasedEntity('b'), 'erasure.circle', { circle: 'b', at: 0 }),
      ],
      NOW,
    );
    await ingest(db, evil);
    const after = await projections(db);
    expect({ ...after, erasedCircles: [] }).toEqual(before);
    expect(await exportEverything(db)).toContain('kept');
  });

  it('with the second copy of a contract, but with nothing else that it calls the same', async () => {
    const { db } = await freshDatabase(NOW);
    await append(db, [
      ...circle('b'),
      contract('b', 'k', 'secret'),
      contract('b', 'k2', 'secret too'),
      draft('b', null, 'k', 'contract.same', { other: 'k2' }),
      draft('b', null, 'k', 'contract.same', { other: 'b' }),
      draft('b', null, 'k', 'contract.same', { other: 'b-m1' }),
    ]);
    const row = await db.contracts.get(['b', 'k']);
    if (row) await append(db, await contractErasure(db, row, null));
    expect(await exportEverything(db)).not.toContain('secret');
    expect(await db.circles.count()).toBe(1);
    expect(await db.members.count()).toBe(2);
  });
});

describe('a file that means harm', () => {
  const sealedWith = (bodies: readonly unknown[], entity = 'x'): Fact[] =>
    device('evil').write(
      bodies.map((body) => draft('b', 'b-m0', entity, 'weather.seen', body)),
      NOW,
    );

  it('leaves out what is too deep, too long or not a fact, and takes the rest', async () => {
    const good = device('good').write(circle('b'), NOW);
    const [template] = sealedWith([{}]);
    const wrong = [
      { ...template, body: 'DEEP' },
      { ...template, body: { text: 'x'.repeat(2_000_000) } },
      { ...template, seq: 0 },
      { ...template, seq: 1.5 },
      { ...template, at: 'now' },
      { ...template, at: 17 },
      { ...template, log: '' },
      { ...template, entity: 'x'.repeat(10_000) },
      { ...template, author: null },
      { ...template, hash: 'x' },
      null,
      7,
      [],
    ];
    const { db } = await freshDatabase(NOW);
    const text = fileOf([...wrong, ...good]).replace('"DEEP"', '['.repeat(20_000) + ']'.repeat(20_000));
    const result = await importEverything(db, text);
    expect(result).toMatchObject({ ok: true, result: { added: good.length, unsound: 2, unreadable: 11 } });
    expect(await db.circles.count()).toBe(1);
  });

  it('writes nothing that is too deep, too long or no plain value, and leaves no gap', async () => {
    const { db } = await freshDatabase(NOW);
    let deep: unknown = 0;
    for (let i = 0; i < 200; i += 1) deep = { deep };
    for (const body of [
      { deep },
      { text: 'x'.repeat(2_000_000) },
      { at: new Date(0) },
      { list: [undefined] },
    ])
      await expect(append(db, [draft('b', null, 'x', 'weather.seen', body)])).rejects.toThrow(TypeError);
    const [fact] = await append(db, [draft('b', null, 'x', 'weather.seen', {})]);
    expect(fact?.seq).toBe(1);
  });

  it('carries keys like __proto__ as what they are: words', async () => {
    const body = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    ) as unknown;
    const people = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const facts = device('evil').write(
      [
        ...circle('b'),
        draft('b', null, '__proto__', '__proto__', body),
        draft('b', null, 'x', 'constructor.made', body),
        ...people.flatMap((member) => [
          draft('b', null, 'b-meet', 'meeting.asked', { member, minutes: 3, replaces: [] }),
          draft('b', null, 'b-meet', 'meeting.presence', { member, presence: 'away', at: 0, replaces: [] }),
          draft('b', null, member, 'member.left', { on: '2026-11-05', until: body, replaces: [] }),
        ]),
        ...meeting('b'),
      ],
      NOW,
    );
    await inEitherOrder([facts]);
    const { db } = await freshDatabase(NOW);
    await importEverything(db, fileOf(facts));
    expect((await db.facts.toArray()).every(isSound)).toBe(true);
    expect(await db.facts.count()).toBe(facts.length);
    const again = await freshDatabase(NOW);
    await importEverything(again.db, await exportEverything(db));
    expect(await exportEverything(again.db)).toBe(await exportEverything(db));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('cannot pull the clock along, and what is said afterwards still replaces what it said', async () => {
    const { db } = await freshDatabase(NOW);
    await append(db, circle('b'));
    const [evil] = device('evil').write(
      [draft('b', null, 'b', 'circle.named', { name: 'For ever', replaces: [] })],
      NOW + 50 * 365 * 86_400_000,
    );
    if (evil) await ingest(db, [evil]);
    const [mine] = await append(db, [
      draft('b', 'b-m0', 'b', 'circle.named', { name: 'Ours', replaces: [evil?.hash ?? ''] }),
    ]);
    expect((mine?.at ?? 'f') < (evil?.at ?? '')).toBe(true);
    expect((await db.circles.get('b'))?.name).toBe('Ours');
  });

  it('may have gaps in its numbers and two facts of one number: all are kept, in one order', async () => {
    const facts = device('gap').write(
      [...circle('b'), contract('b', 'k', 'a'), contract('b', 'k2', 'b')],
      NOW,
    );
    const fork = device('gap').write([...circle('b').slice(0, 2), contract('b', 'k3', 'c')], NOW + 1);
    const rows = await inEitherOrder([facts.filter((_, i) => i % 2 === 0), fork, facts.slice(-1)]);
    expect(of(rows, 'contracts').map((row) => row.id)).toEqual(expect.arrayContaining(['k2', 'k3']));
  });

  it(
    'never makes a fold throw, whatever stands in a body, and all orders show the same',
    async () => {
      const kinds = fc.constantFrom(
        ...[
          'circle.created',
          'circle.linked',
          'member.added',
          'member.left',
          'meeting.planned',
          'meeting.started',
        ],
        ...[
          'meeting.moved',
          'meeting.replanned',
          'contract.made',
          'contract.reported',
          'note.written',
          'me.member',
        ],
        ...['series.decided', 'erasure.circle', 'erased', 'undone'],
      );
      const entity = fc.constantFrom(
        'b',
        'b-meet',
        'k',
        'b-m0',
        'note-b-meet',
        'me-b',
        'series-s',
        'erased-b',
        '',
      );
      const step = fc.record({
        log: fc.constantFrom('b', 'a', ME),
        entity: entity.map((id) => id || '__proto__'),
        kind: kinds,
        body: fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              circle: fc.constantFrom('a', 'b', ME),
              member: fc.constant('b-m0'),
              meeting: fc.constantFrom(null, 'b-meet'),
              text: fc.string(),
              name: fc.string(),
              kind: fc.constant('action'),
              outcome: fc.constantFrom('kept', null),
              at: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NOW)),
              start: fc.nat(),
              originalStart: fc.nat(),
              lengthMin: fc.constant(90),
              adhoc: fc.boolean(),
              facts: fc.array(fc.string(), { maxLength: 2 }),
              whole: fc.boolean(),
              due: fc.constant(null),
              follows: fc.constant(null),
              key: fc.constant('s'),
              title: fc.string(),
              people: fc.constant([]),
              code: fc.constant(null),
              replaces: fc.constant([]),
            },
            { requiredKeys: [] },
          ),
        ),
      });
      const good = device('good').write([...circle('b'), ...meeting('b'), contract('b', 'k', 'x')], NOW);
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          const evil = device('evil').write(
            steps.map(({ log, entity: id, kind, body }) => draft(log, null, id, kind, body)),
            NOW - 1,
          );
          await inEitherOrder([good, ...evil.map((fact) => [fact])]);
        }),
        soakRuns(25),
      );
    },
    SOAK_MS,
  );

  it('changes nothing when a sealed file was tampered with, and a later version of sealing is said to be newer', async () => {
    const { db } = await freshDatabase(NOW);
    const plain = fileOf(device('good').write(circle('b'), NOW));
    const sealed = JSON.parse(await sealText(plain, 'pass')) as Record<string, unknown>;
    const data = String(sealed.data);
    const flipped = data.slice(0, 40) + (data[40] === 'A' ? 'B' : 'A') + data.slice(41);
    for (const [change, reason] of [
      [{ data: flipped }, 'wrong-passphrase'],
      [{ data: data.slice(0, -8) }, 'wrong-passphrase'],
      [{ iv: 'AAAAAAAAAAAAAAAA' }, 'wrong-passphrase'],
      [{ iv: '' }, 'wrong-passphrase'],
      [{ rounds: 100_000 }, 'wrong-passphrase'],
      [{ rounds: 1 }, 'foreign'],
      [{ rounds: 1e12 }, 'foreign'],
      [{ version: 2 }, 'newer-version'],
    ] as const)
      expect(await importEverything(db, JSON.stringify({ ...sealed, ...change }), 'pass')).toEqual({
        ok: false,
        reason,
      });
    expect(await db.facts.count()).toBe(0);
  });
});

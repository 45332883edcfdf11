import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { EXPORTED_KINDS, everyKind } from '@/test/builders/every-kind';
import { localCircle, sharedCircle } from '@/test/builders/sharing';
import { shown } from '@/test/builders/shown';
import { SOAK_MS, soakRuns } from '@/test/soak/runs';
import { demoYear } from '../demo/demo-year.ts';
import { words } from '../demo/words/en.ts';
import { undoDraft } from '../fact/draft.ts';
import { ERASED } from '../fact/erased.ts';
import { type Draft, type Fact, ME } from '../fact/fact.ts';
import { UNDONE } from '../fact/fold.ts';
import { newId } from '../platform/id.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import type { Database } from './database.ts';
import { eraseEntity } from './erasures.ts';
import { ingest } from './ingest.ts';
import { rebuild } from './projections.ts';

/** Ada is me; these are what facts speak of. */
const IDS = ['m-ada', 'm-bo', 'm-chen', 'meeting-1', 'contract-1'];

const factsIn = (text: string): Fact[] => (JSON.parse(text) as { facts: Fact[] }).facts;

/** Brings files into a profile that has nothing yet, one after the other. */
async function fresh(...files: readonly string[]): Promise<Database> {
  const { db } = await freshDatabase();
  for (const text of files)
    expect(await importEverything(db, text)).toMatchObject({
      ok: true,
      result: { unsound: 0, unreadable: 0 },
    });
  return db;
}

/** Takes the last fact back that these are, and erases what the first is about. */
async function changeMinds(db: Database, facts: readonly Fact[]): Promise<void> {
  const last = facts.at(-1);
  if (last) await append(db, [undoDraft(last.log, last.by, last.entity, [last.hash])]);
  const [first] = facts;
  if (first) await eraseEntity(db, first.log, first.entity, first.by);
}

describe('export, a new profile, import, export', () => {
  it('is the same file to the byte, with facts of every kind there is, and shows the same', async () => {
    const { db, space } = await sharedCircle();
    await ingest(db, demoYear({ now: db.now(), zone: 'Europe/Berlin', newId, words }).facts);
    const circleId = await localCircle(db);
    for (const drafts of fc.sample(everyKind({ circleId, ids: IDS }), { numRuns: 4, seed: 6 }))
      await append(db, drafts);
    const later = await append(
      db,
      fc.sample(everyKind({ circleId, ids: IDS }), { numRuns: 1, seed: 7 }).flat(),
    );
    await changeMinds(
      db,
      later.filter(({ kind }) => kind.startsWith('goal.')),
    );
    await changeMinds(
      db,
      later.filter(({ kind, log }) => kind.startsWith('contract.') && log === ME),
    );
    const text = await exportEverything(db);
    const kinds = new Set(factsIn(text).map(({ kind }) => kind));
    expect([...EXPORTED_KINDS, UNDONE, ERASED].filter((kind) => !kinds.has(kind))).toEqual([]);
    const other = await fresh(text);
    expect(await exportEverything(other)).toBe(text);
    const rows = new Map<string, number>();
    for (const log of [circleId, space]) {
      const here = await shown(db, log);
      expect(await shown(other, log)).toEqual(here);
      for (const [name, all] of Object.entries(here))
        rows.set(name, (rows.get(name) ?? 0) + (Array.isArray(all) ? all.length : Number(all !== null)));
    }
    // It is something that is compared. Guests of meetings come from a calendar, and there is none.
    expect([...rows].filter(([name, count]) => count === 0 && name !== 'guests')).toEqual([]);
  });
});

describe('two profiles that went apart', () => {
  /** What is said with what was said before it: an edit replaces what both have. */
  const replacing = (draft: Draft, before: readonly Fact[]): Draft => {
    const { replaces } = draft.body as { replaces?: unknown };
    const same = before.filter(
      ({ log, kind, entity }) => log === draft.log && kind === draft.kind && entity === draft.entity,
    );
    return replaces === undefined || same.length === 0
      ? draft
      : { ...draft, body: { ...(draft.body as object), replaces: same.map(({ hash }) => hash) } };
  };

  it(
    'come to the same state in either order, personal things included',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          everyKind({ circleId: '@circle', ids: IDS }),
          everyKind({ circleId: '@circle', ids: IDS }),
          everyKind({ circleId: '@circle', ids: IDS }),
          fc.integer({ min: -7_200_000, max: 7_200_000 }),
          fc.nat(),
          async (both, one, two, skew, pick) => {
            const here = await freshDatabase();
            const circleId = await localCircle(here.db);
            const placed = (drafts: readonly Draft[]): Draft[] =>
              drafts.map((draft) => ({
                ...draft,
                log: draft.log === ME ? ME : circleId,
                entity: draft.entity.replace('@circle', circleId),
                body: JSON.parse(
                  JSON.stringify(draft.body).replaceAll('"@circle"', JSON.stringify(circleId)),
                ),
              }));
            const common = await append(here.db, placed(both));
            const there = await freshDatabase(here.clock.now + skew);
            await importEverything(there.db, await exportEverything(here.db));
            for (const [{ db }, drafts, at] of [
              [here, one, pick],
              [there, two, pick + 7],
            ] as const) {
              await append(
                db,
                placed(drafts).map((draft) => replacing(draft, common)),
              );
              const some = common.filter(
                ({ kind }) => !/^(circle|erasure|device|steward|epoch)\./.test(kind),
              );
              const chosen = some.slice(at % some.length).slice(0, 3);
              await changeMinds(db, chosen);
            }
            const files = [await exportEverything(here.db), await exportEverything(there.db)] as const;
            const [ab, ba] = [await fresh(files[0], files[1]), await fresh(files[1], files[0])];
            await importEverything(here.db, files[1]);
            await importEverything(there.db, files[0]);
            const wanted = { text: await exportEverything(ab), rows: await shown(ab, circleId) };
            for (const db of [ba, here.db, there.db]) {
              expect(await exportEverything(db)).toBe(wanted.text);
              expect(await shown(db, circleId)).toEqual(wanted.rows);
            }
            await rebuild(ba);
            expect(await shown(ba, circleId)).toEqual(wanted.rows);
            await Promise.all([here.db, there.db, ab, ba].map((db) => db.delete()));
          },
        ),
        { ...soakRuns(8), interruptAfterTimeLimit: SOAK_MS / 2 },
      );
    },
    SOAK_MS,
  );
});

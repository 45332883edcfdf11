import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freshDatabase, projections } from '@/test/builders/database';
import { bring, letIn, sharedCircle } from '@/test/builders/sharing';
import { SOAK_MS, soakRuns } from '@/test/soak/runs';
import { memberLeft } from '../circle/edit.ts';
import { nameSteward } from '../circle/rights-commands.ts';
import { editContract, makeContract, reportContract } from '../contract/commands.ts';
import { sayAbout } from '../contract/thread.ts';
import { undoDraft } from '../fact/draft.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { startEpoch } from './epochs.ts';
import { contractErasure, eraseEntity } from './erasures.ts';
import { rebuild } from './projections.ts';
import { shareStore } from './share-store.ts';
import { logFacts } from './spaces.ts';

/** A shared circle with all that makes it hard: forged words, a member who leaves, two stewards, erasures, quarrels. */
async function eventful() {
  const ada = await sharedCircle();
  const { space } = ada;
  const [bo, chen] = [await letIn(ada.db, space, 'm-bo'), await letIn(ada.db, space, 'm-chen')];
  const made = (id: string, member: string, by: string) =>
    makeContract(
      { id, circleId: space, memberId: member, meetingId: null, text: id, isPrivate: false },
      by,
      1,
    );
  const row = async (db: Database, id: string) => {
    const found = await db.contracts.get([space, id]);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  await append(ada.db, [
    made('a', 'm-ada', 'm-ada'),
    made('for-bo', 'm-bo', 'm-ada'),
    made('gone', 'm-ada', 'm-ada'),
  ]);
  const rights = await ada.db.rights.get(space);
  if (rights) await append(ada.db, [nameSteward(rights, 'm-ada', 'm-bo', 1)]);
  for (const { db } of [bo, chen]) await bring(ada.db, db, space);
  await append(bo.db, [
    made('forged', 'm-chen', 'm-chen'),
    editContract(await row(bo.db, 'for-bo'), { text: 'mine', due: null }, 'm-bo', 2),
    sayAbout(await row(bo.db, 'a'), 'hm', 'm-bo', 3),
    undoDraft(space, 'm-bo', 'a', [
      (await bo.db.facts.where('[log+entity]').equals([space, 'a']).first())?.hash ?? '',
    ]),
  ]);
  await append(chen.db, [
    made('c', 'm-chen', 'm-chen'),
    sayAbout(await row(chen.db, 'gone'), 'why?', 'm-chen', 4),
  ]);
  await append(ada.db, await contractErasure(ada.db, await row(ada.db, 'gone'), 'm-ada'));
  await eraseEntity(chen.db, space, 'a', 'm-chen');
  await bring(chen.db, bo.db, space);
  await append(bo.db, [
    reportContract(await row(bo.db, 'c'), { meetingId: 'm', outcome: 'kept', text: '' }, 'm-bo', 5),
    memberLeft(space, 'm-bo', 'm-chen', '2026-11-20', []),
  ]);
  await append(chen.db, [made('too-late', 'm-chen', 'm-chen')]);
  await startEpoch(bo.db, space);
  await bring(bo.db, ada.db, space);
  // Ada and Bo, each without knowing of it, remove the other.
  await append(bo.db, [memberLeft(space, 'm-bo', 'm-ada', '2026-11-21', [])]);
  await append(ada.db, [memberLeft(space, 'm-ada', 'm-bo', '2026-11-21', [])]);
  const facts = new Map();
  for (const { db } of [ada, bo, chen]) {
    await shareStore(db).signPending(space);
    for (const fact of await logFacts(db, space))
      facts.set(fact.hash, fact.body === null ? (facts.get(fact.hash) ?? fact) : fact);
  }
  return { space, facts: [...facts.values()] };
}

const rowsOf = async (db: Database) => ({ ...(await projections(db)), rights: await db.rights.toArray() });

it(
  'a shared circle is the same whatever the order its facts came in, in whatever portions, and again when it is rebuilt',
  async () => {
    const { space, facts } = await eventful();
    const whole = await freshDatabase();
    await shareStore(whole.db).take(space, facts);
    const wanted = await rowsOf(whole.db);
    // It says something: nothing forged or late, what Bo said before Ada, the more senior, removed Bo, and Ada's words.
    const rows = await whole.db.contracts.toArray();
    expect(rows.map((row) => [row.id, row.text, row.outcome]).sort()).toEqual([
      ['a', 'a', null],
      ['c', 'c', 'kept'],
      ['for-bo', 'mine', null],
    ]);
    expect(wanted.rights[0]?.gone).toEqual(['m-bo', 'm-chen']);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        fc.integer({ min: 1, max: 12 }),
        async (shuffled, portion) => {
          const { db } = await freshDatabase();
          const store = shareStore(db);
          for (let i = 0; i < shuffled.length; i += portion)
            await store.take(space, shuffled.slice(i, i + portion));
          // What came without its words before its erasure did is asked for again.
          await store.take(space, shuffled);
          expect(await rowsOf(db)).toEqual(wanted);
          await rebuild(db);
          expect(await rowsOf(db)).toEqual(wanted);
          await db.delete();
        },
      ),
      soakRuns(8),
    );
  },
  SOAK_MS,
);

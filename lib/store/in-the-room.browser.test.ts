import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { parkThought, settleParked } from '../circle/parking.ts';
import { draft } from '../fact/draft.ts';
import { ME } from '../fact/fact.ts';
import { answerPig, pigEntity, writePig } from '../me/pig.ts';
import { noteStroke } from '../me/stroke.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import type { Database } from './database.ts';
import { eraseCircle, eraseEntity } from './erasures.ts';
import { listPigs, listStrokes } from './only-mine.ts';
import { openParked } from './parking.ts';
import { rebuild } from './projections.ts';

const park = (id: string, circleId: string, at: number) =>
  parkThought({ id, circleId, meetingId: null, text: `thought ${id}` }, null, at);
const ids = async (db: Database, circleId: string) => (await openParked(db, circleId)).map(({ id }) => id);

describe('the parking lot', () => {
  it('keeps each circle’s open thoughts, the oldest first, also after a rebuild', async () => {
    const { db } = await freshDatabase();
    await append(db, [park('late', 'a', 9), park('early', 'a', 3), park('other', 'b', 1)]);
    expect(await ids(db, 'a')).toEqual(['early', 'late']);
    const [early] = await openParked(db, 'a');
    if (early) await append(db, [settleParked(early, { how: 'takenUp', meetingId: null }, null, 10)]);
    expect(await ids(db, 'a')).toEqual(['late']);
    await rebuild(db);
    expect(await ids(db, 'a')).toEqual(['late']);
    await eraseCircle(db, 'a');
    expect(await db.parked.toCollection().primaryKeys()).toEqual([['b', 'other']]);
  });

  it('erases a thought for good, with what still arrives of it', async () => {
    const one = await freshDatabase();
    const two = await freshDatabase();
    await append(one.db, [park('p', 'a', 1)]);
    await importEverything(two.db, await exportEverything(one.db));
    const [item] = await openParked(two.db, 'a');
    if (item) await append(two.db, [settleParked(item, { how: 'dropped', meetingId: null }, null, 2)]);
    await eraseEntity(one.db, 'a', 'p', null);
    await importEverything(one.db, await exportEverything(two.db));
    expect(await openParked(one.db, 'a')).toEqual([]);
    expect(await exportEverything(one.db)).not.toContain('thought p');
  });
});

describe('what is only mine', () => {
  it('is in my own log and in no circle’s, whoever writes one there', async () => {
    const { db } = await freshDatabase();
    await append(db, [
      writePig('p', 'I am slow', 1),
      noteStroke({ id: 's', circleId: 'a', meetingId: null, text: 'You ask well' }, 2),
      draft('a', null, pigEntity('q'), 'pig.written', { text: 'not mine', at: 1 }),
    ]);
    expect((await listPigs(db)).map(({ text }) => text)).toEqual(['I am slow']);
    const facts = await db.facts.toArray();
    expect(facts.filter(({ entity }) => entity === pigEntity('p')).map(({ log }) => log)).toEqual([ME]);
  });

  it('lets a pig go with its answer for good; a stroke goes with its circle, a pig does not', async () => {
    const { db } = await freshDatabase();
    await append(db, [
      writePig('p', 'I am slow', 1),
      writePig('q', 'Nobody needs this', 2),
      noteStroke({ id: 's', circleId: 'a', meetingId: null, text: 'You ask well' }, 3),
    ]);
    const [, slow] = await listPigs(db);
    if (slow) await append(db, [answerPig(slow, 'Thorough', 4)]);
    const copy = await exportEverything(db);
    await eraseEntity(db, ME, pigEntity('p'), null);
    await importEverything(db, copy);
    expect((await listPigs(db)).map(({ id }) => id)).toEqual(['q']);
    expect(await exportEverything(db)).not.toMatch(/I am slow|Thorough/);
    await eraseCircle(db, 'a');
    expect(await listStrokes(db)).toEqual([]);
    expect((await listPigs(db)).map(({ id }) => id)).toEqual(['q']);
  });
});

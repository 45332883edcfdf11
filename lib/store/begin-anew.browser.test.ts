import { expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { bring, letIn, sharedCircle } from '@/test/builders/sharing';
import { makeContract, reportContract } from '../contract/commands.ts';
import { sharePrivate } from '../contract/private-copy.ts';
import { decideSeries } from '../me/commands.ts';
import { writeNote } from '../me/write-note.ts';
import { makeKeys } from '../share/keys.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import { goesOnIn, listCircles, loadCircle } from './circles.ts';
import { openContracts } from './contracts.ts';
import { COPY_ALL } from './copy-source.ts';
import type { Database } from './database.ts';
import { eraseCircle } from './erasures.ts';
import { arrive, isCopy, letIn as letInOf } from './let-in.ts';
import { stopSharingWith } from './let-out.ts';
import { rebuild } from './projections.ts';
import { shareCircle } from './share-circle.ts';

const THEN = Date.UTC(2026, 9, 22, 17);
const SERIES = 'thursday@calendar';

/** A circle Ada shared, with contracts and what is her own, as a backup brings it to a new browser. */
async function restored() {
  const ada = await sharedCircle();
  const { db, space } = ada;
  const of = (id: string, memberId: string, text: string, isPrivate = false) => ({
    id,
    circleId: space,
    memberId,
    meetingId: null,
    text,
    isPrivate,
  });
  await append(db, [
    makeContract(of('k1', 'm-ada', 'Write one page'), 'm-ada', THEN),
    makeContract(of('k2', 'm-bo', 'Ask Ruth'), 'm-ada', THEN),
    makeContract(of('k3', 'm-ada', 'Only for me', true), null, THEN),
    makeContract(of('k4', 'm-ada', 'Shown later', true), null, THEN),
    writeNote({ id: 'met', circleId: space }, 'Bo seemed tired', null, THEN),
    decideSeries({ key: SERIES, title: 'Circle', people: [], code: null }, space, []),
  ]);
  const k4 = (await db.contracts.toArray()).find((one) => one.id === 'k4');
  if (!k4) throw new Error('no contract');
  await append(db, sharePrivate(k4, 'k4-shown', 'm-ada', THEN));
  const copy = await freshDatabase(db.now());
  expect(await importEverything(copy.db, await exportEverything(db))).toMatchObject({ ok: true });
  return { ada, space, db: copy.db };
}

/** What this profile has to do with circles: which is listed, which a series leads to, and what is open. */
const stand = async (db: Database) => ({
  listed: (await listCircles(db)).map(({ circle }) => circle.id),
  series: await db.circles.where('seriesKeys').equals(SERIES).primaryKeys(),
  decided: (await db.decisions.toArray()).map((row) => row.circleId),
  open: (await openContracts(db)).map((row) => `${row.text}${row.isPrivate ? ' (private)' : ''}`).sort(),
  circles: [...new Set((await openContracts(db)).map((row) => row.circleId))],
});

it('goes on with all that was here, once, in a circle of its own', async () => {
  const { ada, space, db } = await restored();
  const shared = await shareCircle(db, space, COPY_ALL);
  if (!shared.ok) throw new Error(shared.reason);
  const now = await stand(db);
  expect(now).toEqual({
    listed: [shared.circleId],
    series: [shared.circleId],
    decided: [shared.circleId],
    open: ['Ask Ruth', 'Only for me (private)', 'Shown later', 'Write one page'],
    circles: [shared.circleId],
  });
  expect(await goesOnIn(db, space)).toBe(shared.circleId);
  // It is a circle like any other: a contract is reported on, somebody is let in.
  const mine = (await openContracts(db, shared.circleId)).find((row) => row.text === 'Write one page');
  if (!mine) throw new Error('not copied');
  await append(db, [reportContract(mine, { meetingId: null, outcome: 'kept', text: '' }, 'm-ada', THEN + 1)]);
  const bo = await letIn(db, shared.circleId, 'm-bo');
  expect((await loadCircle(bo.db, shared.circleId))?.circle.name).toBe('Thursday circle');
  // Nothing was written into the old one's log, and whatever is folded anew says the same.
  const inOld = async (one: Database) =>
    (await one.facts.toArray()).filter((fact) => fact.log === space).length;
  expect(await inOld(db)).toBe(await inOld(ada.db));
  const before = await stand(db);
  await rebuild(db);
  expect(await stand(db)).toEqual(before);
  const third = await freshDatabase(db.now());
  await importEverything(third.db, await exportEverything(db));
  expect((await stand(third.db)).listed).toEqual([shared.circleId]);
});

it('takes a private contract that was shown along as private where the contracts of the log are not ticked', async () => {
  const { space, db } = await restored();
  const choice = { ...COPY_ALL, ownContracts: false, othersContracts: false };
  expect(await shareCircle(db, space, choice)).toMatchObject({ ok: true });
  expect((await stand(db)).open).toEqual(['Only for me (private)', 'Shown later (private)']);
});

it('is for a copy alone: not for who is in the circle, nor for who was taken out of it', async () => {
  const ada = await sharedCircle();
  const { space } = ada;
  const bo = await letIn(ada.db, space, 'm-bo');
  await stopSharingWith(ada.db, space, 'm-bo');
  await bring(ada.db, bo.db, space);
  for (const { db } of [ada, bo]) {
    expect(await isCopy(db, space)).toBe(false);
    expect(await shareCircle(db, space, COPY_ALL)).toEqual({ ok: false, reason: 'shared' });
  }
});

it('gives way to the circle itself as soon as somebody lets this browser in', async () => {
  const { ada, space, db } = await restored();
  const shared = await shareCircle(db, space, COPY_ALL);
  if (!shared.ok) throw new Error(shared.reason);
  const made = await makeKeys();
  const grant = await letInOf(ada.db, space, 'm-ada', { author: made.author, box: made.boxPublic });
  await arrive(db, made, grant);
  await bring(ada.db, db, space);
  expect((await stand(db)).listed.sort()).toEqual([space, shared.circleId].sort());
  expect((await loadCircle(db, space))?.circle.seriesKeys).toEqual([SERIES]);
});

it('is erased for good with the copy it began from', async () => {
  const { space, db } = await restored();
  const shared = await shareCircle(db, space, COPY_ALL);
  if (!shared.ok) throw new Error(shared.reason);
  await eraseCircle(db, shared.circleId);
  expect(await stand(db)).toEqual({ listed: [], series: [], decided: [], open: [], circles: [] });
  expect(JSON.stringify(await db.facts.toArray())).not.toContain('one page');
});

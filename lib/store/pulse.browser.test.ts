import { expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { ITEMS, POINTS, pulsePeople } from '@/test/builders/pulse-people';
import { localCircle } from '@/test/builders/sharing';
import { memberLeft } from '../circle/edit.ts';
import { addDevice } from '../circle/rights-commands.ts';
import { ME } from '../fact/fact.ts';
import { answerPulse, feelMeeting } from '../pulse/answer.ts';
import { giveShares } from '../pulse/round-commands.ts';
import { makeKeys } from '../share/keys.ts';
import { openTo } from '../share/seal/to-device.ts';
import { append } from './append.ts';
import { exportEverything } from './backup.ts';
import { COPY_ALL } from './copy-source.ts';
import { currentKeys } from './device-keys.ts';
import { startEpoch } from './epochs.ts';
import { eraseCircle, eraseEntity } from './erasures.ts';
import { listAnswers, listFelt, loadAsk, loadRounds } from './pulse.ts';
import { shareCircle } from './share-circle.ts';
import { tendPulse } from './tend-pulse.ts';

it('five devices add up their answers, all see the sum, and no answer is in anything that was exchanged', async () => {
  const town = await pulsePeople();
  const id = await town.open('m-bo');
  for (const member of town.people.keys()) await town.answer(member, id);
  // Another epoch begins meanwhile: numbers are sealed to devices, not to epochs.
  await startEpoch(town.dbOf('m-ada'), town.space);
  await town.settleDown();
  for (const view of await town.views(id)) expect(view).toMatchObject({ phase: 'done', total: POINTS });
  const bo = town.dbOf('m-bo');
  const shared = (await bo.facts.toArray()).filter((fact) => fact.log === town.space);
  expect(shared.some((fact) => fact.kind === 'pulse.answered')).toBe(false);
  // Of a round nothing is told but who is in it, sealed numbers, and numbers that look like any other.
  const told = shared.filter((fact) => fact.kind.startsWith('pulse.'));
  expect([...new Set(told.flatMap((fact) => Object.keys(fact.body as object)))].sort()).toEqual([
    'at',
    'box',
    'of',
    'respondents',
    'shares',
    'sum',
    'until',
  ]);
  // The answer is where it was given, and travels nowhere.
  expect((await listAnswers(bo, town.space)).map((one) => one.items)).toEqual([ITEMS['m-bo']]);
  expect(await listAnswers(town.dbOf('m-ada'), town.space)).toHaveLength(1);
  // Done is done: nothing is told twice, also by two pages at once.
  expect(await Promise.all([tendPulse(bo, town.space), tendPulse(bo, town.space)])).toEqual([0, 0]);
});

it('one who copies another’s sealed numbers into their own name makes no sum of them, and only spoils the round', async () => {
  const town = await pulsePeople();
  const id = await town.open('m-ada');
  for (const member of town.people.keys()) await town.answer(member, id);
  await town.exchange();
  // Eve's answer is not there when it is her turn: she hands on what Bo gave.
  await eraseEntity(town.dbOf('m-eve'), ME, `pulse-${id}`, null);
  await town.settleDown();
  const eve = town.dbOf('m-eve');
  const settled = (await loadRounds(eve, town.space))?.rounds[0]?.settled[0];
  const bo = (await currentKeys(town.dbOf('m-bo'), town.space))?.author ?? '';
  const stolen = settled?.shares.get(bo)?.shares;
  if (!settled || !stolen) throw new Error('Bo gave nothing');
  expect(settled.shares.size).toBe(4);
  await append(eve, [giveShares({ circleId: town.space, id, by: 'm-eve' }, settled, stolen, eve.now())]);
  await town.settleDown();
  for (const view of await town.views(id)) expect(view).toMatchObject({ phase: 'closing' });
  expect((await loadRounds(eve, town.space))?.rounds[0]?.settled[0]?.sums.size).toBe(0);
});

it('a steward who writes that others’ devices have keys of theirs gets nothing sealed to them', async () => {
  const town = await pulsePeople();
  const ada = town.dbOf('m-ada');
  const rights = await ada.rights.get(town.space);
  const evil = await makeKeys();
  const bo = rights?.devices.find((one) => one.member === 'm-bo');
  if (!rights || !bo) throw new Error('no Bo');
  // As Bo's, and as one of Ada's own.
  for (const member of ['m-bo', 'm-ada'])
    await append(ada, [
      addDevice(rights, 'm-ada', { device: bo.device, box: evil.boxPublic }, member, ada.now()),
    ]);
  const id = await town.open('m-ada');
  for (const member of town.people.keys()) await town.answer(member, id);
  await town.settleDown();
  expect((await town.views(id))[0]).toMatchObject({ phase: 'done', total: POINTS });
  const settled = (await loadRounds(ada, town.space))?.rounds[0]?.settled[0];
  const sealed = [...(settled?.shares.values() ?? [])].flatMap((one) => Object.values(one.shares));
  expect(sealed).toHaveLength(25);
  for (const from of settled?.shares.keys() ?? [])
    for (const one of sealed) {
      const label = `circlekeeper pulse share 1\n${town.space}\n${id}\n${settled?.hash}\n${from}`;
      expect(await openTo({ author: bo.device, box: evil.box }, label, one)).toBeNull();
    }
  expect(settled?.boxes.get(bo.device)).not.toBe(evil.boxPublic);
});

it('a round in which somebody leaves tells nothing, and the four who stay may begin anew', async () => {
  const town = await pulsePeople();
  const id = await town.open('m-ada');
  for (const member of town.people.keys()) await town.answer(member, id);
  await town.exchange();
  await tendPulse(town.dbOf('m-ada'), town.space);
  await append(town.dbOf('m-ada'), [memberLeft(town.space, 'm-ada', 'm-eve', '2026-11-20', [])]);
  await town.settleDown(['m-ada', 'm-bo', 'm-chen', 'm-dana']);
  expect((await town.views(id))[0]).toEqual({ phase: 'failed', why: 'left' });
  expect((await loadRounds(town.dbOf('m-ada'), town.space))?.spent).toEqual([]);
  const four = ['m-ada', 'm-bo', 'm-chen', 'm-dana'];
  const again = await town.open('m-bo');
  for (const member of four) await town.answer(member, again);
  await town.settleDown(four);
  expect((await town.views(again))[0]).toMatchObject({ phase: 'done', total: POINTS - 49 });
  // Eight weeks later Dana does not answer: three are too few. With all four there is a second point.
  town.pass(57);
  const third = await town.open('m-bo');
  for (const member of four.slice(0, 3)) await town.answer(member, third);
  town.pass(8);
  await town.settleDown(four);
  expect((await town.views(third))[0]).toEqual({ phase: 'open' });
  town.pass(3);
  expect((await town.views(third))[0]).toEqual({ phase: 'failed', why: 'late' });
  expect((await loadRounds(town.dbOf('m-ada'), town.space))?.spent).toHaveLength(1);
});

it('one’s own answers follow a circle that is shared, and go when it is erased', async () => {
  const { db } = await freshDatabase();
  const old = await localCircle(db);
  await append(db, [
    answerPulse({ id: 'one', circleId: old, round: null, items: [1, 7, 1, 7, 1, 7, 7] }, null, 1),
    feelMeeting({ id: 'm1', circleId: old, step: 4, words: 'Warm and quick' }, null, 2),
  ]);
  const shared = await shareCircle(db, old, COPY_ALL);
  if (!shared.ok) throw new Error(shared.reason);
  expect((await listAnswers(db, shared.circleId)).map((one) => one.score)).toEqual([7]);
  expect((await listFelt(db, shared.circleId)).map((one) => one.words)).toEqual(['Warm and quick']);
  const log = JSON.stringify((await db.facts.toArray()).filter((fact) => fact.log === shared.circleId));
  expect(log).not.toContain('Warm and quick');
  expect(log).not.toContain('pulse.answered');
  expect((await loadAsk(db, shared.circleId)).on).toBe(true);
  await eraseCircle(db, shared.circleId);
  expect(await listAnswers(db, shared.circleId)).toEqual([]);
  expect(await exportEverything(db)).not.toContain('Warm and quick');
});

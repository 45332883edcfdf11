import { expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { bring, letIn, localCircle, sharedCircle } from '@/test/builders/sharing';
import { addMember } from '../circle/commands.ts';
import { memberLeft } from '../circle/edit.ts';
import { ME } from '../fact/fact.ts';
import { answerPulse, feelMeeting } from '../pulse/answer.ts';
import { roundId, viewRound } from '../pulse/round.ts';
import { giveShares, joinRound, openRound } from '../pulse/round-commands.ts';
import { append } from './append.ts';
import { exportEverything } from './backup.ts';
import { COPY_ALL } from './copy-source.ts';
import type { Database } from './database.ts';
import { currentKeys } from './device-keys.ts';
import { startEpoch } from './epochs.ts';
import { eraseCircle, eraseEntity } from './erasures.ts';
import { listAnswers, listFelt, loadAsk, loadRounds } from './pulse.ts';
import { shareCircle } from './share-circle.ts';
import { tendPulse } from './tend-pulse.ts';

const DAY = 86_400_000;
const ITEMS: Record<string, readonly number[]> = {
  // Turned round: 7+6+7+6+7+6+7 = 46, 28, 7+1+… as the sums below say.
  'm-ada': [1, 6, 1, 6, 1, 6, 7],
  'm-bo': [4, 4, 4, 4, 4, 4, 4],
  'm-chen': [7, 1, 7, 1, 7, 1, 1],
  'm-dana': [2, 5, 3, 5, 2, 6, 6],
  'm-eve': [1, 7, 1, 7, 1, 7, 7],
};
const POINTS = 46 + 28 + 7 + (6 + 5 + 5 + 5 + 6 + 6 + 6) + 49;

/** Five members with a profile each, all of one state. */
async function five() {
  const ada = await sharedCircle();
  const { space } = ada;
  await append(ada.db, [
    addMember(space, 'm-ada', { id: 'm-dana', name: 'Dana', email: '', guide: null }, 3, '2026-11-05'),
    addMember(space, 'm-ada', { id: 'm-eve', name: 'Eve', email: '', guide: null }, 4, '2026-11-05'),
  ]);
  const people = new Map([['m-ada', { db: ada.db, clock: ada.clock }]]);
  for (const member of ['m-bo', 'm-chen', 'm-dana', 'm-eve'])
    people.set(member, await letIn(ada.db, space, member));
  const dbs = () => [...people.values()].map((one) => one.db);
  const exchange = async (some: readonly Database[] = dbs()) => {
    const [hub, ...rest] = some;
    if (!hub) return;
    for (const one of rest) await bring(one, hub, space);
    for (const one of rest) await bring(hub, one, space);
  };
  await exchange();
  const dbOf = (member: string): Database => {
    const one = people.get(member);
    if (!one) throw new Error(`no ${member}`);
    return one.db;
  };
  return {
    space,
    people,
    dbOf,
    exchange,
    pass: (days: number) => {
      for (const one of people.values()) one.clock.now += days * DAY;
    },
    open: async (member: string) => {
      const db = dbOf(member);
      const id = roundId((await currentKeys(db, space))?.author ?? '', crypto.randomUUID());
      await append(db, [openRound({ circleId: space, id, by: member }, db.now(), db.now() + 7 * DAY)]);
      await exchange();
      return id;
    },
    answer: async (member: string, id: string) => {
      const db = dbOf(member);
      const items = ITEMS[member] ?? [];
      await append(db, [
        answerPulse({ id, circleId: space, round: id, items }, null, db.now()),
        joinRound({ circleId: space, id, by: member }, db.now()),
      ]);
    },
    /** Everybody's device does its part, and they hear of each other, until nothing is left to do. */
    settleDown: async (members: readonly string[] = [...people.keys()]) => {
      for (let steps = 1; steps > 0; ) {
        await exchange(members.map(dbOf));
        steps = 0;
        for (const member of members) steps += await tendPulse(dbOf(member), space);
      }
    },
    views: async (id: string) =>
      Promise.all(
        dbs().map(async (db) => {
          const round = (await loadRounds(db, space))?.rounds.find((one) => one.id === id);
          return round && viewRound(round, db.now());
        }),
      ),
  };
}

it('five devices add up their answers, all see the sum, and no answer is in anything that was exchanged', async () => {
  const town = await five();
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
  const town = await five();
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

it('a round in which somebody leaves tells nothing, and the four who stay may begin anew', async () => {
  const town = await five();
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

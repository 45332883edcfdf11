import { addMember } from '../../lib/circle/commands.ts';
import { answerPulse } from '../../lib/pulse/answer.ts';
import { roundId, viewRound } from '../../lib/pulse/round.ts';
import { joinRound, openRound } from '../../lib/pulse/round-commands.ts';
import { append } from '../../lib/store/append.ts';
import type { Database } from '../../lib/store/database.ts';
import { currentKeys } from '../../lib/store/device-keys.ts';
import { loadRounds } from '../../lib/store/pulse.ts';
import { tendPulse } from '../../lib/store/tend-pulse.ts';
import { bring, letIn, sharedCircle } from './sharing.ts';

const DAY = 86_400_000;

export const ITEMS: Record<string, readonly number[]> = {
  'm-ada': [1, 6, 1, 6, 1, 6, 7],
  'm-bo': [4, 4, 4, 4, 4, 4, 4],
  'm-chen': [7, 1, 7, 1, 7, 1, 1],
  'm-dana': [2, 5, 3, 5, 2, 6, 6],
  'm-eve': [1, 7, 1, 7, 1, 7, 7],
};
/** Turned round and added up: of all five. */
export const POINTS = 46 + 28 + 7 + (6 + 5 + 5 + 5 + 6 + 6 + 6) + 49;

/** A shared circle of five members with a profile each (Ada, Bo, Chen, Dana, Eve), all of one state. */
export async function pulsePeople(start?: number) {
  const ada = await sharedCircle(start);
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
        joinRound(
          { circleId: space, id, by: member },
          (await currentKeys(db, space))?.boxPublic ?? '',
          db.now(),
        ),
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

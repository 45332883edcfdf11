import { describe, expect, test } from 'vitest';
import { freshDatabase, projections } from '../../test/builders/database.ts';
import { addOwn, settleOwn } from '../../test/builders/own-devices.ts';
import { localCircle, sharedCircle } from '../../test/builders/sharing.ts';
import { presentDevices } from '../circle/rights.ts';
import { makeContract } from '../contract/commands.ts';
import { isErased, ME } from '../fact/fact.ts';
import { carryCircle, carryFact, OWN_CARRIED, tellCircle } from '../me/own-devices.ts';
import { writePig } from '../me/pig.ts';
import { noteStroke } from '../me/stroke.ts';
import { makeKeys } from '../share/keys.ts';
import { newEpoch } from '../share/seal/epoch.ts';
import { append } from './append.ts';
import { exportEverything } from './backup.ts';
import { shownContracts } from './contracts.ts';
import { COPY_ALL } from './copy-source.ts';
import type { Database } from './database.ts';
import { currentKeys, signPending } from './device-keys.ts';
import { startEpoch } from './epochs.ts';
import { contractErasure, eraseCircle } from './erasures.ts';
import { arrive } from './let-in.ts';
import { fallingWithIt, loseDevice } from './lose-device.ts';
import { listPigs, shownStrokes } from './only-mine.ts';
import { arriveOwn, foundOwn, ownSaid } from './own-space.ts';
import { shareCircle } from './share-circle.ts';
import { shareStore } from './share-store.ts';
import { ownSpaces, relaysOf } from './space-settings.ts';
import { tendOwn } from './tend-own.ts';

const secret = (circleId: string, text: string, id: string = crypto.randomUUID()) =>
  makeContract({ id, circleId, memberId: 'm-ada', meetingId: null, text, isPrivate: true }, null, 1);
const pigs = async (db: Database) => (await listPigs(db)).map((pig) => pig.text).sort();
const privately = async (db: Database) =>
  (await db.contracts.toArray()).flatMap((row) => (row.isPrivate ? [row.text] : [])).sort();
const carried = async (db: Database, space: string) => {
  const [from, to] = OWN_CARRIED;
  const facts = await db.facts.where('[log+entity]').between([space, from], [space, to]).toArray();
  return facts.filter((fact) => !isErased(fact)).map((fact) => JSON.stringify(fact.body));
};

describe('one’s own devices', () => {
  test('have the same of one’s own and are in the same circles, after one letting in', async () => {
    const { db: laptop, space: circle } = await sharedCircle();
    const { db: tablet } = await freshDatabase(laptop.now());
    await append(laptop, [writePig('p1', 'You are slow', 1), secret(circle, 'Ask for leave')]);
    await append(tablet, [writePig('p2', 'Nobody reads it', 1)]);
    const own = await addOwn(laptop, tablet);
    const before = (await laptop.rights.get(circle))?.source ?? '';
    await append(laptop, [carryCircle(own, before, true, [])]);
    await settleOwn([laptop, tablet], own);
    for (const db of [laptop, tablet]) {
      expect(await pigs(db)).toEqual(['Nobody reads it', 'You are slow']);
      expect(await privately(db)).toEqual(['Ask for leave']);
      expect(await ownSpaces(db)).toEqual([own]);
    }
    expect(await projections(tablet)).toEqual(await projections(laptop));
    // A device of the same member, with keys of its own.
    const keys = await currentKeys(tablet, circle);
    const device = (await laptop.rights.get(circle))?.devices.find((one) => one.device === keys?.author);
    expect(device).toMatchObject({ member: 'm-ada', last: null });
    expect((await tablet.secrets.where('space').equals(circle).count()) > 0).toBe(true);
    // What each writes later, in either order.
    await append(tablet, [secret(circle, 'Read on Mondays')]);
    await append(laptop, [writePig('p3', 'It will not do', 3)]);
    await settleOwn([tablet, laptop], own);
    expect(await privately(laptop)).toEqual(['Ask for leave', 'Read on Mondays']);
    expect(await pigs(tablet)).toEqual(await pigs(laptop));
    expect(await projections(tablet)).toEqual(await projections(laptop));
    // A third is let in by the second, as the first would.
    const { db: phone } = await freshDatabase(laptop.now());
    await addOwn(tablet, phone, own);
    await settleOwn([laptop, tablet, phone], own);
    expect(await projections(phone)).toEqual(await projections(laptop));
    // Nothing is left to do: tending again writes nothing.
    const count = await laptop.facts.count();
    await tendOwn(laptop, own);
    expect(await laptop.facts.count()).toBe(count);
  });

  test('have a circle that is not shared where it was ticked, and no other', async () => {
    const { db: laptop } = await freshDatabase();
    const { db: tablet } = await freshDatabase(laptop.now());
    const [ticked, other] = [await localCircle(laptop), await localCircle(laptop, 'o')];
    const own = await addOwn(laptop, tablet);
    await append(laptop, [carryCircle(own, ticked, true, [])]);
    await settleOwn([laptop, tablet], own);
    expect((await tablet.circles.toArray()).map((row) => row.id)).toEqual([ticked]);
    expect((await carried(laptop, own)).some((text) => text.includes(`"log":"${other}"`))).toBe(false);
    await append(tablet, [secret(ticked, 'Write the summary')]);
    await settleOwn([laptop, tablet], own);
    expect(await privately(laptop)).toEqual(['Write the summary']);
    // No more from now on; what is there stays.
    const said = await ownSaid(laptop, own, await laptop.rights.get(own));
    await append(laptop, [carryCircle(own, ticked, false, said.carries.get(ticked)?.setBy ?? [])]);
    await append(laptop, [
      makeContract(
        { id: 'late', circleId: ticked, memberId: 'm-bo', meetingId: null, text: 'Late', isPrivate: false },
        'm-ada',
        9,
      ),
    ]);
    await settleOwn([laptop, tablet], own);
    expect(await tablet.contracts.where('id').equals('late').count()).toBe(0);
  });

  test('lose what is erased on one of them, also where it is carried', async () => {
    const { db: laptop } = await freshDatabase();
    const { db: tablet } = await freshDatabase(laptop.now());
    const circle = await localCircle(laptop);
    const own = await addOwn(laptop, tablet);
    await append(laptop, [
      carryCircle(own, circle, true, []),
      secret(circle, 'Leave the committee', 'gone'),
      writePig('p', 'Stay small', 1),
    ]);
    await settleOwn([laptop, tablet], own);
    const row = await tablet.contracts.get([ME, 'gone']);
    if (!row) throw new Error('not there');
    await append(tablet, await contractErasure(tablet, row, null));
    await settleOwn([laptop, tablet], own);
    for (const db of [laptop, tablet]) {
      expect(await privately(db)).toEqual([]);
      expect((await carried(db, own)).join()).not.toContain('Leave the committee');
      expect((await carried(db, own)).join()).toContain('Stay small');
    }
    await eraseCircle(laptop, circle);
    await settleOwn([laptop, tablet], own);
    for (const db of [laptop, tablet]) {
      expect(await db.circles.count()).toBe(0);
      expect((await carried(db, own)).join()).not.toContain('Thursday circle');
    }
  });

  test('take nothing from one that was lost, give it nothing, and shut it out of the circles', async () => {
    const { db: laptop, space: circle } = await sharedCircle();
    const { db: phone } = await freshDatabase(laptop.now());
    const own = await addOwn(laptop, phone);
    await settleOwn([laptop, phone], own);
    const lost = (await currentKeys(phone, own))?.author ?? '';
    expect(await loseDevice(laptop, own, lost)).toEqual({ shut: [circle], waiting: [] });
    await append(phone, [writePig('late', 'From a thief', 9)]);
    await append(laptop, [writePig('new', 'Afterwards', 9)]);
    await settleOwn([laptop, phone], own);
    expect(await pigs(laptop)).toEqual(['Afterwards']);
    for (const space of [own, circle]) {
      const device = (await currentKeys(phone, space))?.author;
      expect((await laptop.rights.get(space))?.devices.find((one) => one.device === device)?.last).toBeTypeOf(
        'number',
      );
      // The epoch that counts now is one the lost device has no secret of.
      const id = (await laptop.rights.get(space))?.epochs.at(-1)?.id;
      const has = async (db: Database) => (await db.secrets.get([space, id ?? ''])) !== undefined;
      expect([await has(laptop), await has(phone)]).toEqual([true, false]);
    }
    // It comes back as a new one, and has everything again: also the circle, with keys of its own that are new.
    const before = (await currentKeys(phone, circle))?.author;
    await addOwn(laptop, phone, own);
    await settleOwn([laptop, phone], own);
    expect(await pigs(phone)).toContain('Afterwards');
    const now = (await currentKeys(phone, circle))?.author;
    expect(now).not.toBe(before);
    const present = ((await laptop.rights.get(circle))?.devices ?? []).flatMap((one) =>
      one.last === null ? [one.device] : [],
    );
    expect([present.includes(now ?? ''), present.includes(before ?? '')]).toEqual([true, false]);
    const id = (await laptop.rights.get(circle))?.epochs.at(-1)?.id ?? '';
    expect(await phone.secrets.get([circle, id])).toBeDefined();
  });

  test('lose with one that was lost what it alone let in, and keep what another of them named too', async () => {
    const { db: laptop, space: circle } = await sharedCircle();
    const [{ db: phone }, { db: tablet }, { db: strange }] = [
      await freshDatabase(laptop.now()),
      await freshDatabase(laptop.now()),
      await freshDatabase(laptop.now()),
    ];
    const own = await addOwn(laptop, phone);
    await settleOwn([laptop, phone], own);
    await addOwn(laptop, tablet, own);
    await settleOwn([laptop, phone, tablet], own);
    await addOwn(phone, strange, own);
    await settleOwn([laptop, phone, tablet, strange], own);
    const keyIn = async (db: Database, space: string) => (await currentKeys(db, space))?.author ?? '';
    const lost = await keyIn(phone, own);
    expect((await fallingWithIt(tablet, own, lost)).sort()).toEqual([lost, await keyIn(strange, own)].sort());
    await loseDevice(tablet, own, lost);
    for (const space of [own, circle]) {
      const rights = await tablet.rights.get(space);
      const present = rights ? presentDevices(rights).map(({ device }) => device) : [];
      const isIn = await Promise.all(
        [laptop, tablet, phone, strange].map(async (db) => present.includes(await keyIn(db, space))),
      );
      expect(isIn).toEqual([true, true, false, false]);
    }
  });

  test('stay where a thief called their keys its own before it was taken out', async () => {
    const { db: laptop, space: circle } = await sharedCircle();
    const { db: phone } = await freshDatabase(laptop.now());
    const own = await addOwn(laptop, phone);
    await settleOwn([laptop, phone], own);
    const [mine, theirs] = [await currentKeys(laptop, circle), await currentKeys(phone, circle)];
    await append(phone, [tellCircle(own, circle, mine?.author ?? '')]);
    await settleOwn([laptop, phone], own);
    await loseDevice(laptop, own, (await currentKeys(phone, own))?.author ?? '');
    const here = (await laptop.rights.get(circle))?.devices.filter((one) => one.last === null) ?? [];
    expect(here.map((one) => one.device)).toContain(mine?.author);
    expect(here.map((one) => one.device)).not.toContain(theirs?.author);
  });

  test('believe nobody in a circle who claims to carry something of theirs', async () => {
    const { db: ada, space: circle } = await sharedCircle();
    const { db: stranger } = await freshDatabase();
    await append(stranger, [writePig('p', 'Planted', 1)]);
    const [planted] = await stranger.facts.toArray();
    if (!planted) throw new Error('nothing');
    await append(ada, [carryFact(circle, planted)]);
    await signPending(ada, circle);
    await tendOwn(ada, circle);
    const { db: other } = await freshDatabase(ada.now());
    const own = await addOwn(ada, other);
    await settleOwn([ada, other], own);
    expect([...(await pigs(ada)), ...(await pigs(other))]).toEqual([]);
  });

  test('show a contract and a stroke once that followed their circle when it was shared', async () => {
    const { db: laptop } = await freshDatabase();
    const { db: tablet } = await freshDatabase(laptop.now());
    const local = await localCircle(laptop);
    const stroke = { id: 'st', circleId: local, meetingId: null, text: 'You asked what I would do' };
    await append(laptop, [secret(local, 'Ask for leave'), noteStroke(stroke, 1)]);
    const own = await addOwn(laptop, tablet);
    await shareCircle(laptop, local, COPY_ALL);
    await settleOwn([laptop, tablet], own);
    for (const db of [laptop, tablet]) {
      const rows = await shownContracts(db, await db.contracts.toArray());
      expect(rows.map((row) => row.text)).toEqual(['Ask for leave']);
      expect((await shownStrokes(db)).map((one) => one.text)).toEqual(['You asked what I would do']);
    }
  });

  test('move to no relay, and become nobody else, because a steward of another circle says so', async () => {
    const { db: laptop, space: circle } = await sharedCircle();
    const relays = [{ kind: 'mqtt' as const, address: 'wss://relay.example.org/mqtt' }];
    const before = await currentKeys(laptop, circle);
    const grant = { purpose: 'circle' as const, space: circle, member: 'm-bo', secrets: [], relays };
    await arrive(laptop, await makeKeys(), grant);
    expect(await relaysOf(laptop, circle)).toEqual([]);
    expect((await currentKeys(laptop, circle))?.author).toBe(before?.author);
    expect((await laptop.selves.get(circle))?.memberId).toBe('m-ada');
    // Nor is the newest epoch another than the log says, or the oldest.
    const first = (await shareStore(laptop).secrets(circle))[0];
    if (!first) throw new Error('no secret');
    await startEpoch(laptop, circle);
    const [now, invented] = [await shareStore(laptop).currentEpoch(circle), await newEpoch(circle, 1)];
    const secrets = [
      { ...first, epoch: 999 },
      { ...invented, epoch: 998 },
    ];
    await arrive(laptop, await makeKeys(), { ...grant, secrets });
    expect(await shareStore(laptop).currentEpoch(circle)).toEqual(now);
    expect((await shareStore(laptop).secrets(circle)).map((one) => one.epoch).sort()).toEqual([1, 2]);
    const own = await foundOwn(laptop, [], 'Laptop');
    await expect(arrive(laptop, await makeKeys(), { ...grant, space: own })).rejects.toThrow();
    await expect(
      arriveOwn(laptop, await makeKeys(), { ...grant, purpose: 'device', member: null }, 'x'),
    ).rejects.toThrow();
    expect(await ownSpaces(laptop)).toEqual([own]);
  });

  test('leave no second copy of one’s own in a file of everything', async () => {
    const { db: laptop } = await freshDatabase();
    const { db: tablet } = await freshDatabase(laptop.now());
    await append(laptop, [writePig('p', 'Only once', 1)]);
    const own = await addOwn(laptop, tablet);
    await settleOwn([laptop, tablet], own);
    const file = await exportEverything(tablet);
    expect(file.split('Only once').length).toBe(2);
  });
});

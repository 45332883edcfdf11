import { describe, expect, it, vi } from 'vitest';
import { freshDatabase, projections } from '@/test/builders/database';
import { bring, letIn, sharedCircle } from '@/test/builders/sharing';
import { memberLeft, memberReturned } from '../circle/edit.ts';
import { presentStewards } from '../circle/rights.ts';
import { addDevice, nameSteward, removeDevice } from '../circle/rights-commands.ts';
import { editContract, makeContract } from '../contract/commands.ts';
import { eraseSaid, sayAbout } from '../contract/thread.ts';
import { draft, undoDraft } from '../fact/draft.ts';
import { erase, type Fact } from '../fact/fact.ts';
import { setSelf } from '../me/write-note.ts';
import { type Acting, setRoles, startMeeting } from '../meeting/commands.ts';
import { endMeeting, moveTo } from '../meeting/course.ts';
import { PMC } from '../meeting/formats/pmc.ts';
import { planMeeting } from '../meeting/plan.ts';
import { newId } from '../platform/id.ts';
import { newSteward, type StewardState } from '../share/invite/steward.ts';
import { makeKeys } from '../share/keys.ts';
import { append, retireAuthor } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import { loadCircle } from './circles.ts';
import type { Database } from './database.ts';
import { keepKeys, NotInCircleError, ready, renewKeys, signPending } from './device-keys.ts';
import { openSecrets, startEpoch } from './epochs.ts';
import { contractErasure, eraseCircle } from './erasures.ts';
import { ingest } from './ingest.ts';
import { arrive, isOutside, letIn as letInOf } from './let-in.ts';
import { keepEpoch, renewEpoch, stopSharingWith } from './let-out.ts';
import { rebuild } from './projections.ts';
import { shareStore } from './share-store.ts';
import { keepInvite, openInvite } from './space-settings.ts';

const contract = (space: string, by: string, text: string, member = by) =>
  makeContract(
    { id: newId(), circleId: space, memberId: member, meetingId: null, text, isPrivate: false },
    by,
    1,
  );

const rightsOf = async (db: Database, space: string) => {
  const rights = await db.rights.get(space);
  if (!rights) throw new Error('no rights');
  return rights;
};

const newDevice = async () => {
  const { author, boxPublic } = await makeKeys();
  return { device: author, box: boxPublic };
};

const texts = async (db: Database) => (await db.contracts.toArray()).map((row) => row.text).sort();

/** A profile that was copied as a whole, keys and all. */
async function copyOf(db: Database, now: number) {
  const copy = await freshDatabase(now);
  for (const { name } of db.factTables()) await copy.db.table(name).bulkPut(await db.table(name).toArray());
  return copy;
}

describe('a shared circle in the database', () => {
  it('is the same on two devices once each has what the other wrote', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(ada.db, [contract(ada.space, 'm-ada', 'Ada’s')]);
    await append(bo.db, [contract(ada.space, 'm-bo', 'Bo’s')]);
    await bring(bo.db, ada.db, ada.space);
    await bring(ada.db, bo.db, ada.space);
    expect(await texts(ada.db)).toEqual(['Ada’s', 'Bo’s']);
    const [a, b] = [await projections(ada.db), await projections(bo.db)];
    expect(b.contracts).toEqual(a.contracts);
    const ofSpace = (rows: unknown[] | undefined) =>
      rows?.filter((row) => (row as { log: string }).log === ada.space);
    expect(b.members).toEqual(ofSpace(a.members));
    expect(await bo.db.rights.toArray()).toEqual(await ada.db.rights.toArray());
    const [x, y] = [await shareStore(ada.db).states(ada.space), await shareStore(bo.db).states(ada.space)];
    const byAuthor = (one: { author: string }, other: { author: string }) =>
      one.author < other.author ? -1 : 1;
    expect([...x].sort(byAuthor)).toEqual([...y].sort(byAuthor));
    await rebuild(bo.db);
    expect(await projections(bo.db)).toEqual(b);
  });

  it('keeps what its author had no right to write, and changes nothing by it', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const eve = await freshDatabase();
    await bring(ada.db, eve.db, ada.space);
    // Eve knows the log and has keys of her own, which nobody let in; Bo speaks as Chen.
    await keepKeys(eve.db, ada.space, await makeKeys());
    await append(eve.db, [contract(ada.space, 'm-ada', 'As Ada')]);
    await signPending(eve.db, ada.space);
    await append(bo.db, [contract(ada.space, 'm-chen', 'As Chen')]);
    await bring(bo.db, ada.db, ada.space);
    const forged = (await eve.db.facts.toArray()).filter((fact) => fact.kind === 'contract.made');
    expect(await shareStore(ada.db).take(ada.space, forged)).toEqual({ added: 1, refused: 0 });
    expect(await texts(ada.db)).toEqual([]);
    expect(
      await ada.db.facts
        .where('[log+entity]')
        .equals([ada.space, forged[0]?.entity ?? ''])
        .count(),
    ).toBe(1);
  });

  it('refuses at the door what is not signed by its author, also in a file', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(ada.db, [contract(ada.space, 'm-ada', 'Signed')]);
    await signPending(ada.db, ada.space);
    const fact = (await ada.db.facts.toArray()).find((one) => one.kind === 'contract.made') as Fact;
    const { sig: _, ...bare } = fact;
    const other = (await ada.db.facts.toArray()).find((one) => one.sig && one.sig !== fact.sig) as Fact;
    const early = shareStore(bo.db);
    for (const one of [bare, { ...fact, sig: other.sig }, { ...fact, sig: 'A'.repeat(86) }] as Fact[]) {
      expect(await shareStore(bo.db).take(ada.space, [one])).toEqual({ added: 0, refused: 1 });
      // Also where it was looked at before.
      early.expect?.(ada.space, [one]);
      expect(await early.take(ada.space, [one])).toEqual({ added: 0, refused: 1 });
    }
    // What was looked at is the very object: another that calls itself the same is looked at itself.
    early.expect?.(ada.space, [fact]);
    expect(await early.take(ada.space, [{ ...fact, sig: other.sig } as Fact])).toEqual({
      added: 0,
      refused: 1,
    });
    const file = JSON.stringify({ format: 'circlekeeper', version: 1, facts: [bare] });
    expect(await importEverything(bo.db, file)).toMatchObject({ ok: true, result: { added: 0, unsound: 1 } });
    // A copy beside it with another signature does not become signed by it, nor is it what stays.
    const copy = { ...fact, sig: other.sig } as Fact;
    expect(await shareStore(bo.db).take(ada.space, [copy, fact, fact])).toEqual({ added: 1, refused: 1 });
    expect(await bo.db.facts.get(fact.hash)).toEqual(fact);
    // What is here already was looked at when it came.
    expect(await shareStore(bo.db).take(ada.space, Array(9).fill(copy))).toEqual({ added: 0, refused: 0 });
    early.expect?.(ada.space, [copy]);
    expect(await early.take(ada.space, [copy])).toEqual({ added: 0, refused: 0 });
    expect(await bo.db.facts.get(fact.hash)).toEqual(fact);
    expect(await shareStore(bo.db).take(ada.space, [{ ...fact, log: 'me' }])).toEqual({
      added: 0,
      refused: 1,
    });
  });

  it('folds what came before its right once the right arrives, and takes it back with the right', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(bo.db, [contract(ada.space, 'm-bo', 'Early')]);
    const late = await freshDatabase();
    const store = shareStore(bo.db);
    await store.signPending(ada.space);
    const facts = (await bo.db.facts.toArray()).filter((fact) => fact.log === ada.space);
    const rest = facts.filter((fact) => fact.kind !== 'contract.made');
    await shareStore(late.db).take(
      ada.space,
      facts.filter((fact) => fact.kind === 'contract.made'),
    );
    expect(await texts(late.db)).toEqual([]);
    await shareStore(late.db).take(ada.space, rest);
    expect(await texts(late.db)).toEqual(['Early']);
    const rights = await rightsOf(ada.db, ada.space);
    const device = rights.devices.find((one) => one.member === 'm-bo')?.device ?? '';
    await append(ada.db, [removeDevice(rights, 'm-ada', device, 0, 1)]);
    await bring(ada.db, late.db, ada.space);
    expect(await texts(late.db)).toEqual([]);
  });

  it('cuts off who leaves at what had arrived of them, without the screen having to say it', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(bo.db, [contract(ada.space, 'm-bo', 'Before')]);
    await bring(bo.db, ada.db, ada.space);
    const [left] = await append(ada.db, [memberLeft(ada.space, 'm-ada', 'm-bo', '2026-11-20', [])]);
    await append(bo.db, [contract(ada.space, 'm-bo', 'After')]);
    await signPending(bo.db, ada.space);
    await shareStore(ada.db).take(
      ada.space,
      (await bo.db.facts.toArray()).filter((fact) => fact.log === ada.space),
    );
    expect(await texts(ada.db)).toEqual(['Before']);
    expect((await ada.db.members.get([ada.space, 'm-bo']))?.leftOn).toBe('2026-11-20');
    // It is passed on: what one member got before they heard of the removal has to reach all.
    const state = (await shareStore(ada.db).states(ada.space)).find((one) => one.author !== left?.author);
    expect(state).toMatchObject({ count: 2, last: 2 });
    // Back with new keys: the old ones stay closed.
    await append(ada.db, [memberReturned(ada.space, 'm-ada', 'm-bo', '2026-11-21', [left?.hash ?? ''])]);
    await bring(ada.db, bo.db, ada.space);
    const { author, boxPublic } = await renewKeys(bo.db, ada.space);
    const rights = await rightsOf(ada.db, ada.space);
    await append(ada.db, [addDevice(rights, 'm-ada', { device: author, box: boxPublic }, 'm-bo', 1)]);
    await append(bo.db, [contract(ada.space, 'm-bo', 'Back')]);
    await bring(ada.db, bo.db, ada.space);
    await bring(bo.db, ada.db, ada.space);
    expect(await texts(ada.db)).toEqual(['Back', 'Before']);
    expect(await texts(bo.db)).toEqual(['Back', 'Before']);
  });

  it('lets only a steward name another, and each keep the circle going', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(bo.db, [nameSteward(await rightsOf(bo.db, ada.space), 'm-bo', 'm-bo', 1)]);
    expect(presentStewards(await rightsOf(bo.db, ada.space))).toEqual(['m-ada']);
    await append(ada.db, [nameSteward(await rightsOf(ada.db, ada.space), 'm-ada', 'm-bo', 1)]);
    await bring(ada.db, bo.db, ada.space);
    expect(presentStewards(await rightsOf(bo.db, ada.space))).toEqual(['m-ada', 'm-bo']);
    const chen = await letIn(bo.db, ada.space, 'm-chen', 'm-bo');
    await append(chen.db, [contract(ada.space, 'm-chen', 'Chen’s')]);
    expect(await texts(chen.db)).toEqual(['Chen’s']);
  });

  it('seals an epoch for all devices that belong, and not for one that was removed', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const chen = await letIn(ada.db, ada.space, 'm-chen');
    expect((await shareStore(ada.db).currentEpoch(ada.space))?.epoch).toBe(1);
    expect(await shareStore(bo.db).currentEpoch(ada.space)).toBeNull();
    await bring(ada.db, bo.db, ada.space);
    await append(ada.db, [memberLeft(ada.space, 'm-ada', 'm-chen', '2026-11-20', [])]);
    expect(await startEpoch(ada.db, ada.space)).toBe(true);
    for (const { db } of [bo, chen]) {
      await bring(ada.db, db, ada.space);
      await openSecrets(db, ada.space);
    }
    const wanted = await shareStore(ada.db).currentEpoch(ada.space);
    expect(wanted?.epoch).toBe(2);
    expect(await shareStore(bo.db).currentEpoch(ada.space)).toEqual(wanted);
    expect(await shareStore(chen.db).secrets(ada.space)).toEqual([]);
    expect(await startEpoch(bo.db, ada.space)).toBe(false);
    const acts = await shareStore(ada.db).epochFacts(ada.space);
    expect(await shareStore((await freshDatabase()).db).take(ada.space, acts)).toMatchObject({ refused: 0 });
    expect(JSON.stringify(acts)).not.toContain('Thursday');
  });

  it('hands its secret to a device that another steward let in meanwhile, where its epoch counts', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(ada.db, [nameSteward(await rightsOf(ada.db, ada.space), 'm-ada', 'm-bo', 1)]);
    await bring(ada.db, bo.db, ada.space);
    const chen = await letIn(bo.db, ada.space, 'm-chen', 'm-bo');
    expect(await startEpoch(ada.db, ada.space)).toBe(true);
    const [atAda, atChen] = [shareStore(ada.db), shareStore(chen.db)];
    expect(await atAda.handOver(ada.space)).toEqual([]);
    await bring(bo.db, ada.db, ada.space);
    const handed = await atAda.handOver(ada.space);
    const { author } = await atChen.keys(ada.space);
    expect(handed.map(([device]) => device)).toEqual([author]);
    const wanted = await atAda.currentEpoch(ada.space);
    // Not before the log says that there is such an epoch.
    expect(await atChen.takeSecret(ada.space, wanted?.id ?? '', handed)).toBe(false);
    await bring(ada.db, chen.db, ada.space);
    expect((await atChen.currentEpoch(ada.space))?.id).not.toBe(wanted?.id);
    expect(await shareStore(bo.db).takeSecret(ada.space, wanted?.id ?? '', handed)).toBe(false);
    expect(await atChen.takeSecret(ada.space, wanted?.id ?? '', handed)).toBe(true);
    expect(await atChen.currentEpoch(ada.space)).toEqual(wanted);
  });
});

describe('erasing and taking back where several have a say', () => {
  it('takes one’s own words everywhere, and nobody else’s', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const [made] = await append(ada.db, [contract(ada.space, 'm-ada', 'Ada’s secret')]);
    await bring(ada.db, bo.db, ada.space);
    const row = await bo.db.contracts.get([ada.space, made?.entity ?? '']);
    if (!row || !made) throw new Error('no contract');
    await append(bo.db, [
      ...(await contractErasure(bo.db, row, 'm-bo')),
      undoDraft(ada.space, 'm-bo', made.entity, [made.hash]),
    ]);
    await bring(bo.db, ada.db, ada.space);
    expect(await texts(ada.db)).toEqual(['Ada’s secret']);
    expect(await texts(bo.db)).toEqual(['Ada’s secret']);
    await append(ada.db, await contractErasure(ada.db, row, 'm-ada'));
    await bring(ada.db, bo.db, ada.space);
    expect(await texts(bo.db)).toEqual([]);
    expect(JSON.stringify(await bo.db.facts.toArray())).not.toContain('Ada’s secret');
    // Somebody who comes later gets it without its words, and takes it so.
    const chen = await letIn(ada.db, ada.space, 'm-chen');
    expect((await chen.db.facts.get(made.hash))?.body).toBeNull();
  });

  it('leaves what one says afterwards of a contract that another keeps', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const [made] = await append(ada.db, [contract(ada.space, 'm-ada', 'Ada’s')]);
    await bring(ada.db, bo.db, ada.space);
    const row = await bo.db.contracts.get([ada.space, made?.entity ?? '']);
    if (!row) throw new Error('no contract');
    await append(bo.db, await contractErasure(bo.db, row, 'm-bo'));
    await append(bo.db, [sayAbout(row, 'How far are you?', 'm-bo', 2)]);
    await bring(bo.db, ada.db, ada.space);
    for (const { db } of [ada, bo])
      expect(await db.contracts.get([ada.space, row.id])).toMatchObject({
        thread: [{ text: 'How far are you?' }],
      });
  });

  it('lets the owner erase what a scribe wrote down, with what the scribe still adds', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const [made] = await append(ada.db, [contract(ada.space, 'm-ada', 'For Bo', 'm-bo')]);
    await bring(ada.db, bo.db, ada.space);
    const row = await bo.db.contracts.get([ada.space, made?.entity ?? '']);
    if (!row) throw new Error('no contract');
    await append(ada.db, [editContract(row, { text: 'For Bo, later', due: null }, 'm-ada', 2)]);
    await append(bo.db, await contractErasure(bo.db, row, 'm-bo'));
    await bring(ada.db, bo.db, ada.space);
    await bring(bo.db, ada.db, ada.space);
    for (const { db } of [ada, bo]) {
      expect(await texts(db)).toEqual([]);
      expect(JSON.stringify(await db.facts.toArray())).not.toContain('For Bo');
    }
  });

  it('does not believe a fact that only came without its words', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(ada.db, [contract(ada.space, 'm-ada', 'Whole')]);
    await signPending(ada.db, ada.space);
    const made = (await ada.db.facts.toArray()).find((fact) => fact.kind === 'contract.made') as Fact;
    expect(await shareStore(bo.db).take(ada.space, [erase(made)])).toEqual({ added: 0, refused: 1 });
    expect(await shareStore(bo.db).take(ada.space, [made])).toEqual({ added: 1, refused: 0 });
    expect(await texts(bo.db)).toEqual(['Whole']);
  });

  it('keeps a conversation under a contract, where each edits and erases their own', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const [made] = await append(ada.db, [contract(ada.space, 'm-ada', 'Write two pages')]);
    const id = made?.entity ?? '';
    const of = { id, circleId: ada.space, isPrivate: false };
    await append(ada.db, [sayAbout(of, 'Stuck on the first', 'm-ada', 10)]);
    await bring(ada.db, bo.db, ada.space);
    await append(bo.db, [sayAbout(of, 'Send me wht you have', 'm-bo', 20)]);
    const thread = async (db: Database) => (await db.contracts.get([ada.space, id]))?.thread ?? [];
    const [first, second] = await thread(bo.db);
    if (!first || !second) throw new Error('no thread');
    await append(bo.db, [sayAbout(of, 'Send me what you have', 'm-bo', 30, second)]);
    // Bo cannot change or take away what Ada said.
    await append(bo.db, [sayAbout(of, 'I give up', 'm-bo', 40, first), eraseSaid(of, first, 'm-bo')]);
    await bring(bo.db, ada.db, ada.space);
    expect(
      (await thread(ada.db)).map(({ member, text, at, isEdited }) => [member, text, at, isEdited]),
    ).toEqual([
      ['m-ada', 'Stuck on the first', 10, false],
      ['m-bo', 'Send me what you have', 20, true],
      ['m-bo', 'I give up', 40, false],
    ]);
    const said = (await thread(ada.db))[1];
    await append(bo.db, [eraseSaid(of, said ?? first, 'm-bo')]);
    await bring(bo.db, ada.db, ada.space);
    expect((await thread(ada.db)).map((one) => one.text)).toEqual(['Stuck on the first', 'I give up']);
    expect(JSON.stringify(await ada.db.facts.toArray())).not.toMatch(/Send me wh/);
  });
});

describe('somebody who is taken out', () => {
  it('has no key any more in the moment they are: once, also where several pages look after the circle', async () => {
    const ada = await sharedCircle();
    await letIn(ada.db, ada.space, 'm-bo');
    const epochs = async () => (await ada.db.rights.get(ada.space))?.epochs.length ?? 0;
    const before = await epochs();
    const ends = [keepEpoch(ada.db, ada.space), keepEpoch(ada.db, ada.space)];
    await append(ada.db, [memberLeft(ada.space, 'm-ada', 'm-bo', '2026-11-20', [])]);
    await vi.waitFor(async () => expect(await epochs()).toBe(before + 1), { timeout: 900, interval: 10 });
    await navigator.locks.request(`circlekeeper.epoch.${ada.space}`, () => undefined);
    expect(await epochs()).toBe(before + 1);
    for (const end of ends) end();
  });

  it('reads on in no epoch that fell with them: another begins where none counts', async () => {
    const ada = await sharedCircle();
    const bo = await freshDatabase(ada.clock.now);
    const { author, boxPublic } = await shareStore(bo.db).keys(ada.space);
    const added = addDevice(
      await rightsOf(ada.db, ada.space),
      'm-ada',
      { device: author, box: boxPublic },
      'm-bo',
      1,
    );
    const named = nameSteward(await rightsOf(ada.db, ada.space), 'm-ada', 'm-bo', 1);
    await append(ada.db, [added, named]);
    await signPending(ada.db, ada.space);
    // All but the beginning of the epoch has arrived.
    const facts = await ada.db.facts.where('log').equals(ada.space).toArray();
    await shareStore(bo.db).take(
      ada.space,
      facts.filter(({ kind }) => kind !== 'epoch.began'),
    );
    await append(bo.db, [
      setSelf(ada.space, 'm-bo', null),
      memberLeft(ada.space, 'm-bo', 'm-ada', '2026-11-20', []),
    ]);
    expect(await renewEpoch(bo.db, ada.space)).toBe(true);
    await bring(ada.db, bo.db, ada.space);
    const { epochs } = await rightsOf(bo.db, ada.space);
    expect(epochs.map(({ by, epoch }) => [by, epoch])).toEqual([['m-bo', 1]]);
    expect(await shareStore(bo.db).currentEpoch(ada.space)).toMatchObject({ id: epochs[0]?.id });
    expect(await renewEpoch(bo.db, ada.space, 'left-out')).toBe(false);
  });

  it('has left no room in their log for later: the end is near what is held, and acts are named', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(ada.db, [nameSteward(await rightsOf(ada.db, ada.space), 'm-ada', 'm-bo', 1)]);
    await bring(ada.db, bo.db, ada.space);
    const { author } = await shareStore(bo.db).keys(ada.space);
    const act = addDevice(await rightsOf(bo.db, ada.space), 'm-bo', await newDevice(), 'm-bo', 1);
    await append(bo.db, [act, contract(ada.space, 'm-bo', 'Honest')]);
    const held = (await bo.db.heads.get([ada.space, author]))?.seq ?? 0;
    await bo.db.heads.update([ada.space, author], { seq: 1_000_000 });
    await append(bo.db, [contract(ada.space, 'm-bo', 'With room before it')]);
    await bring(bo.db, ada.db, ada.space);
    await append(ada.db, [memberLeft(ada.space, 'm-ada', 'm-bo', '2026-11-20', [])]);
    const rights = await rightsOf(ada.db, ada.space);
    expect(rights.devices.find((one) => one.device === author)?.last).toBe(held);
    const left = (await ada.db.facts.toArray()).find((fact) => fact.kind === 'member.left');
    const added = (await ada.db.facts.toArray()).find(
      (fact) => fact.kind === 'device.added' && fact.author === author,
    );
    expect(left?.body).toMatchObject({ acts: [added?.hash] });
  });
});

describe('a meeting that several steer', () => {
  it('is moved by its facilitator and timekeeper; anybody else takes over, for all to see', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const at = ada.clock.now;
    const slot = {
      circleId: ada.space,
      meetingId: 'm1',
      originalStart: at,
      start: at,
      lengthMin: 60,
      adhoc: true,
    };
    const acting = async (db: Database, by: string): Promise<Acting> => ({
      slot,
      by,
      row: (await db.meetings.get([ada.space, 'm1'])) ?? null,
    });
    const present = ['m-ada', 'm-bo', 'm-chen'];
    const { steps } = planMeeting({ format: PMC, lengthMs: 3_600_000, present, asked: new Map(), seed: 'x' });
    const roles = { facilitator: 'm-ada', timekeeper: null, host: null };
    await append(ada.db, [
      ...setRoles(await acting(ada.db, 'm-ada'), roles),
      ...startMeeting(await acting(ada.db, 'm-ada'), {
        at,
        endsAt: at + 3_600_000,
        format: PMC,
        plan: steps,
      }),
    ]);
    await bring(ada.db, bo.db, ada.space);
    const row = await bo.db.meetings.get([ada.space, 'm1']);
    expect(row).toMatchObject({ phase: 'running', steering: { members: ['m-ada'], tookOver: [] } });
    const next = steps[1]?.id ?? '';
    // A move that only says so, from a version that knows nothing of it, changes nothing …
    const bare = moveTo(await acting(bo.db, 'm-bo'), next, at + 1)[0];
    await append(bo.db, [bare ? { ...bare, by: 'm-chen' } : draft(ada.space, null, 'm1', 'x', {})]);
    expect((await bo.db.meetings.get([ada.space, 'm1']))?.run?.current.step).toBe(steps[0]?.id);
    // … and one by whoever does it here takes over first.
    await append(bo.db, moveTo(await acting(bo.db, 'm-bo'), next, at + 2));
    await bring(bo.db, ada.db, ada.space);
    expect(await ada.db.meetings.get([ada.space, 'm1'])).toMatchObject({
      run: { current: { step: next } },
      steering: { members: ['m-ada', 'm-bo'], tookOver: [{ member: 'm-bo', at: at + 2 }] },
    });
    await append(bo.db, endMeeting(await acting(bo.db, 'm-bo'), at + 3));
    const tookOver = (await bo.db.facts.toArray()).filter(
      (fact) => fact.kind === 'meeting.tookOver' && fact.by === 'm-bo',
    );
    expect(tookOver).toHaveLength(1);
  });
});

describe('being outside', () => {
  it('is said of a copy and of a device that was taken out, not of one that was just let in', async () => {
    const ada = await sharedCircle();
    const { space } = ada;
    const copy = await freshDatabase();
    await importEverything(copy.db, await exportEverything(ada.db));
    const bo = await letIn(ada.db, space, 'm-bo');
    const of = (dbs: readonly { db: Database }[]) => Promise.all(dbs.map(({ db }) => isOutside(db, space)));
    expect(await of([ada, bo, copy])).toEqual([false, false, true]);
    // The copy is let in again: its rights are those of before, until the log comes.
    const rights = await ada.db.rights.get(space);
    const made = await makeKeys();
    const party = { author: made.author, box: made.boxPublic };
    const grant = await letInOf(ada.db, space, 'm-ada', party);
    await arrive(copy.db, made, grant);
    expect(await copy.db.rights.get(space)).toMatchObject({
      devices: [{ device: rights?.devices[0]?.device }],
    });
    expect(await of([copy])).toEqual([false]);
    await stopSharingWith(ada.db, space, 'm-bo');
    await bring(ada.db, bo.db, space);
    expect(await of([ada, bo])).toEqual([false, true]);
  });

  it('lets nobody in: not a word is written by a steward’s browser that was taken out', async () => {
    const ada = await sharedCircle();
    const { space } = ada;
    const bo = await letIn(ada.db, space, 'm-bo');
    const rights = await ada.db.rights.get(space);
    if (!rights) throw new Error('no rights');
    await append(ada.db, [nameSteward(rights, 'm-ada', 'm-bo', ada.db.now())]);
    await stopSharingWith(ada.db, space, 'm-bo');
    await bring(ada.db, bo.db, space);
    const before = await bo.db.facts.count();
    const made = await makeKeys();
    const party = { author: made.author, box: made.boxPublic };
    await expect(letInOf(bo.db, space, 'm-chen', party)).rejects.toThrow(NotInCircleError);
    expect(await bo.db.facts.count()).toBe(before);
  });

  it('finds an invitation again while somebody can still use it, and no longer', async () => {
    const { db, space } = await sharedCircle();
    const { author, boxPublic: box } = await ready(db, space);
    const open = newSteward('an invitation', 1_000, { author, box, nonce: 'n' });
    const found = async (phase: StewardState['phase'], now: number) => {
      await keepInvite(db, space, 'm-bo', { text: 'a text', state: { ...open, phase } });
      return (await openInvite(db, space, 'm-bo', now)) !== null;
    };
    for (const phase of ['waiting', 'granted'] as const)
      expect([await found(phase, 1_000), await found(phase, 1_001)]).toEqual([true, false]);
    // Whoever is just being let in still has the time they were given.
    expect(await found('comparing', 1_001)).toBe(true);
    for (const phase of ['done', 'ended'] as const) expect(await found(phase, 1)).toBe(false);
  });

  it('keeps nothing of a circle that was erased here for good, whoever lets one in', async () => {
    const ada = await sharedCircle();
    const { space } = ada;
    const bo = await letIn(ada.db, space, 'm-bo');
    await eraseCircle(bo.db, space);
    const made = await makeKeys();
    const grant = await letInOf(ada.db, space, 'm-bo', { author: made.author, box: made.boxPublic });
    await arrive(bo.db, made, grant);
    expect(await bo.db.secrets.where({ space }).count()).toBe(0);
    expect(await bo.db.keys.where({ space }).count()).toBe(0);
  });
});

describe('copies of a profile', () => {
  it('hold the history of a shared circle, signed, and neither keys nor secrets', async () => {
    const ada = await sharedCircle();
    await append(ada.db, [contract(ada.space, 'm-ada', 'Kept')]);
    const file = await exportEverything(ada.db);
    const [secret] = await shareStore(ada.db).secrets(ada.space);
    const encoded = secret?.secret.toBase64({ alphabet: 'base64url', omitPadding: true }) ?? 'x';
    expect(file).not.toContain(encoded);
    const back = await freshDatabase();
    expect(await importEverything(back.db, file)).toMatchObject({ ok: true, result: { unsound: 0 } });
    expect(await texts(back.db)).toEqual(['Kept']);
    expect(await back.db.keys.count()).toBe(0);
    expect(await shareStore(back.db).currentEpoch(ada.space)).toBeNull();
    // A new device, which is told that it is in no circle yet; what it writes counts once it was added.
    const words = [contract(ada.space, 'm-ada', 'From the new one')];
    await expect(append(back.db, words)).rejects.toThrow(NotInCircleError);
    expect(await texts(back.db)).toEqual(['Kept']);
    await expect(shareStore(back.db).keys(ada.space)).rejects.toThrow(NotInCircleError);
    expect(await back.db.keys.count()).toBe(0);
    const made = await makeKeys();
    const party = { author: made.author, box: made.boxPublic };
    await arrive(back.db, made, await letInOf(ada.db, ada.space, 'm-ada', party));
    await append(back.db, words);
    expect(await texts(back.db)).toEqual(['Kept']);
    await bring(ada.db, back.db, ada.space);
    expect(await texts(back.db)).toEqual(['From the new one', 'Kept']);
  });

  it('that meet under one author go on as two, the second with new keys', async () => {
    const ada = await sharedCircle();
    const before = await shareStore(ada.db).keys(ada.space);
    const copy = await freshDatabase(ada.clock.now);
    for (const table of ada.db.factTables())
      await copy.db.table(table.name).bulkPut(await ada.db.table(table.name).toArray());
    await append(ada.db, [contract(ada.space, 'm-ada', 'here')]);
    await append(copy.db, [contract(ada.space, 'm-ada', 'there')]);
    await bring(copy.db, ada.db, ada.space);
    expect(await texts(ada.db)).toEqual(['here', 'there']);
    const after = await shareStore(ada.db).keys(ada.space);
    expect(after.author).not.toBe(before.author);
    // Also what the old key had not signed yet is signed, and told.
    expect(await signPending(ada.db, ada.space)).toBe(1);
    const [state] = await shareStore(ada.db).states(ada.space);
    const hashes = await shareStore(ada.db).hashes(ada.space, before.author);
    expect(state).toMatchObject({ author: before.author, count: hashes.length });
    expect(hashes.at(-1)?.seq).toBe(hashes.at(-2)?.seq);
  });

  it('that go on as another author are let in by the one they were, and read on', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const copy = await copyOf(bo.db, ada.clock.now);
    await append(bo.db, [contract(ada.space, 'm-bo', 'since')]);
    await bring(bo.db, copy.db, ada.space);
    const store = shareStore(copy.db);
    const before = (await shareStore(bo.db).keys(ada.space)).author;
    expect(await store.signPending(ada.space)).toBe(1);
    expect(await store.signPending(ada.space)).toBe(0);
    await append(copy.db, [contract(ada.space, 'm-bo', 'from the copy')]);
    expect(await texts(copy.db)).toEqual(['from the copy', 'since']);
    await bring(copy.db, ada.db, ada.space);
    expect(await texts(ada.db)).toEqual(['from the copy', 'since']);
    const after = (await store.keys(ada.space)).author;
    expect(after).not.toBe(before);
    const { devices } = await rightsOf(ada.db, ada.space);
    expect(devices.filter(({ last }) => last === null).map(({ device }) => device)).toContain(after);
  });

  it('tell of it where nothing is written, so that they are let in at once', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const copy = await copyOf(bo.db, ada.clock.now);
    await append(bo.db, [contract(ada.space, 'm-bo', 'since')]);
    const store = shareStore(copy.db);
    const told = vi.fn();
    const end = store.changed(ada.space, told);
    // Its first look.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).not.toHaveBeenCalled();
    await bring(bo.db, copy.db, ada.space);
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith([]));
    end();
  });

  it('lets a key go on where it was retired while something was being written', async () => {
    const ada = await sharedCircle();
    await retireAuthor(ada.db, ada.space);
    const [fact] = await append(ada.db, [contract(ada.space, 'm-ada', 'x')]);
    expect(fact?.author).toBe((await shareStore(ada.db).keys(ada.space)).author);
    expect(await signPending(ada.db, ada.space)).toBe(1);
  });

  it('forget keys, secrets and rights with the circle, and the one it went on from', async () => {
    const ada = await sharedCircle();
    const { source } = await rightsOf(ada.db, ada.space);
    await eraseCircle(ada.db, ada.space);
    for (const table of [ada.db.keys, ada.db.secrets, ada.db.rights, ada.db.circles])
      expect(await table.count(), table.name).toBe(0);
    expect(await loadCircle(ada.db, source ?? '')).toBeNull();
    expect((await ingest(ada.db, [])).added).toBe(0);
    expect(await append(ada.db, [contract(ada.space, 'm-ada', 'x')])).toEqual([]);
    expect(await ada.db.keys.count()).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { bring, letIn, localCircle, sharedCircle } from '@/test/builders/sharing';
import { setFocus } from '../circle/edit.ts';
import { matchMembers } from '../circle/match-members.ts';
import { parkThought } from '../circle/parking.ts';
import { sayTogether } from '../circle/together.ts';
import { NO_ASIDE, writeAside } from '../contract/aside.ts';
import { makeContract, reportContract } from '../contract/commands.ts';
import { isSpaceId } from '../fact/space.ts';
import { decideSeries } from '../me/commands.ts';
import { noteStroke } from '../me/stroke.ts';
import { setSelf, writeNote } from '../me/write-note.ts';
import { type Acting, callOff, recordMeeting, setRoles, startMeeting } from '../meeting/commands.ts';
import { PMC } from '../meeting/format.ts';
import { meetingIdFor } from '../meeting/meeting-id.ts';
import { planMeeting } from '../meeting/plan.ts';
import { consentTo, reachMilestone } from '../milestone/commands.ts';
import { newId } from '../platform/id.ts';
import { append } from './append.ts';
import { listCircles, loadCircle } from './circles.ts';
import { myOpenContracts, openContracts } from './contracts.ts';
import { COPY_ALL, copyPreview } from './copy-source.ts';
import type { Database } from './database.ts';
import { changeEnrichment, type Enrichment, readEnrichment } from './enrichment-rows.ts';
import { contractErasure } from './erasures.ts';
import { circleMilestones } from './milestones.ts';
import { listStrokes } from './only-mine.ts';
import { joinHistories, shareCircle } from './share-circle.ts';
import { audienceOf, shareContract, sharedCopies, unshareContract } from './share-contract.ts';
import { shareStore } from './share-store.ts';
import { togetherOf } from './together.ts';

const DAY = 86_400_000;
const THEN = Date.UTC(2026, 9, 22, 17);

const contract = (
  circleId: string,
  memberId: string,
  text: string,
  {
    isPrivate = false,
    meetingId = null,
    by = memberId,
  }: Partial<Record<'meetingId' | 'by', string | null>> & { isPrivate?: boolean } = {},
) => makeContract({ id: newId(), circleId, memberId, meetingId, text, isPrivate }, by, THEN);

const acting = (circleId: string, originalStart: number, by: string): Acting => ({
  slot: {
    circleId,
    meetingId: meetingIdFor(circleId, originalStart),
    originalStart,
    start: originalStart,
    lengthMin: 90,
    adhoc: false,
  },
  row: null,
  by,
});

/** Meetings, contracts, parked thoughts, and all that is nobody else's, by Ada. */
async function live(db: Database, circleId: string) {
  const [ada, bo] = ['m-ada', 'm-bo'];
  const met = acting(circleId, THEN, ada);
  const meetingId = met.slot.meetingId;
  await append(db, [
    ...recordMeeting(met, { start: THEN, end: THEN + 90 * 60_000, present: [ada, bo] }),
    ...setRoles(met, { facilitator: bo, timekeeper: null, host: null }).slice(1),
    ...callOff(acting(circleId, db.now() + 7 * DAY, ada), true),
    contract(circleId, ada, 'Write one page', { meetingId }),
    contract(circleId, bo, 'Ask Ruth', { meetingId, by: ada }),
    contract(circleId, ada, 'Only for me', { isPrivate: true, meetingId }),
    parkThought({ id: newId(), circleId, meetingId, text: 'The summer school' }, ada, THEN),
    ...paper(circleId, bo, ada, meetingId),
    sayTogether({ id: 'o', circleId, part: 'offer', memberId: bo, text: 'Reads grants' }, ada, THEN),
    sayTogether({ id: 'l', circleId, part: 'lack', memberId: ada, text: 'A dean' }, ada, THEN),
    setFocus(circleId, ada, 'skill', 'saying no', []),
    writeNote({ id: meetingId, circleId }, 'Bo seemed tired', null, THEN),
    noteStroke({ id: newId(), circleId, meetingId, text: 'You ask well' }, THEN),
    decideSeries({ key: 'thursday@calendar', title: 'Circle', people: [], code: null }, circleId, []),
  ]);
  const row = (await db.contracts.toArray()).find((one) => one.text === 'Ask Ruth');
  if (row)
    await append(db, [reportContract(row, { meetingId: null, outcome: 'partly', text: 'Half' }, ada, THEN)]);
  return meetingId;
}

/** Bo's paper, which Ada helped with, as Ada wrote it down and let it go for both. */
function paper(circleId: string, bo: string, ada: string, meetingId: string) {
  const one = {
    id: 'paper',
    circleId,
    kind: 'paper',
    title: 'The first paper',
    memberId: bo,
    on: '2026-10-20',
    credit: [{ memberId: ada, for: 'read it twice' }],
    meetingId,
  } as const;
  return [
    reachMilestone(one, ada, THEN),
    consentTo(one, bo, 'named', ada, THEN),
    consentTo(one, ada, 'named', ada, THEN),
  ];
}

const ENRICHED: Omit<Enrichment, 'circleId'> = {
  on: true,
  provider: 'google',
  identityId: '1',
  remoteId: 'c',
  takeOver: false,
  written: [{ eventId: 'e', masterId: null, originalStart: null, lines: ['x'] }],
  seen: 'y',
  writtenAt: 1,
  problem: null,
  retryAt: null,
};

describe('sharing a circle', () => {
  it('starts a new log with what was ticked, and private things are in none of it', async () => {
    const { db } = await freshDatabase();
    const old = await localCircle(db);
    await live(db, old);
    expect(await copyPreview(db, old)).toEqual({
      members: 3,
      meetings: 1,
      ownContracts: 1,
      othersContracts: 1,
      parking: 1,
      milestones: 1,
      together: 2,
      private: 1,
    });
    const shared = await shareCircle(db, old, COPY_ALL);
    if (!shared.ok) throw new Error(shared.reason);
    const space = shared.circleId;
    expect(isSpaceId(space)).toBe(true);
    const circle = await loadCircle(db, space);
    expect(circle).toMatchObject({
      circle: { name: 'Thursday circle', agreement: ['confidentiality'], seriesKeys: ['thursday@calendar'] },
      me: { id: 'm-ada' },
    });
    expect(circle?.members.map((member) => member.name)).toEqual(['Ada', 'Bo', 'Chen']);
    expect(await db.meetings.get([space, meetingIdFor(space, THEN)])).toMatchObject({
      phase: 'ended',
      recorded: ['m-ada', 'm-bo'],
      roles: { facilitator: 'm-bo' },
    });
    const contracts = await db.contracts
      .where('[circleId+open]')
      .between([space, 0], [space, 1], true, true)
      .toArray();
    expect(contracts.map((row) => [row.text, row.isPrivate, row.outcome]).sort()).toEqual([
      ['Ask Ruth', false, 'partly'],
      ['Only for me', true, null],
      ['Write one page', false, null],
    ]);
    expect(contracts.every((row) => row.meetingId === meetingIdFor(space, THEN))).toBe(true);
    // What Ada ticked for Bo was never said by Bo, who finds it as a suggestion; her own word comes along.
    const [milestone] = await circleMilestones(db, space);
    expect(milestone).toMatchObject({
      title: 'The first paper',
      confirmed: false,
      meetingId: meetingIdFor(space, THEN),
      source: 'paper',
      consents: [{ memberId: 'm-ada', scope: 'named', isStale: false }],
    });
    expect((await togetherOf(db, space)).map((row) => [row.part, row.memberId, row.text]).sort()).toEqual([
      ['lack', 'm-ada', 'A dean'],
      ['offer', 'm-bo', 'Reads grants'],
    ]);
    expect(circle?.circle.focus).toEqual({ focus: 'skill', about: 'saying no' });
    const log = JSON.stringify((await db.facts.toArray()).filter((fact) => fact.log === space));
    expect(log).not.toMatch(/Only for me|seemed tired|You ask well/);
    expect(log).toContain('Write one page');
    expect(log).toContain('The summer school');
  });

  it('lets what is one’s own follow: series, notes, strokes, what stands in the calendar; the old one is hidden', async () => {
    const { db } = await freshDatabase();
    const old = await localCircle(db);
    const meetingId = await live(db, old);
    await changeEnrichment(db, old, () => ({ circleId: old, ...ENRICHED }));
    for (const row of await db.contracts.filter((one) => one.circleId === old).toArray()) {
      if (row.memberId !== 'm-ada') continue;
      const beside = { ...NO_ASIDE, know: `I know: ${row.text}`, goal: 'g' };
      await append(db, writeAside(row, beside, null, THEN));
    }
    const shared = await shareCircle(db, old, COPY_ALL);
    if (!shared.ok) throw new Error(shared.reason);
    const space = shared.circleId;
    expect((await listCircles(db)).map((one) => one.circle.id)).toEqual([space]);
    expect((await db.decisions.get('thursday@calendar'))?.circleId).toBe(space);
    expect((await db.notes.get(meetingIdFor(space, THEN)))?.text).toBe('Bo seemed tired');
    expect((await listStrokes(db)).map((stroke) => stroke.circleId).sort()).toEqual([old, space].sort());
    const mine = (await myOpenContracts(db)).filter((row) => row.memberId === 'm-ada');
    const beside = await db.asides.bulkGet(mine.map((row) => row.id));
    expect(beside.map((row) => [row?.circleId, row?.know, row?.goal])).toEqual(
      mine.map((row) => [space, `I know: ${row.text}`, 'g']),
    );
    expect(mine).toHaveLength(2);
    expect(await readEnrichment(db, old)).toBeNull();
    expect(await readEnrichment(db, space)).toMatchObject({
      circleId: space,
      written: ENRICHED.written,
      seen: null,
    });
    // Kept, and counted nowhere beside its copies.
    expect((await db.meetings.get([old, meetingId]))?.phase).toBe('ended');
    expect(await db.circles.where('seriesKeys').equals('thursday@calendar').primaryKeys()).toEqual([space]);
    expect((await openContracts(db)).every((row) => row.circleId === space)).toBe(true);
    expect((await myOpenContracts(db)).map((row) => row.text).sort()).toEqual([
      'Only for me',
      'Write one page',
    ]);
    expect(await shareCircle(db, old, COPY_ALL)).toEqual({ ok: false, reason: 'shared' });
    expect(await shareCircle(db, space, COPY_ALL)).toEqual({ ok: false, reason: 'shared' });
    expect(await shareCircle(db, 'nothing', COPY_ALL)).toEqual({ ok: false, reason: 'unknown' });
  });

  it('waits for the end of a meeting that runs, which would stay behind; not for one that nobody ended', async () => {
    const { db, clock } = await freshDatabase();
    const old = await localCircle(db);
    const at = clock.now;
    const lengthMs = 90 * 60_000;
    const { steps } = planMeeting({ format: PMC, lengthMs, present: ['m-ada', 'm-bo'], asked: new Map() });
    const start = { at, endsAt: at + lengthMs, format: PMC, plan: steps };
    await append(db, startMeeting(acting(old, at, 'm-ada'), start));
    expect(await shareCircle(db, old, COPY_ALL)).toEqual({ ok: false, reason: 'meeting' });
    expect((await loadCircle(db, old))?.circle.continuedIn).toBeUndefined();
    clock.now += DAY;
    expect(await shareCircle(db, old, COPY_ALL)).toMatchObject({ ok: true });
  });

  it('leaves out what is not ticked', async () => {
    const { db } = await freshDatabase();
    const old = await localCircle(db);
    await live(db, old);
    const nothing = {
      agreement: false,
      links: false,
      meetings: false,
      ownContracts: false,
      othersContracts: false,
      parking: false,
      milestones: false,
      together: false,
    };
    const shared = await shareCircle(db, old, nothing);
    if (!shared.ok) throw new Error(shared.reason);
    const kinds = new Set(
      (await db.facts.toArray()).filter((fact) => fact.log === shared.circleId).map((fact) => fact.kind),
    );
    expect([...kinds].sort()).toEqual([
      'circle.created',
      'circle.focused',
      'circle.prompts',
      'circle.rhythm',
      'circle.shared',
      'circle.timeBack',
      'epoch.began',
      'member.added',
    ]);
  });
});

describe('a shared circle whose only steward is gone', () => {
  it('begins anew from where a member is, who can invite there; the others stay in the old one', async () => {
    const ada = await sharedCircle();
    await live(ada.db, ada.space);
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const chen = await letIn(ada.db, ada.space, 'm-chen');
    for (const [from, to] of [
      [ada, bo],
      [bo, ada],
      [ada, chen],
    ] as const)
      await bring(from.db, to.db, ada.space);
    await append(bo.db, [
      contract(ada.space, 'm-bo', 'Bo’s own'),
      contract(ada.space, 'm-bo', 'Bo’s secret', { isPrivate: true }),
    ]);
    await bring(bo.db, chen.db, ada.space);
    // Whoever could invite needs no other circle.
    expect(await shareCircle(ada.db, ada.space, COPY_ALL)).toEqual({ ok: false, reason: 'shared' });

    const anew = await shareCircle(bo.db, ada.space, { ...COPY_ALL, othersContracts: false });
    if (!anew.ok) throw new Error(anew.reason);
    expect((await listCircles(bo.db)).map(({ circle }) => circle.id)).toEqual([anew.circleId]);
    const mine = (await myOpenContracts(bo.db)).map((row) => row.text).sort();
    expect(mine).toEqual(['Ask Ruth', 'Bo’s own', 'Bo’s secret']);
    const rights = await bo.db.rights.get(anew.circleId);
    expect(rights?.stewards.map((one) => one.member)).toEqual(['m-bo']);
    await letIn(bo.db, anew.circleId, 'm-chen', 'm-bo');
    // Once is enough, also from there.
    expect(await shareCircle(bo.db, ada.space, COPY_ALL)).toEqual({ ok: false, reason: 'shared' });

    // Nothing of it is told in the old circle.
    await bring(bo.db, chen.db, ada.space);
    expect((await listCircles(chen.db)).map(({ circle }) => circle.id)).toEqual([ada.space]);
    expect((await loadCircle(chen.db, ada.space))?.circle.continuedIn).toBeUndefined();
  });
});

describe('two who each made the circle on their own', () => {
  async function bothMade() {
    const ada = await sharedCircle();
    await live(ada.db, ada.space);
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await bring(ada.db, bo.db, ada.space);
    const own = await localCircle(bo.db, 'x', 'Bo');
    // Bo wrote some of the same down, a meeting that Ada has not, and one that is to come.
    const [met, earlier] = [acting(own, THEN, 'x-bo'), acting(own, THEN - 14 * DAY, 'x-bo')];
    await append(bo.db, [
      ...recordMeeting(met, { start: THEN, end: THEN + 1, present: ['x-bo'] }),
      ...recordMeeting(earlier, { start: THEN - 14 * DAY, end: THEN - 14 * DAY + 1, present: ['x-bo'] }),
      ...callOff(acting(own, bo.db.now() + 21 * DAY, 'x-bo'), true),
      contract(own, 'x-bo', 'ask  Ruth!', { meetingId: met.slot.meetingId }),
      contract(own, 'x-bo', 'Just Bo’s'),
      contract(own, 'x-bo', 'Nobody else’s', { isPrivate: true }),
      contract(own, 'x-chen', 'For Chen', { by: 'x-bo' }),
      decideSeries({ key: 'thursday@calendar', title: 'Circle', people: [], code: null }, own, []),
    ]);
    const [locals, shared] = [await loadCircle(bo.db, own), await loadCircle(bo.db, ada.space)];
    const proposed = matchMembers(locals?.members ?? [], shared?.members ?? [], {
      local: 'x-bo',
      shared: 'm-bo',
    });
    return { ada, bo, own, space: ada.space, proposed };
  }

  it('join their histories: meetings by their date, contracts of the same words as one', async () => {
    const { ada, bo, own, space, proposed } = await bothMade();
    expect(proposed.map(({ shared, why }) => [shared, why])).toEqual([
      ['m-ada', 'email'],
      ['m-bo', 'me'],
      ['m-chen', 'email'],
    ]);
    const matched = new Map(
      proposed.flatMap((one) => (one.shared ? [[one.local, one.shared] as const] : [])),
    );
    matched.delete('x-chen');
    expect(await joinHistories(bo.db, own, space, matched, COPY_ALL)).toEqual({ ok: true, circleId: space });
    await bring(bo.db, ada.db, space);
    for (const { db } of [ada, bo]) {
      const meetings = await db.meetings.where('[log+id]').between([space, ''], [space, '\uffff']).toArray();
      expect(
        meetings
          .filter((row) => row.phase === 'ended')
          .map((row) => row.id)
          .sort(),
      ).toEqual([meetingIdFor(space, THEN), meetingIdFor(space, THEN - 14 * DAY)].sort());
      const open = (await openContracts(db, space)).filter((row) => !row.isPrivate);
      const texts = open.map((row) => row.text);
      expect(texts).toContain('Just Bo’s');
      expect(texts).not.toContain('For Chen');
      // Ada wrote it for Bo, Bo wrote it too: one, and it is Bo's own.
      expect(texts.filter((text) => /ask\s+ruth/i.test(text))).toEqual(['ask  Ruth!']);
    }
    // Told of it, neither is open any more: not the one that Ada wrote either.
    const asked = (await openContracts(bo.db, space)).find((row) => /ask\s+ruth/i.test(row.text));
    if (!asked) throw new Error('not asked');
    await append(bo.db, [
      reportContract(asked, { meetingId: null, outcome: 'kept', text: '' }, 'm-bo', THEN),
    ]);
    await bring(bo.db, ada.db, space);
    for (const { db } of [ada, bo])
      expect((await openContracts(db, space)).filter((row) => /ask\s+ruth/i.test(row.text))).toEqual([]);
    const seen = JSON.stringify(await ada.db.facts.toArray());
    expect(seen).toContain('Just Bo’s');
    expect(seen).not.toContain('Nobody else’s');
    expect((await myOpenContracts(bo.db)).map((row) => row.text)).toContain('Nobody else’s');
    expect((await loadCircle(bo.db, own))?.circle.continuedIn).toBe(space);
    expect((await bo.db.decisions.get('thursday@calendar'))?.circleId).toBe(space);
  });

  it('add nothing by doing it twice, nor bring back what was erased since', async () => {
    const { bo, own, space, proposed } = await bothMade();
    const matched = new Map(
      proposed.flatMap((one) => (one.shared ? [[one.local, one.shared] as const] : [])),
    );
    await joinHistories(bo.db, own, space, matched, COPY_ALL);
    const count = await bo.db.facts.where('[log+entity]').between([space, ''], [space, '\uffff']).count();
    expect(await joinHistories(bo.db, own, space, matched, COPY_ALL)).toMatchObject({ ok: true });
    const again = await bo.db.facts.where('[log+entity]').between([space, ''], [space, '\uffff']).count();
    expect(again).toBe(count);
    const copy = (await bo.db.contracts.toArray()).find(
      (row) => row.text === 'Just Bo’s' && row.circleId === space,
    );
    if (!copy) throw new Error('no copy');
    await append(bo.db, await contractErasure(bo.db, copy, 'm-bo'));
    await joinHistories(bo.db, own, space, matched, COPY_ALL);
    expect((await openContracts(bo.db, space)).map((row) => row.text)).not.toContain('Just Bo’s');
  });

  it('need to have been let in, and to say which circles', async () => {
    const { ada, own, bo } = await bothMade();
    const stranger = await freshDatabase();
    const theirs = await localCircle(stranger.db);
    await bring(ada.db, stranger.db, ada.space);
    const none = new Map<string, string>();
    expect(await joinHistories(stranger.db, theirs, ada.space, none, COPY_ALL)).toEqual({
      ok: false,
      reason: 'not-a-member',
    });
    expect(await joinHistories(bo.db, ada.space, own, none, COPY_ALL)).toMatchObject({ ok: false });
    expect(await joinHistories(bo.db, 'nothing', ada.space, none, COPY_ALL)).toEqual({
      ok: false,
      reason: 'unknown',
    });
  });
});

describe('the share switch of a contract', () => {
  it('writes a copy for the circle, once, and withdraws it for all; the private one stays', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    await append(ada.db, [contract(ada.space, 'm-ada', 'Say no once', { isPrivate: true })]);
    const own = (await ada.db.contracts.toArray()).find((row) => row.isPrivate);
    if (!own) throw new Error('no contract');
    expect(await audienceOf(ada.db, ada.space)).toEqual({
      circleName: 'Thursday circle',
      names: ['Bo', 'Chen'],
      isShared: true,
    });
    const id = await shareContract(ada.db, own);
    expect(await shareContract(ada.db, own)).toBe(id);
    await bring(ada.db, bo.db, ada.space);
    expect(await bo.db.contracts.toArray()).toMatchObject([
      { text: 'Say no once', memberId: 'm-ada', source: own.id },
    ]);
    expect(await unshareContract(ada.db, own)).toBe(1);
    await bring(ada.db, bo.db, ada.space);
    expect(await bo.db.contracts.count()).toBe(0);
    expect(JSON.stringify(await bo.db.facts.toArray())).not.toContain('Say no once');
    expect((await ada.db.contracts.toArray()).map((row) => row.isPrivate)).toEqual([true]);
    // And may be shared again.
    expect(await shareContract(ada.db, own)).not.toBe(id);
    expect(await sharedCopies(ada.db, own)).toHaveLength(1);
    expect(await unshareContract(bo.db, own)).toBe(0);
  });

  it('lets the member’s own device beat what a scribe writes of a contract, by rights and not by what is said', async () => {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const [made] = await append(ada.db, [
      makeContract(
        {
          id: 'k',
          circleId: ada.space,
          memberId: 'm-bo',
          meetingId: null,
          text: 'Scribbled',
          isPrivate: false,
        },
        'm-ada',
        1,
      ),
    ]);
    await bring(ada.db, bo.db, ada.space);
    const row = await bo.db.contracts.get([ada.space, 'k']);
    if (!row || !made) throw new Error('no contract');
    expect(row.byScribe).toBe(true);
    await append(bo.db, [reportContract(row, { meetingId: 'm', outcome: 'kept', text: 'Done' }, 'm-bo', 5)]);
    ada.clock.now += DAY;
    // Ada reports later for Bo, once as herself and once as if she were Bo.
    await append(ada.db, [
      reportContract(row, { meetingId: 'm', outcome: 'notYet', text: '' }, 'm-ada', 9),
      reportContract(row, { meetingId: 'm', outcome: 'released', text: '' }, 'm-bo', 10),
    ]);
    await bring(ada.db, bo.db, ada.space);
    await bring(bo.db, ada.db, ada.space);
    for (const { db } of [ada, bo])
      expect(await db.contracts.get([ada.space, 'k'])).toMatchObject({ outcome: 'kept', byScribe: false });
  });
});

describe('what the exchange is told', () => {
  it('is in step after a circle was shared: everything signed, an epoch to write in, a device with its key', async () => {
    const { db, space } = await sharedCircle();
    const store = shareStore(db);
    const [state] = await store.states(space);
    expect(state?.count).toBe(state?.last);
    expect(await store.signPending(space)).toBe(0);
    const facts = await store.facts(space, state?.author ?? '', 1, state?.last ?? 0);
    expect(facts.map((fact) => fact.seq)).toEqual(facts.map((_, i) => i + 1));
    const keys = await store.keys(space);
    expect(await store.devices(space)).toEqual([
      { author: keys.author, member: 'm-ada', box: keys.boxPublic, until: null },
    ]);
    expect((await store.currentEpoch(space))?.secret).toHaveLength(32);
    await append(db, [setSelf(space, 'm-ada', null)]);
    expect((await store.states('me')).map((one) => one.count)).toEqual([
      await db.facts.where('[log+entity]').between(['me', ''], ['me', '\uffff']).count(),
    ]);
  });
});

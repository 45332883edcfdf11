import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { accountTables } from '@/test/builders/stored-account';
import { type Block, readBlock } from '../calendar/enrich/block.ts';
import type { CalendarClient, Problem, WritableEvent } from '../calendar/sync/provider.ts';
import { createCircle } from '../circle/commands.ts';
import { archiveCircle } from '../circle/edit.ts';
import { callOff, setRoles } from '../meeting/commands.ts';
import { meetingIdFor } from '../meeting/meeting-id.ts';
import type { AccountWorld } from './account-client.ts';
import { append } from './append.ts';
import { exportEverything } from './backup.ts';
import { enrichHandlers, takeOutOf } from './enrich-background.ts';
import { enrichCircle } from './enrichment.ts';
import { nextEnrichRetry, readEnrichment } from './enrichment-rows.ts';
import type { EventWords } from './write-agenda.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 1, 9);
const FIRST = Date.UTC(2026, 10, 5, 16);
const CIRCLE = 'c1';

/** Words that are told apart by what goes in: the format, and who does what. */
const words: EventWords = ({ format, roles }): Block => ({
  opening: '— Circlekeeper: agenda —',
  lines: [`Format: ${format.id}`, ...roles.map(({ role, name }) => `${role}: ${name}`)],
  closing: '— end by Circlekeeper —',
});

interface Kept {
  content: string;
  mark: string | null;
  version: number;
}

/** A circle whose event is in a calendar one may write to; the service is a few texts in memory. */
async function setUp() {
  const { db, clock } = await freshDatabase(NOW);
  const { accounts, tokens, calendars, events, sources, series } = accountTables(NOW);
  await db.accounts.bulkPut(accounts.map((one) => ({ ...one, access: 'write' as const, problem: null })));
  await db.tokens.bulkPut(tokens.map((one) => ({ ...one, access: 'write' as const })));
  await db.calendars.bulkPut(calendars);
  await db.events.bulkPut(events);
  await db.sources.bulkPut(sources);
  await db.series.bulkPut(series);
  const member = (id: string, name: string, isMe: boolean) => ({ id, name, email: '', guide: null, isMe });
  await append(
    db,
    createCircle(
      {
        id: CIRCLE,
        name: 'Circle',
        formatId: 'pmc',
        everyDays: 14,
        lengthMin: 90,
        agreement: [],
        links: [{ kind: 'series', value: 'circle@sandbox.test' }],
        members: [member('a', 'Asha', true), member('b', 'Bea', false)],
      },
      NOW,
      '2026-11-01',
    ),
  );
  const service = new Map<string, Kept>([['ev-1', { content: 'Our notes.', mark: null, version: 1 }]]);
  const log: string[] = [];
  const state = { fault: null as Problem | null, maySend: true };
  const dateId = (at: number) => `ev-1_${at}`;
  const view = (id: string): WritableEvent | null => {
    const [root = '', at] = id.split('_');
    const master = service.get(root);
    const kept = service.get(id) ?? (at && master ? { ...master, mark: null } : null);
    if (!kept) return null;
    return {
      ...{ id, etag: `${kept.version}`, mark: kept.mark, mayWrite: true },
      body: { type: 'text', content: kept.content },
      originalStart: at ? Number(at) : null,
      start: at ? Number(at) : FIRST,
    };
  };
  const client = {
    async read(_: string, id: string) {
      log.push(`read ${id}`);
      if (state.fault) return state.fault;
      const event = view(id);
      return event ? { ok: true, event } : { ok: false, reason: 'missing' };
    },
    async write(_: string, id: string, change: { body: { content: string }; mark: string | null }) {
      log.push(`write ${id}`);
      if (state.fault) return state.fault;
      const version = (service.get(id)?.version ?? 1) + 1;
      service.set(id, { content: change.body.content, mark: change.mark, version });
      return { ok: true, etag: `${version}` };
    },
    async nextInstance(_: string, id: string, from: number) {
      log.push(`next ${id}`);
      const at = [FIRST, FIRST + 14 * DAY].find((one) => one >= from);
      return { ok: true, event: at === undefined ? null : view(dateId(at)) };
    },
  } as Partial<CalendarClient> as CalendarClient;
  const world: AccountWorld = {
    service: () => ({ signIn: {} as never, client: () => client }),
    signIn: () => ({}) as never,
    appClient: async () => null,
    mayReach: async () => true,
    maySend: async () => state.maySend,
    locks: {
      request: ((name: string, ...rest: [LockOptions, LockGrantedCallback<unknown>]) =>
        navigator.locks.request(`${db.name} ${name}`, ...rest)) as LockManager['request'],
    },
  };
  const { 'enrich.on': on, 'enrich.off': off } = enrichHandlers(db, world, words, (work) => work());
  const sender = { tabId: null };
  return {
    ...{ db, clock, service, log, state, world, dateId },
    on: (takeOver = false) => on({ circleId: CIRCLE, calendarId: 'cal-read', takeOver }, sender),
    off: (leave = false) => off({ circleId: CIRCLE, leave }, sender),
    run: () => enrichCircle(db, world, words, CIRCLE),
    row: () => readEnrichment(db, CIRCLE),
    block: (id: string) => readBlock({ type: 'text', content: service.get(id)?.content ?? '' }),
    roles: (at: number, facilitator: string) =>
      append(
        db,
        setRoles(
          {
            slot: {
              circleId: CIRCLE,
              meetingId: meetingIdFor(CIRCLE, at),
              originalStart: at,
              start: at,
              lengthMin: 90,
              adhoc: false,
            },
            row: null,
            by: null,
          },
          { facilitator, timekeeper: null, host: null },
        ),
      ),
  };
}

describe('an agenda in an event', () => {
  it('costs no request while all is as it was found', async () => {
    const { on, run, log, service } = await setUp();
    await on();
    expect(service.get('ev-1')).toMatchObject({ mark: CIRCLE });
    log.length = 0;
    await run();
    expect(log).toEqual([]);
  });

  it('has roles in the next date only; a date that has passed is left alone, until all is taken out', async () => {
    const { on, off, run, roles, block, dateId, clock, service, row } = await setUp();
    await roles(FIRST, 'a');
    await roles(FIRST + 14 * DAY, 'b');
    await on();
    const [first, second] = [dateId(FIRST), dateId(FIRST + 14 * DAY)];
    expect(block('ev-1')).not.toContain('facilitator: Asha');
    expect(block(first)).toContain('facilitator: Asha');
    expect(service.has(second)).toBe(false);
    clock.now = FIRST + DAY;
    const before = service.get(first);
    await run();
    expect(service.get(first)).toBe(before);
    expect(block(second)).toContain('facilitator: Bea');
    await off();
    for (const id of ['ev-1', first, second])
      expect(service.get(id)).toMatchObject({ content: 'Our notes.', mark: null });
    expect(await row()).toBeNull();
  });

  it('has roles in the next date that is held, behind one that the circle skips', async () => {
    const { db, on, roles, block, dateId, service } = await setUp();
    await roles(FIRST + 14 * DAY, 'b');
    const meetingId = meetingIdFor(CIRCLE, FIRST);
    const slot = {
      circleId: CIRCLE,
      meetingId,
      originalStart: FIRST,
      start: FIRST,
      lengthMin: 90,
      adhoc: false,
    };
    await append(db, callOff({ slot, row: null, by: null }, true));
    await on();
    expect(service.has(dateId(FIRST))).toBe(false);
    expect(block(dateId(FIRST + 14 * DAY))).toContain('facilitator: Bea');
  });

  it('names in the next date those whose turn it is where the circle chose nobody', async () => {
    const { on, block, dateId } = await setUp();
    await on();
    expect(block(dateId(FIRST))).toEqual(expect.arrayContaining(['facilitator: Asha', 'timekeeper: Bea']));
    expect(block('ev-1')).not.toContain('facilitator: Asha');
  });

  it('waits for the network and says when it tries again; nothing is noted twice', async () => {
    const { db, on, run, state, row, clock, service, dateId } = await setUp();
    state.fault = { ok: false, reason: 'offline' };
    await on();
    expect((await row())?.problem).toEqual({ reason: 'offline', code: null, since: NOW });
    expect(await nextEnrichRetry(db)).toBe(NOW + 5 * 60_000);
    state.fault = null;
    clock.now = NOW + DAY;
    await run();
    expect(await row()).toMatchObject({ problem: null, retryAt: null, writtenAt: NOW + DAY });
    expect((await row())?.written.map((one) => one.eventId)).toEqual(['ev-1', dateId(FIRST)]);
    expect(service.get('ev-1')?.mark).toBe(CIRCLE);
  });

  it('is not written any more once the browser was told to send no names, and still taken out', async () => {
    const { on, off, run, state, row, clock, service, log, roles } = await setUp();
    await on();
    const before = service.get('ev-1')?.content;
    log.length = 0;
    state.maySend = false;
    await roles(FIRST, 'm-2');
    await run();
    expect(log).toEqual([]);
    expect((await row())?.problem).toEqual({ reason: 'no-leave', code: null, since: clock.now });
    expect(service.get('ev-1')?.content).toBe(before);
    await off();
    expect(service.get('ev-1')?.content).toBe('Our notes.');
    expect(await row()).toBeNull();
  });

  it('goes on being taken out where it was stopped', async () => {
    const { on, off, run, state, roles, service, dateId, row } = await setUp();
    await roles(FIRST, 'a');
    await on();
    state.fault = { ok: false, reason: 'expired' };
    await off();
    expect(await row()).toMatchObject({ on: false, problem: { reason: 'expired' } });
    expect((await row())?.written).toHaveLength(2);
    state.fault = null;
    await run();
    expect(await row()).toBeNull();
    expect(service.get('ev-1')?.content).toBe('Our notes.');
    expect(service.get(dateId(FIRST))?.content).toBe('Our notes.');
  });

  it('is taken out when the circle is laid aside', async () => {
    const { db, on, run, service, row } = await setUp();
    await on();
    await append(db, [archiveCircle(CIRCLE, null, true, [])]);
    await run();
    expect(service.get('ev-1')?.content).toBe('Our notes.');
    expect(await row()).toBeNull();
  });

  it('of an account that went without network is cleaned when the same account comes back', async () => {
    const { db, on, run, state, world, service, row } = await setUp();
    await on();
    const account = await db.accounts.get('acc-1');
    if (!account) throw new Error('no account');
    state.fault = { ok: false, reason: 'offline' };
    await takeOutOf(db, world, words, account);
    await db.accounts.clear();
    await run();
    expect(await row()).toMatchObject({ on: false, problem: { reason: 'no-calendar' } });
    state.fault = null;
    // Another id: it was connected anew.
    await db.accounts.put({ ...account, id: 'acc-9' });
    await db.calendars.where('accountId').equals('acc-1').modify({ accountId: 'acc-9' });
    await run();
    expect(await row()).toBeNull();
    expect(service.get('ev-1')?.content).toBe('Our notes.');
  });

  it('stands still when its calendar is unticked, and when the event is gone', async () => {
    const { db, on, run, row, log } = await setUp();
    await on();
    await db.calendars.update('cal-read', { ticked: false });
    log.length = 0;
    await run();
    expect((await row())?.problem?.reason).toBe('not-ticked');
    await db.calendars.update('cal-read', { ticked: true });
    await db.events.clear();
    await run();
    expect((await row())?.problem?.reason).toBe('no-event');
    // The next reading looks again; no alarm does.
    expect((await row())?.retryAt).toBeNull();
    expect(log).toEqual([]);
  });

  it('of another member’s Circlekeeper is not touched unless taken over, and not taken out either', async () => {
    const { on, off, service, row } = await setUp();
    const theirs = 'Notes.\n\n— Circlekeeper: agenda —\nTheirs\n— end by Circlekeeper —';
    service.set('ev-1', { content: theirs, mark: null, version: 1 });
    await on();
    expect(await row()).toMatchObject({ problem: { reason: 'other-writer' }, written: [] });
    expect(service.get('ev-1')?.content).toBe(theirs);
    await off();
    expect(service.get('ev-1')?.content).toBe(theirs);
    await on(true);
    expect(service.get('ev-1')?.content).not.toContain('Theirs');
    // From then on it is ours; the next stranger is asked about again.
    expect((await row())?.takeOver).toBe(false);
  });

  it('is left there on request, and forgotten', async () => {
    const { on, off, service, row } = await setUp();
    await on();
    await off(true);
    expect(await row()).toBeNull();
    expect(service.get('ev-1')?.mark).toBe(CIRCLE);
  });

  it('is this device’s own: no copy holds where it is written', async () => {
    const { db, on } = await setUp();
    await on();
    const copy = JSON.stringify(await exportEverything(db));
    expect(copy).not.toContain('enrich:');
    expect(copy).not.toContain('ev-1');
  });
});

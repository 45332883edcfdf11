import { describe, expect, it } from 'vitest';
import { CalendarService } from '@/test/builders/calendar-service';
import { freshDatabase } from '@/test/builders/database';
import {
  type AccountIdentity,
  NoToken,
  type Problem,
  type RemoteCalendar,
  type SignIn,
  type Tokens,
} from '../calendar/sync/provider.ts';
import { type AccountWatch, accountBackground } from './account-background.ts';
import { type AccountWorld, tokenSource, withClient } from './account-client.ts';
import { eventsOfSeries } from './account-events.ts';
import { listAccounts, tickCalendar } from './accounts.ts';
import { exportEverything } from './backup.ts';
import { allSeries, spottedSeries } from './calendar.ts';
import { decide } from './decisions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 5, 17);
const ASHA: AccountIdentity = { id: '117', email: 'asha.sen@example.edu', name: 'Asha Sen' };

/** A service with two calendars, a sign-in that says what it is told to, and the background over a fresh database. */
async function setUp() {
  const { db, clock } = await freshDatabase(NOW);
  const service = new CalendarService('by-rule');
  const log: string[] = [];
  const wakes: (number | null)[] = [];
  const calendar = (id: string, primary = false): RemoteCalendar => ({
    ...{ id, name: id, primary },
    writable: true,
    color: null,
  });
  const world = {
    identity: ASHA,
    grant: 'read' as Tokens['access'],
    /** What the next sign-in or renewal meets with. */
    refuse: null as Problem | null,
    /** What asking for the right to write meets with. */
    denied: null as Problem | null,
    /** While somebody is in the window of a sign-in, or a token is renewed. */
    busy: null as Promise<unknown> | null,
    /** What asking for the list of calendars meets with. */
    unlisted: null as Problem | null,
    calendars: [calendar('main', true), calendar('team')],
    client: { clientId: 'client', tenant: 'common' } as { clientId: string; tenant: string } | null,
    reachable: true,
    tokens: 0,
  };
  const fresh = (): Tokens => ({
    accessToken: `secret-${++world.tokens}`,
    expiresAt: clock.now + HOUR,
    refreshToken: `refresh-${world.tokens}`,
    access: world.grant,
  });
  const signIn: SignIn = {
    async connect(_, { access }) {
      log.push(`connect ${access}`);
      await world.busy;
      if (access === 'write' && world.denied) return world.denied;
      return world.refuse ?? { ok: true, tokens: { ...fresh(), access }, identity: world.identity };
    },
    async renew(_, { access }) {
      log.push('renew');
      await world.busy;
      // Long enough for a second one to begin meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return world.refuse ?? { ok: true, tokens: { ...fresh(), access } };
    },
    async revoke(_, { accessToken }) {
      log.push(`revoke ${accessToken}`);
    },
  };
  const accountWorld: AccountWorld = {
    service: () => ({
      signIn,
      client: (tokens) => {
        const client = service.client();
        const asked = async <T>(ask: () => Promise<T>): Promise<T | Problem> => {
          try {
            log.push(`with ${await tokens.token()}`);
            return await ask();
          } catch (error) {
            if (error instanceof NoToken) return error.problem;
            throw error;
          }
        };
        return {
          ...client,
          calendars: () =>
            asked(async () => world.unlisted ?? { ok: true as const, calendars: world.calendars }),
          page: (id, cursor) => asked(() => client.page(id, cursor)) as ReturnType<typeof client.page>,
        };
      },
    }),
    signIn: () => ({
      fetch: () => Promise.reject(new Error('nobody asks the network here')),
      now: () => clock.now,
      redirectUrl: 'https://x.chromiumapp.org/',
      openWindow: () => Promise.resolve(null),
    }),
    appClient: () => Promise.resolve(world.client),
    mayReach: () => Promise.resolve(world.reachable),
    maySend: async () => true,
    // Of the whole browser, and other tests run beside: names of their own.
    locks: {
      request: ((name: string, ...rest: [LockOptions, LockGrantedCallback<unknown>]) =>
        navigator.locks.request(`${db.name} ${name}`, ...rest)) as LockManager['request'],
    },
  };
  const watch: AccountWatch = {
    awake: (work) => work,
    wakeAt: async (at) => {
      wakes.push(at);
    },
    unused: async (provider) => {
      log.push(`unused ${provider}`);
    },
  };
  const background = accountBackground(db, accountWorld, watch, () => {
    throw new Error('no agenda is written here');
  });
  const sender = { tabId: null };
  return {
    ...{ db, clock, service, world, accountWorld, log, wakes, sync: background.sync },
    connect: (accountId: string | null = null, access: 'read' | 'write' = 'read') =>
      background.handlers['account.connect']({ provider: 'google', access, accountId }, sender),
    syncNow: (accountId: string | null = null) => background.handlers['account.sync']({ accountId }, sender),
    disconnect: (accountId: string) => background.handlers['account.disconnect']({ accountId }, sender),
  };
}

/** Connects and waits until what that began is through. */
async function connected() {
  const all = await setUp();
  all.service.add({
    id: 'c',
    uid: 'c@google.com',
    title: 'Mentoring circle',
    start: NOW,
    everyDays: 14,
    count: 9,
  });
  const reply = await all.connect();
  if (!reply.ok) throw new Error(reply.reason);
  await all.syncNow(reply.accountId);
  return { ...all, accountId: reply.accountId };
}

describe('connecting an account', () => {
  it('lists its calendars, ticks the main one and finds the circles in it', async () => {
    const { db } = await connected();
    const [one] = await listAccounts(db);
    expect(one?.account).toMatchObject({ provider: 'google', identity: ASHA, access: 'read', problem: null });
    expect(one?.calendars.map(({ name, ticked, events }) => ({ name, ticked, events }))).toEqual([
      { name: 'main', ticked: true, events: 1 },
      { name: 'team', ticked: false, events: 0 },
    ]);
    expect((await spottedSeries(db)).map(({ series }) => series.title)).toEqual(['Mentoring circle']);
  });

  it('keeps nothing of a sign-in that did not go through, and says why', async () => {
    const { db, world, connect } = await setUp();
    world.refuse = { ok: false, reason: 'blocked', code: 'AADSTS65001' };
    expect(await connect()).toEqual({ ok: false, reason: 'blocked', code: 'AADSTS65001' });
    expect(await db.accounts.count()).toBe(0);
    world.client = null;
    expect(await connect()).toEqual({ ok: false, reason: 'no-client', code: null });
  });

  it('renews the account of a person who is known, and does not take somebody else for them', async () => {
    const { db, world, accountId, connect } = await connected();
    const again = await connect();
    expect(again).toEqual({ ok: true, accountId });
    expect(await db.accounts.count()).toBe(1);
    world.identity = { ...ASHA, id: '118', email: 'other@example.edu' };
    expect(await connect(accountId)).toEqual({ ok: false, reason: 'other-account', code: null });
    expect((await connect()).ok).toBe(true);
    expect(await db.accounts.count()).toBe(2);
  });

  it('does not give the right to write away by signing in again to read', async () => {
    const { accountId, connect, log } = await connected();
    await connect(accountId, 'write');
    log.length = 0;
    await connect(accountId);
    expect(log).toContain('connect write');
  });

  it('nor by connecting the same account as if it were another one', async () => {
    const { db, accountId, connect } = await connected();
    await connect(accountId, 'write');
    await connect();
    expect((await db.accounts.get(accountId))?.access).toBe('write');
    expect((await db.tokens.get(accountId))?.access).toBe('write');
  });
});

describe('signing in again', () => {
  it('to read is enough for whoever may write no more', async () => {
    const { accountId, connect, world, db } = await connected();
    await connect(accountId, 'write');
    world.denied = { ok: false, reason: 'refused', code: 'scope_missing' };
    expect(await connect(accountId, 'write')).toMatchObject({ ok: false, reason: 'refused' });
    expect(await connect(accountId)).toMatchObject({ ok: true });
    expect((await listAccounts(db))[0]?.account).toMatchObject({ access: 'read', problem: null });
  });

  it('while the last account of the service goes keeps the browser’s leave, and the service’s', async () => {
    const { accountId, connect, disconnect, world, log, clock, db } = await connected();
    clock.now += 2 * HOUR;
    const window = Promise.withResolvers<void>();
    world.busy = window.promise;
    const back = connect();
    await expect.poll(() => log).toContain('connect read');
    const gone = disconnect(accountId);
    await expect.poll(() => db.accounts.count()).toBe(0);
    window.resolve();
    expect([(await back).ok, (await gone).ok]).toEqual([true, true]);
    expect(await db.accounts.count()).toBe(1);
    expect(log.filter((line) => /unused|revoke/.test(line))).toEqual([]);
  });

  it('does not wait until a reading that is under way is through', async () => {
    const { accountId, connect, accountWorld } = await connected();
    const reading = Promise.withResolvers<void>();
    const held = accountWorld.locks.request(`account ${accountId}`, {}, () => reading.promise);
    expect(await connect(accountId)).toMatchObject({ ok: true });
    reading.resolve();
    await held;
  });
});

describe('tokens', () => {
  it('of a sign-in that ends while others are being renewed are kept, with what they allow', async () => {
    const { accountId, connect, clock, world, accountWorld, db, log } = await connected();
    clock.now += 2 * HOUR;
    const late = Promise.withResolvers<void>();
    world.busy = late.promise;
    const renewed = tokenSource(db, accountId, 'read', accountWorld).token();
    await expect.poll(() => log).toContain('renew');
    world.busy = null;
    await connect(accountId, 'write');
    const kept = (await db.tokens.get(accountId))?.accessToken;
    late.resolve();
    expect(await renewed).toBe(kept);
    expect(await db.tokens.get(accountId)).toMatchObject({ accessToken: kept, access: 'write' });
  });

  it('are renewed without a window when their hour is over, once for all who wait', async () => {
    const { clock, db, accountWorld, accountId, log } = await connected();
    clock.now += 2 * HOUR;
    log.length = 0;
    const sources = [1, 2, 3].map(() => tokenSource(db, accountId, 'read', accountWorld));
    const tokens = await Promise.all(sources.map((source) => source.token()));
    expect(new Set(tokens).size).toBe(1);
    expect(log).toEqual(['renew']);
  });

  it('that the service takes no longer are renewed ahead of time, unless somebody did that just now', async () => {
    const { db, accountWorld, accountId, log } = await connected();
    const [one, other] = [1, 2].map(() => tokenSource(db, accountId, 'read', accountWorld));
    if (!one || !other) throw new Error('no sources');
    const old = await one.token();
    expect(await other.token()).toBe(old);
    log.length = 0;
    const fresh = await one.token({ renewed: true });
    expect(fresh).not.toBe(old);
    expect(await other.token({ renewed: true })).toBe(fresh);
    expect(log).toEqual(['renew']);
  });

  it('that cannot be renewed leave a problem with the account, which the next sign-in takes away', async () => {
    const { clock, db, world, accountId, connect, syncNow } = await connected();
    clock.now += 2 * HOUR;
    world.refuse = { ok: false, reason: 'expired' };
    expect(await syncNow()).toEqual({ ok: false, reason: 'expired', code: null });
    const since = clock.now;
    clock.now += HOUR;
    await syncNow();
    expect((await db.accounts.get(accountId))?.problem).toEqual({ reason: 'expired', code: null, since });
    expect(await allSeries(db)).toHaveLength(1);
    world.refuse = null;
    await connect(accountId);
    expect((await db.accounts.get(accountId))?.problem).toBeNull();
  });

  it('for reading are not handed out for writing', async () => {
    const { db, accountWorld, accountId } = await connected();
    const outcome = await withClient(db, accountWorld, accountId, 'write', (client) => client.calendars());
    expect(outcome).toEqual({ ok: false, reason: 'refused', code: 'read_only' });
    expect((await db.accounts.get(accountId))?.problem).toBeNull();
  });

  it('and all else of an account are in no copy', async () => {
    const { db } = await connected();
    const copy = await exportEverything(db);
    for (const word of ['secret', 'refresh', 'asha.sen', 'main', '117', 'client'])
      expect(copy).not.toContain(word);
  });
});

describe('reading accounts', () => {
  it('asks once for each ticked calendar when nothing changed', async () => {
    const { db, service, sync } = await connected();
    const team = (await db.calendars.toArray()).find((one) => one.name === 'team');
    await tickCalendar(db, team?.id ?? '', true);
    await sync();
    const before = service.requests;
    await sync();
    expect(service.requests - before).toBe(2);
  });

  it('knows the events behind a series, in each calendar that has it', async () => {
    const { db, service, syncNow } = await connected();
    // Under an id that tells nothing of its series, as an invitation from elsewhere is.
    service.add({ id: 'zz9', uid: 'c@google.com', title: 'Extra', start: NOW + DAY, everyDays: 0, count: 1 });
    await syncNow();
    const [found] = await eventsOfSeries(db, 'c@google.com');
    expect(found?.calendar.name).toBe('main');
    expect(found?.events.map((event) => event.id).sort()).toEqual(['c', 'zz9']);
    expect(await eventsOfSeries(db, 'other@google.com')).toEqual([]);
  });

  it('wakes up again when the service asked for a pause, and soon when there was no network', async () => {
    const { clock, service, sync, wakes } = await connected();
    expect(wakes.at(-1)).toBeNull();
    const retryAt = clock.now + 7 * 60_000;
    service.fault = () => ({ ok: false, reason: 'busy', retryAt });
    await sync();
    expect(wakes.at(-1)).toBe(retryAt);
    const before = service.requests;
    await sync();
    expect(service.requests).toBe(before);
    clock.now = retryAt;
    service.fault = () => ({ ok: false, reason: 'offline' });
    await sync();
    expect(wakes.at(-1)).toBe(clock.now + 5 * 60_000);
    service.fault = () => null;
    await sync();
    expect(wakes.at(-1)).toBeNull();
  });

  it('is not woken for one that was busy while another of the account says that there is no network', async () => {
    const { accountId, db, clock, service, sync, wakes } = await connected();
    const rows = (await listAccounts(db)).find(({ account }) => account.id === accountId)?.calendars ?? [];
    for (const { id, ticked } of rows) if (!ticked) await tickCalendar(db, id, true);
    await db.calendars.update(rows[1]?.id ?? '', { retryAt: clock.now - HOUR });
    service.fault = () => ({ ok: false, reason: 'offline' });
    await sync();
    expect(wakes.at(-1)).toBe(clock.now + 5 * 60_000);
  });

  it('says with each calendar that there was no network, also when it was asked for by hand', async () => {
    const { clock, db, world, service, syncNow, wakes } = await connected();
    world.unlisted = { ok: false, reason: 'offline' };
    service.fault = () => ({ ok: false, reason: 'offline' });
    expect(await syncNow()).toMatchObject({ ok: false, reason: 'offline' });
    const [main] = (await db.calendars.toArray()).filter((one) => one.ticked);
    expect(main?.problem?.reason).toBe('offline');
    expect(wakes.at(-1)).toBe(clock.now + 5 * 60_000);
  });

  it('goes on without a new list of calendars when only that cannot be had', async () => {
    const { db, clock, world, syncNow } = await connected();
    world.unlisted = { ok: false, reason: 'server' };
    clock.now += HOUR;
    expect(await syncNow()).toMatchObject({ ok: false, reason: 'server' });
    const [main] = (await db.calendars.toArray()).filter((one) => one.ticked);
    expect(main?.syncedAt).toBe(clock.now);
  });

  it('asks again soon for a list that could not be had when the account was connected', async () => {
    const { db, clock, world, connect, syncNow, wakes } = await setUp();
    world.unlisted = { ok: false, reason: 'busy' };
    const reply = await connect();
    await syncNow(reply.ok ? reply.accountId : '');
    expect(wakes.at(-1)).toBe(clock.now + 5 * 60_000);
    const [stands] = await db.accounts.toArray();
    expect(stands).toMatchObject({ problem: null, listedAt: null, listProblem: { reason: 'busy' } });
    world.unlisted = null;
    await syncNow();
    expect(await db.calendars.count()).toBe(2);
    expect((await db.accounts.toArray())[0]?.listProblem).toBeNull();
    expect(wakes.at(-1)).toBeNull();
  });

  it('does not wake up for a calendar whose account waits for the member', async () => {
    const { clock, world, service, sync, wakes } = await connected();
    service.fault = () => ({ ok: false, reason: 'busy', retryAt: clock.now + 60_000 });
    await sync();
    clock.now += 2 * HOUR;
    world.refuse = { ok: false, reason: 'expired' };
    await sync();
    expect(wakes.at(-1)).toBeNull();
  });

  it('forgets by itself a calendar that cannot be read because it is no longer there', async () => {
    const { db, world, service, sync } = await connected();
    world.calendars = world.calendars.filter((one) => one.id !== 'main');
    service.fault = () => ({ ok: false, reason: 'server', code: 'notFound' });
    await sync();
    expect((await db.calendars.toArray()).map((one) => one.name)).toEqual(['team']);
    expect(await allSeries(db)).toEqual([]);
  });

  it('keeps saying what is wrong while nothing was asked that could show that it is well again', async () => {
    const { db, clock, world, accountId, sync } = await connected();
    clock.now += 2 * HOUR;
    world.refuse = { ok: false, reason: 'expired' };
    await sync();
    await db.calendars.toCollection().modify({ ticked: false });
    await sync();
    expect((await db.accounts.get(accountId))?.problem?.reason).toBe('expired');
  });

  it('needs the browser’s leave, and says so with the account', async () => {
    const { db, world, accountId, service, syncNow } = await connected();
    world.reachable = false;
    const before = service.requests;
    expect(await syncNow()).toEqual({ ok: false, reason: 'not-allowed', code: null });
    expect(service.requests).toBe(before);
    expect((await db.accounts.get(accountId))?.problem?.reason).toBe('not-allowed');
  });

  it('keeps a calendar up to date and the member’s decision with it, whatever becomes of the event', async () => {
    const { db, service, sync } = await connected();
    const [found] = await spottedSeries(db);
    if (!found) throw new Error('nothing was spotted');
    await decide(db, found.series, null);
    service.change('c', (entry) => {
      entry.title = 'Lunch';
    });
    service.oldestToken = ++service.version;
    await sync();
    const [after] = await spottedSeries(db);
    expect(after).toMatchObject({ series: { title: 'Lunch' }, decision: null });
  });

  it('forgets a calendar that is not shared any more, and lets a new one wait for a tick', async () => {
    const { db, world, syncNow } = await connected();
    world.calendars = world.calendars.map((one) =>
      one.id === 'main' ? { ...one, id: 'new', name: 'new' } : one,
    );
    await syncNow();
    const [one] = await listAccounts(db);
    expect(one?.calendars.map(({ name, ticked }) => ({ name, ticked }))).toEqual([
      { name: 'new', ticked: false },
      { name: 'team', ticked: false },
    ]);
    expect(await allSeries(db)).toEqual([]);
    expect(await db.sources.count()).toBe(0);
  });
});

describe('unticking and disconnecting', () => {
  it('a calendar while its request is under way leaves nothing that wakes the worker for it', async () => {
    const { accountId, db, service, syncNow, wakes } = await connected();
    const [main] = (await listAccounts(db))[0]?.calendars ?? [];
    if (!main) throw new Error('no calendar');
    let unticked: Promise<void> | undefined;
    service.fault = () => {
      unticked ??= tickCalendar(db, main.id, false);
      return { ok: false, reason: 'busy' };
    };
    await syncNow(accountId);
    await unticked;
    expect(await db.calendars.get(main.id)).toMatchObject({ problem: null, retryAt: null });
    expect(wakes.at(-1)).toBeNull();
    // Nor does one that an earlier version left so.
    await db.calendars.update(main.id, { retryAt: NOW - HOUR });
    await syncNow(accountId);
    expect(wakes.at(-1)).toBeNull();
  });

  it('forgets what a calendar gave, and reads it from the beginning when it is ticked again', async () => {
    const { db, syncNow } = await connected();
    const [calendar] = (await db.calendars.toArray()).filter((one) => one.ticked);
    await tickCalendar(db, calendar?.id ?? '', false);
    expect([await allSeries(db), await db.events.count(), await db.sources.count()]).toEqual([[], 0, 0]);
    await tickCalendar(db, calendar?.id ?? '', true);
    await syncNow();
    expect(await allSeries(db)).toHaveLength(1);
  });

  it('gives the leave back and leaves nothing but decisions', async () => {
    const { db, accountId, disconnect, log } = await connected();
    const [found] = await spottedSeries(db);
    if (!found) throw new Error('nothing was spotted');
    await decide(db, found.series, null);
    log.length = 0;
    await disconnect(accountId);
    expect(log).toEqual(['revoke secret-1', 'unused google']);
    const tables = [
      db.accounts,
      db.tokens,
      db.calendars,
      db.events,
      db.pages,
      db.sources,
      db.series,
      db.chunks,
    ];
    expect(await Promise.all(tables.map((table) => table.count()))).toEqual(tables.map(() => 0));
    expect(await db.decisions.count()).toBe(1);
  });

  it('gives the leave back also when the token is past its hour, since Google takes it for no such token', async () => {
    const { clock, accountId, disconnect, log } = await connected();
    clock.now += 2 * HOUR;
    log.length = 0;
    await disconnect(accountId);
    expect(log).toEqual(['renew', 'revoke secret-2', 'unused google']);
  });

  it('in the middle of a reading leaves nothing behind either', async () => {
    const { db, service, accountId, clock, disconnect, sync } = await connected();
    clock.now += DAY;
    for (let n = 0; n < 9; n++)
      service.add({ id: `n${n}`, uid: `n${n}@google.com`, title: 'x', start: NOW, everyDays: 0, count: 1 });
    let gone: Promise<unknown> | null = null;
    service.fault = () => {
      gone ??= Promise.resolve(disconnect(accountId));
      return null;
    };
    await sync();
    await gone;
    const tables = [
      db.accounts,
      db.tokens,
      db.calendars,
      db.events,
      db.pages,
      db.sources,
      db.series,
      db.chunks,
    ];
    expect(await Promise.all(tables.map((table) => table.count()))).toEqual(tables.map(() => 0));
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { accountTables } from '@/test/builders/stored-account';
import { forgetAccount } from './accounts.ts';
import type { Database } from './database.ts';
import { datesTrouble } from './dates-trouble.ts';

const NOW = Date.UTC(2026, 10, 1, 9);
const circle = { seriesKeys: ['circle@sandbox.test'] };
let db: Database;
let clock: { now: number };

beforeEach(async () => {
  ({ db, clock } = await freshDatabase(NOW));
  const { accounts, calendars, sources, series } = accountTables(NOW);
  await db.accounts.bulkPut(accounts.map((one) => ({ ...one, problem: null })));
  await db.calendars.bulkPut(calendars);
  await db.sources.bulkPut(sources);
  await db.series.bulkPut(series);
});

const stick = () =>
  db.accounts.toCollection().modify({ problem: { reason: 'expired', code: null, since: NOW } });

describe('where a circle’s dates come from', () => {
  it('is nothing to speak of while its account is read, or no series was linked', async () => {
    expect(await datesTrouble(db, circle)).toBeNull();
    await stick();
    expect(await datesTrouble(db, { seriesKeys: [] })).toBeNull();
  });

  it('is an account that waits for the member, with when it was last read', async () => {
    await stick();
    expect(await datesTrouble(db, circle)).toMatchObject({
      kind: 'stuck',
      provider: 'google',
      problem: { reason: 'expired' },
      readAt: NOW,
    });
  });

  it('is well when a feed has the same series, but not when a file says how it once was', async () => {
    await stick();
    const [source, row] = [await db.sources.get('cal-read'), await db.series.toCollection().first()];
    if (!source || !row) throw new Error('nothing stored');
    await db.series.put({ ...row, sourceId: 'other' });
    await db.sources.put({ ...source, id: 'other', kind: 'file' });
    expect(await datesTrouble(db, circle)).toMatchObject({ kind: 'stuck' });
    await db.sources.put({ ...source, id: 'other', kind: 'feed' });
    expect(await datesTrouble(db, circle)).toBeNull();
  });

  it('is a file whose dates run out, while its series goes on', async () => {
    await forgetAccount(db, 'acc-1');
    const { sources, series } = accountTables(NOW);
    const [source, row] = [sources.find(({ id }) => id === 'cal-read'), series[0]];
    if (!source || !row) throw new Error('nothing to store');
    const last = NOW + 300 * 86_400_000;
    const occurrences = row.occurrences.map((date) => ({ ...date, originalStart: last, start: last }));
    await db.sources.put({ ...source, id: 'file', kind: 'file' });
    const put = (rule: string) => db.series.put({ ...row, rule, occurrences, sourceId: 'file' });
    await put('FREQ=WEEKLY;INTERVAL=2');
    expect(await datesTrouble(db, circle)).toBeNull();
    clock.now = last - 60 * 86_400_000;
    expect(await datesTrouble(db, circle)).toEqual({ kind: 'runsOut', last });
    await put('FREQ=WEEKLY;INTERVAL=2;COUNT=30');
    expect(await datesTrouble(db, circle)).toBeNull();
  });

  it('is gone when the account was disconnected, but not while another is being read for the first time', async () => {
    await forgetAccount(db, 'acc-1');
    expect(await datesTrouble(db, circle)).toEqual({ kind: 'gone' });
    const { accounts, calendars } = accountTables(NOW);
    await db.accounts.bulkPut(accounts.map((one) => ({ ...one, id: 'acc-2', problem: null })));
    const unread = calendars.filter((one) => one.syncedAt === null);
    await db.calendars.bulkPut(unread.map((one) => ({ ...one, accountId: 'acc-2' })));
    expect(await datesTrouble(db, circle)).toBeNull();
  });
});

import { ACCOUNT_PROBLEMS } from '../../lib/calendar/sync/provider.ts';
import { accountTables } from '../builders/stored-account.ts';
import type { Rig } from './launch.ts';

/** An event in a read calendar that is the circle's, and one that looks like one. */
export const CIRCLE_EVENT = { eventId: 'ev-1' };
export const OFFERED_EVENT = { eventId: 'ev-9' };
/** The series of the circle's event, for whoever makes the circle. */
export const CIRCLE_SERIES = 'circle@sandbox.test';
const OFFERED_KEY = 'offered@sandbox.test';

/** Puts calendar accounts into the profile's database: one that is well, and one for each thing that can keep one from being read. */
export async function seedAccounts(rig: Rig, now: number): Promise<void> {
  const tables = accountTables(now);
  const [stuck] = tables.accounts;
  const [read, begun] = tables.calendars;
  const [bucket] = tables.events;
  const [series] = tables.series;
  if (!stuck || !read || !begun || !bucket || !series) throw new Error('the builder has no account');
  const well = { ...stuck, problem: null, access: 'write' as const };
  const states = ACCOUNT_PROBLEMS.map((reason, i) => ({
    ...stuck,
    id: `acc-${reason}`,
    provider: i % 2 === 0 ? ('google' as const) : ('microsoft' as const),
    identity: { id: reason, email: `${reason}@example.edu`, name: 'Asha Sen' },
    problem: { reason, code: reason === 'blocked' ? 'AADSTS65001' : null, since: now },
  }));
  const busy = { reason: 'busy' as const, code: null, since: now };
  const waits = {
    ...begun,
    id: 'cal-busy',
    name: 'Clinic',
    problem: busy,
    retryAt: now + 60_000,
    progress: null,
  };
  const offered = { ...series, key: OFFERED_KEY, uid: OFFERED_KEY, title: 'Peer mentoring circle' };
  const events = bucket.json.replace('"ev-1"', '"ev-9"').replace(CIRCLE_SERIES, OFFERED_KEY);
  const rows: Record<string, readonly object[]> = {
    accounts: [well, ...states],
    tokens: [],
    calendars: [read, begun, waits],
    sources: tables.sources,
    events: [bucket, { ...bucket, bucket: 8, json: events, keys: [`cal-read\n${OFFERED_KEY}`] }],
    series: [series, offered],
  };
  await rig.inExtension(async (all) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('circlekeeper');
      open.onerror = () => reject(open.error);
      open.onsuccess = () => resolve(open.result);
    });
    const write = db.transaction(Object.keys(all), 'readwrite');
    const done = new Promise<void>((resolve, reject) => {
      write.oncomplete = () => resolve();
      write.onabort = () => reject(write.error);
    });
    for (const [table, those] of Object.entries(all))
      for (const row of those) write.objectStore(table).put(row);
    await done;
    db.close();
  }, rows);
}

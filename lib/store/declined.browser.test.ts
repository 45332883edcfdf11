import { expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { accountTables } from '@/test/builders/stored-account';
import type { Guest } from '../calendar/event.ts';
import { eventsIn } from '../calendar/sync/calendar-row.ts';
import { isDeclined } from './declined.ts';

const NOW = Date.UTC(2026, 10, 1, 9);
const circle = { seriesKeys: ['circle@sandbox.test'] };

const guests = (...responses: Guest['response'][]): Guest[] =>
  responses.map((response, i) => ({ email: `${i}@example.edu`, name: '', response, kind: 'person' }));

it('looks at the next date’s own answers first, and at those to the series where it has none', async () => {
  const { db } = await freshDatabase(NOW);
  const { accounts, calendars, events, series } = accountTables(NOW);
  const [bucket] = events;
  const [master] = bucket ? eventsIn(bucket) : [];
  if (!bucket || !master) throw new Error('no event');
  await db.accounts.bulkPut(accounts);
  await db.calendars.bulkPut(calendars);
  const date = {
    ...master,
    id: 'ev-1_d',
    kind: 'instance',
    masterId: 'ev-1',
    originalStart: master.start,
  } as const;
  const put = async (own: Guest[], all: Guest[]) => {
    await db.events.put({ ...bucket, json: JSON.stringify([master, { ...date, guests: own }]) });
    await db.series.bulkPut(series.map((one) => ({ ...one, guests: all })));
  };
  await put(guests('declined', 'accepted'), guests('accepted', 'accepted'));
  expect(await isDeclined(db, circle, master.start)).toBe(true);
  expect(await isDeclined(db, circle, master.start + 1)).toBe(false);
  expect(await isDeclined(db, circle, undefined)).toBe(false);

  // Half of them never come on Thursdays, but this date suits them.
  await put(guests('accepted', 'accepted'), guests('declined', 'accepted'));
  expect(await isDeclined(db, circle, master.start)).toBe(false);
  expect(await isDeclined(db, circle, undefined)).toBe(true);

  await put([], guests('declined', 'accepted'));
  expect(await isDeclined(db, circle, master.start)).toBe(true);
});

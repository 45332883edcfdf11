import { afterEach, expect, it, vi } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { accountTables } from '@/test/builders/stored-account';
import { createCircle } from '../circle/commands.ts';
import { tickCalendar } from './accounts.ts';
import { append } from './append.ts';
import { calendarStore } from './calendar-store.ts';

afterEach(() => vi.restoreAllMocks());

it('what a screen has confirmed is on the disk; a page of a calendar, which is asked for again, need not be', async () => {
  // Before the database is opened, which takes hold of it.
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const { db } = await freshDatabase(0);
  await db.calendars.bulkPut(accountTables(0).calendars);
  await db.accounts.bulkPut(accountTables(0).accounts);
  const durabilities = () => {
    const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    asked.mockClear();
    return [...new Set(writes.map(([, , options]) => options?.durability))];
  };

  asked.mockClear();
  await calendarStore(db).change('cal-read', async (tx) => {
    await tx.stage({ calendarId: 'cal-read', page: 0, json: '[]', removed: [] });
  });
  expect(durabilities()).toEqual(['relaxed']);

  await tickCalendar(db, 'cal-read', false);
  expect(durabilities()).toEqual(['strict']);
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [], links: [], members: [] };
  await append(db, createCircle({ id: 'c', name: 'Circle', ...how }, 0, '2026-11-01'));
  expect(durabilities()).toEqual(['strict']);
});

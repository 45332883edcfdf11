import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { accountTables } from '@/test/builders/stored-account';
import { mount } from '../../test/gallery/mount.tsx';
import { DatesLine, DatesNotice } from './DatesTrouble.tsx';

test('who looks at a circle hears that its account waits, and how old its dates are', async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  // An account that has expired, and a calendar that was read through it.
  const { accounts, calendars, sources, series } = accountTables(Date.UTC(2026, 10, 1, 9));
  await db.accounts.bulkPut(accounts);
  await db.calendars.bulkPut(calendars);
  await db.sources.bulkPut(sources);
  await db.series.bulkPut(series);
  const circle = { seriesKeys: ['circle@sandbox.test'] };
  await mount(
    <>
      <DatesNotice circle={circle} />
      <DatesLine circle={circle} />
    </>,
  );
  await expect
    .poll(() => page.getByText(/Google Calendar asks you to sign in again/).elements())
    .toHaveLength(2);
  expect(page.getByText(/dates here are as they were last read: Nov 1, 2026/).elements()).toHaveLength(2);
  expect(page.getByRole('link', { name: 'Go to Calendars' }).elements()).toHaveLength(2);

  await db.accounts.toCollection().modify({ problem: null });
  await expect.poll(() => page.getByRole('link', { name: 'Go to Calendars' }).elements()).toHaveLength(0);
});

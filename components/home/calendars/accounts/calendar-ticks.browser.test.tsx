import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { database } from '@/lib/store/database';
import { accountTables } from '@/test/builders/stored-account';
import { mountAtHome } from '../../../../test/gallery/mount.tsx';
import { CalendarTicks } from './CalendarTicks.tsx';

const NOW = Date.UTC(2026, 10, 5, 17);
const [calendar] = accountTables(NOW).calendars;
if (!calendar) throw new Error('no calendar');

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const listed = { provider: 'google', isListed: true, listProblem: null, isStuck: false } as const;
const waiting = {
  ...calendar,
  syncedAt: null,
  progress: 0,
  problem: { reason: 'busy' as const, code: null, since: NOW },
  retryAt: NOW + 600_000,
};

test('a first reading that has to wait says so, since a bar that does not move would say it goes on', async () => {
  await mountAtHome(<CalendarTicks {...listed} calendars={[waiting]} />);
  expect(document.body.textContent).toContain('asks for a pause');
  expect(document.querySelector('[role=progressbar], progress')).toBeNull();
});

test('a calendar of an account that waits for the member does not promise to go on by itself', async () => {
  await mountAtHome(<CalendarTicks {...listed} calendars={[waiting]} isStuck />);
  expect(document.body.textContent).not.toMatch(/by itself|asks for a pause/);
});

test('an account without calendars says whether they are still listed, cannot be, or are none', async () => {
  const says = async (change: object) => {
    document.body.replaceChildren();
    await mountAtHome(<CalendarTicks {...listed} {...change} calendars={[]} />);
    return document.body.textContent;
  };
  expect(await says({})).toContain('This account has no calendars.');
  expect(await says({ isListed: false })).toContain('Its calendars are being listed.');
  const listProblem = { reason: 'server', code: 'MailboxNotEnabledForRESTAPI', since: NOW };
  const told = await says({ isListed: false, listProblem });
  expect(told).toContain('MailboxNotEnabledForRESTAPI');
  expect(told).not.toContain('being listed');
});

test('a tick that could not be stored says so, and stands as it stood', async () => {
  await mountAtHome(<CalendarTicks {...listed} calendars={[waiting]} />);
  vi.spyOn(database(), 'transaction').mockRejectedValue(new DOMException('', 'UnknownError'));
  const box = page.getByRole('checkbox', { name: waiting.name });
  await expect.element(box).toBeChecked();
  await box.click();
  await expect.element(page.getByRole('alert').getByText(/could not be saved/)).toBeVisible();
  await expect.element(box).toBeChecked();
});

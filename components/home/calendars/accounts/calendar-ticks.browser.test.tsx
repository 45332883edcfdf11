import { afterEach, expect, test } from 'vitest';
import { accountTables } from '@/test/builders/stored-account';
import { mount } from '../../../../test/gallery/mount.tsx';
import { CalendarTicks } from './CalendarTicks.tsx';

const NOW = Date.UTC(2026, 10, 5, 17);
const [calendar] = accountTables(NOW).calendars;
if (!calendar) throw new Error('no calendar');

afterEach(() => document.body.replaceChildren());

const waiting = {
  ...calendar,
  syncedAt: null,
  progress: 0,
  problem: { reason: 'busy' as const, code: null, since: NOW },
  retryAt: NOW + 600_000,
};

test('a first reading that has to wait says so, since a bar that does not move would say it goes on', async () => {
  await mount(<CalendarTicks provider="google" calendars={[waiting]} isStuck={false} />);
  expect(document.body.textContent).toContain('asks for a pause');
  expect(document.querySelector('[role=progressbar], progress')).toBeNull();
});

test('a calendar of an account that waits for the member does not promise to go on by itself', async () => {
  await mount(<CalendarTicks provider="google" calendars={[waiting]} isStuck />);
  expect(document.body.textContent).not.toMatch(/by itself|asks for a pause/);
});

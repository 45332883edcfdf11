import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { database } from '@/lib/store/database';
import { ingest } from '@/lib/store/ingest';
import { openDatabase } from '@/lib/store/open';
import { THURSDAY, thursdayCircle } from '../../../test/builders/thursday.ts';
import { mount } from '../../../test/gallery/mount.tsx';
import { EventTextSection } from './EventTextSection.tsx';
import { FindTimeSection } from './FindTimeSection.tsx';
import { readCircles } from './use-circles.ts';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './circles.css';

const NOW = Date.UTC(2026, 10, 16, 9);

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
});

test('the text for the event is seen and fits 320 px; times can be exchanged; nobody’s contract is in either', async () => {
  await page.viewport(320, 900);
  await ingest(database(), thursdayCircle(NOW).facts);
  const view = (await readCircles()).find((one) => one.circle.id === THURSDAY);
  if (!view) throw new Error('no circle');
  const start = NOW + 3 * 86_400_000;
  const next = {
    circleId: THURSDAY,
    meetingId: 'm',
    originalStart: start,
    start,
    lengthMs: 5_400_000,
    call: null,
    declined: false,
  };
  await mount(
    <ToastProvider>
      <EventTextSection view={view} />
      <FindTimeSection view={view} next={next} now={NOW} />
    </ToastProvider>,
  );
  await page.getByText('See the text').click();
  await expect.element(page.getByText('Circlekeeper: our agenda', { exact: false })).toBeVisible();
  await expect
    .element(page.getByText('https://meet.google.com/pmc-ring-two', { exact: false }))
    .toBeVisible();
  await page.getByRole('button', { name: 'Find another time' }).click();
  const others = page.getByRole('button', { name: /^Another instead of/ });
  await vi.waitFor(() => expect(others.elements()).toHaveLength(3));
  const before = others.elements().map((one) => one.getAttribute('aria-label'));
  await others.first().click();
  await vi.waitFor(() =>
    expect(others.elements().map((one) => one.getAttribute('aria-label'))).not.toContain(before[0]),
  );
  expect(others.elements()).toHaveLength(3);
  const contracts = (await database().contracts.toArray()).map((one) => one.text);
  expect(contracts.length).toBeGreaterThan(5);
  for (const text of contracts) expect(document.body.textContent).not.toContain(text);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const { violations } = await axe.run(document.body, {
    rules: {
      'page-has-heading-one': { enabled: false },
      'heading-order': { enabled: false },
      region: { enabled: false },
    },
  });
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
});

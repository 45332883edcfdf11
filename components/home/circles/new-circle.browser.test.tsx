import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import type { Guest } from '@/lib/calendar/event';
import { saveSource } from '@/lib/store/calendar';
import { database, type SeriesRow } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { mount } from '../../../test/gallery/mount.tsx';
import { NewCircle } from './NewCircle.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

const guest = (name: string): Guest => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
  response: 'accepted',
  kind: 'person',
});

const series: SeriesRow = {
  key: 'uid-1',
  uid: 'uid-1',
  sourceId: 'file',
  title: 'Peer mentoring circle',
  description: '',
  location: '',
  zone: 'Europe/Berlin',
  start: Date.UTC(2026, 10, 19, 15),
  lengthMs: 75 * 60_000,
  allDay: false,
  status: 'confirmed',
  myResponse: null,
  cadence: { everyDays: 14, weekdays: [4] },
  rule: 'FREQ=WEEKLY;INTERVAL=2',
  organizer: null,
  guests: ['Amira Said', 'Bo Olsen', 'Chen Wei', 'Dana Levi'].map(guest),
  call: { host: 'meet', code: 'abc-defg-hij', url: 'https://meet.google.com/abc-defg-hij' },
  occurrences: [],
  verdict: 'circle',
  score: 1,
  code: 'meet:abc-defg-hij',
};

const onDone = vi.fn();
let shown: Awaited<ReturnType<typeof mount>>;

async function open(calendarName: string) {
  await page.viewport(900, 900);
  await saveSource(
    database(),
    {
      id: 'file',
      kind: 'file',
      name: calendarName,
      url: null,
      etag: null,
      addedAt: 0,
      readAt: 0,
      events: 1,
      skipped: 0,
      truncated: false,
      error: null,
    },
    [series],
  );
  shown = await mount(
    <ToastProvider>
      <NewCircle series={series} onDone={onDone} />
    </ToastProvider>,
  );
  await expect
    .element(page.getByRole('textbox', { name: 'Name', exact: true }))
    .toHaveValue('Peer mentoring circle');
}

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  onDone.mockClear();
});

afterEach(() => shown.remove());

const next = () => page.getByRole('button', { name: 'Next', exact: true });

test('a spotted series becomes a circle with three presses of Enter, and the series is decided', async () => {
  await open('chen.wei@example.org');
  await expect.element(page.getByRole('combobox', { name: 'You are' })).toHaveDisplayValue('Chen Wei');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'How do you meet?' })).toHaveFocus();
  await expect.element(page.getByRole('spinbutton', { name: 'Length in minutes' })).toHaveValue(75);
  await next().click();
  await page.getByRole('checkbox', { name: 'We are peers. Nobody’s voice weighs more.' }).click();
  const { violations } = await axe.run(document.body, {
    rules: { 'page-has-heading-one': { enabled: false }, 'heading-order': { enabled: false } },
  });
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
  expect(await database().facts.count()).toBe(0);
  await page.getByRole('button', { name: 'Create circle' }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  const id = String(onDone.mock.calls[0]?.[0]);
  const circle = await database().circles.get(id);
  expect(circle).toMatchObject({
    name: 'Peer mentoring circle',
    everyDays: 14,
    lengthMin: 75,
    seriesKeys: ['uid-1'],
    codes: ['meet:abc-defg-hij'],
  });
  expect(circle?.agreement).toContain('peers');
  expect((await database().decisions.get('uid-1'))?.circleId).toBe(id);
  const me = await database().selves.get(id);
  expect((await database().members.get([id, me?.memberId ?? '']))?.name).toBe('Chen Wei');
});

test('whoever is unticked stays out, and who I am is asked where nothing tells', async () => {
  await open('Work');
  await page.getByRole('checkbox', { name: 'Dana Levi is in the circle' }).click();
  await next().click();
  await expect.element(page.getByText('Choose which one is you.')).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'You are' })).toHaveFocus();
  await page.getByRole('combobox', { name: 'You are' }).selectOptions('Amira Said');
  await next().click();
  await next().click();
  await page.getByRole('button', { name: 'Create circle' }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  const names = (await database().members.toArray()).map((member) => member.name).sort();
  expect(names).toEqual(['Amira Said', 'Bo Olsen', 'Chen Wei']);
});

test('thinking better of it leaves no trace', async () => {
  await open('Work');
  await page.getByRole('button', { name: 'Close' }).click();
  expect(onDone).toHaveBeenCalledExactlyOnceWith(null);
  expect(await database().facts.count()).toBe(0);
});

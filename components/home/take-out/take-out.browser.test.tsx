import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { createCircle } from '@/lib/circle/commands';
import { makeContract } from '@/lib/contract/commands';
import { append } from '@/lib/store/append';
import { listCircles } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { ingest } from '@/lib/store/ingest';
import { openDatabase } from '@/lib/store/open';
import { longCircle } from '@/test/builders/ten-years';
import { mount } from '../../../test/gallery/mount.tsx';
import { viewCircle } from '../circles/use-circles.ts';
import { ContractsPage } from '../contracts/ContractsPage.tsx';
import { YearPage } from './YearPage.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

let shown: Awaited<ReturnType<typeof mount>>;
/** What was handed to the browser as a download. */
let saved: { name: string; text: Promise<string> }[] = [];
const circle = longCircle({ meetings: 12, seed: 7, now: Date.now() });

beforeEach(async () => {
  saved = [];
  await page.viewport(900, 900);
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  await ingest(db, circle.facts);
});

const blobs = new Map<string, Blob>();
const { createObjectURL } = URL;
URL.createObjectURL = (blob: Blob) => {
  const url = createObjectURL(blob);
  blobs.set(url, blob);
  return url;
};
HTMLAnchorElement.prototype.click = function click() {
  const blob = blobs.get(this.href);
  if (blob) saved.push({ name: this.download, text: blob.text() });
};
afterEach(() => shown.remove());

const findings = async () => {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(document.body);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`));
};

test('contracts go into a table, private ones only when that is ticked, and nothing without a press', async () => {
  shown = await mount(
    <ToastProvider>
      <main>
        <ContractsPage />
      </main>
    </ToastProvider>,
  );
  const rows = await database().contracts.toArray();
  const open = rows.filter(({ isPrivate }) => !isPrivate).length;
  expect(open).toBeLessThan(rows.length);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect.element(page.getByText(`${open} contracts will be in the file.`)).toBeVisible();
  expect(await findings()).toEqual([]);
  await page.getByRole('checkbox', { name: /^With those only I see/ }).click();
  await expect.element(page.getByText(`${rows.length} contracts will be in the file.`)).toBeVisible();
  await page.getByRole('checkbox', { name: /^With those only I see/ }).click();
  expect(saved).toEqual([]);
  await page.getByRole('button', { name: 'Save file' }).click();
  await expect.element(page.getByText(/^Saved as circlekeeper-contracts-.*csv$/)).toBeVisible();
  const lines = (await saved[0]?.text)?.trimEnd().split('\r\n') ?? [];
  expect(lines.length).toBe(open + 1);
  expect(lines.filter((line) => line.endsWith(',yes'))).toEqual([]);
});

test('the sheet of a year can be printed with or without the contracts’ words', async () => {
  const [one] = (await listCircles(database())).map(viewCircle);
  if (!one) throw new Error('no circle');
  shown = await mount(
    <ToastProvider>
      <main>
        <YearPage view={one} />
      </main>
    </ToastProvider>,
  );
  await expect.element(page.getByText(/^met 12 times · \d+ contracts · \d+ kept$/)).toBeVisible();
  expect(page.getByText(/before we meet again$/).elements().length).toBeGreaterThan(10);
  expect(await findings()).toEqual([]);
  await page.getByRole('checkbox', { name: /^With the words of the contracts/ }).click();
  await expect.poll(() => page.getByText(/before we meet again$/).elements().length).toBe(0);
});

test('the sheet of a year without a meeting is printed too, for what was promised between meetings', async () => {
  const member = (id: string, isMe: boolean) => ({ id, name: id, email: '', guide: null, isMe });
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [], links: [] };
  const members = [member('me', true), member('bo', false)];
  const made = { circleId: 'new', memberId: 'me', meetingId: null, isPrivate: false };
  await append(database(), [
    ...createCircle({ id: 'new', name: 'New circle', ...how, members }, 0, '2016-01-01'),
    makeContract({ ...made, id: 'a', text: 'Send the aims page' }, 'me', Date.now()),
    makeContract({ ...made, id: 'b', text: 'Read the draft' }, 'me', Date.UTC(2017, 5, 15)),
  ]);
  const one = (await listCircles(database())).map(viewCircle).find(({ circle: { id } }) => id === 'new');
  if (!one) throw new Error('no circle');
  shown = await mount(
    <ToastProvider>
      <main>
        <YearPage view={one} />
      </main>
    </ToastProvider>,
  );
  await expect.element(page.getByText(/Send the aims page$/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Print' })).toBeEnabled();
  await page.getByRole('combobox').selectOptions('2017');
  await expect.element(page.getByText(/Read the draft$/)).toBeVisible();
});

import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { createCircle } from '@/lib/circle/commands';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { mount } from '../../../test/gallery/mount.tsx';
import { SheetPage } from './SheetPage.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

const TABLE = `Meeting;Who;Commitment;Done?;Notes
3.2.2025;Asha;Send the aims page;ja;sent on Friday
;Bo;"Ask the dean; then rest";so so;
17.2.2025;Zoe;Rest on Sunday;nein;
17.2.2025;Asha;;;
`;
let shown: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  await page.viewport(700, 1100);
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  const member = (id: string, name: string) => ({ id, name, email: '', guide: null, isMe: id === 'me' });
  const circle = { id: 'c', name: 'Thursday circle', formatId: 'pmc', everyDays: 14, lengthMin: 90 };
  const members = [member('me', 'Asha Sen'), member('bo', 'Bo Li')];
  await append(db, createCircle({ ...circle, agreement: [], links: [], members }, 0, '2024-01-01'));
  shown = await mount(
    <ToastProvider>
      <main>
        <SheetPage />
      </main>
    </ToastProvider>,
  );
});
afterEach(() => shown.remove());

const choose = (name: string, text: string) =>
  userEvent.upload(page.getByLabelText('Table (.csv)'), new File([text], name, { type: 'text/csv' }));
const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
const texts = async () => (await database().contracts.toArray()).map(({ text }) => text).sort();

test('a table is understood, corrected by hand, stored only then, and taken out again with one press', async () => {
  await choose('contracts.csv', TABLE);
  await expect.element(choice('Who')).toHaveValue('1');
  await expect.element(choice('Contract')).toHaveValue('2');
  await expect.element(choice('Asha')).toHaveValue('member:me');
  // Whom nobody knows is left out until somebody says who it is.
  await expect.element(choice('Zoe')).toHaveValue('leave');
  await choice('Zoe').selectOptions('Add as a former member');
  await choice('“so so”').selectOptions('Partly');
  const { violations } = await axe.run(document.body);
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
  await expect.element(page.getByText('1 line is left out')).toBeVisible();
  expect(await database().contracts.count()).toBe(0);
  await page.getByRole('button', { name: 'Bring in 3 contracts' }).click();
  await expect.element(page.getByText('3 contracts are in Thursday circle now.')).toBeVisible();
  expect(await texts()).toEqual(['Ask the dean; then rest', 'Rest on Sunday', 'Send the aims page']);
  const rows = await database().contracts.toArray();
  expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['kept', 'notYet', 'partly']);
  // Once more: all are here.
  await choose('contracts.csv', TABLE);
  await expect.element(page.getByText('3 are here already and stay as they are.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('The table was taken out again.')).toBeVisible();
  expect(await texts()).toEqual([]);
  expect((await database().members.toArray()).map(({ name }) => name).sort()).toEqual(['Asha Sen', 'Bo Li']);
});

test('a file that is no table says what it is and what to do, and nothing is stored', async () => {
  await choose('book.csv', 'PK\u0003\u0004 packed');
  await expect.element(page.getByText('“book.csv” is a workbook')).toBeVisible();
  await expect.element(page.getByText(/choose Save as, then CSV/)).toBeVisible();
  await choose('plain.csv', 'one line of words');
  await expect.element(page.getByText('“plain.csv” holds no table')).toBeVisible();
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(await database().contracts.count()).toBe(0);
});

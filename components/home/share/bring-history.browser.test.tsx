import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract } from '@/lib/contract/commands';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { comeIn, localCircle, sharedCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { BringHistory } from './BringHistory.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../circles/new-circle.css';
import './share.css';

let shown: Awaited<ReturnType<typeof mount>>;
let local = '';
let space = '';

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  const ada = await sharedCircle();
  ({ space } = ada);
  await comeIn(ada.db, db, space, 'm-bo');
  local = await localCircle(db, 'l', 'Bo');
  const made = (id: string, memberId: string, text: string) =>
    makeContract({ id, circleId: local, memberId, meetingId: null, text, isPrivate: false }, 'l-bo', 1);
  await append(db, [
    made('own', 'l-bo', 'Send the aims page'),
    made('chens', 'l-chen', 'Ask for the room'),
    made('adas', 'l-ada', 'Say no to one committee'),
  ]);
});
afterEach(() => shown.remove());

const show = async () => {
  shown = await mount(
    <ToastProvider>
      <main>
        <BringHistory space={space} />
      </main>
    </ToastProvider>,
  );
};
const inSpace = async () =>
  (await database().contracts.where('circleId').equals(space).toArray())
    .map((row) => `${row.memberId}: ${row.text}`)
    .sort();
const offer = () => page.getByRole('button', { name: 'Bring your own circle’s history' });

test('people are matched by a proposal, one is made nobody by hand, and what is ticked alone is copied', async () => {
  await page.viewport(900, 800);
  await show();
  await offer().click();
  const dialog = page.getByRole('dialog', { name: 'Bring your own circle’s history' });
  await expect.element(dialog.getByText('My contracts in the circle’s log: 1')).toBeVisible();
  const ada = dialog.getByRole('combobox', { name: 'Ada' });
  await expect.element(ada).toHaveValue('m-ada');
  // Two people cannot be one: the other is open again.
  await ada.selectOptions('Chen');
  await expect.element(dialog.getByRole('combobox', { name: 'Chen' })).toHaveValue('');
  await dialog.getByRole('combobox', { name: 'Chen' }).selectOptions('Chen');
  await expect.element(ada).toHaveValue('');
  await vi.waitFor(() => expect(dialog.element().textContent).toContain('1 person is nobody there'));
  for (const [name, width, scheme] of [
    ['wide', 900, 'light'],
    ['narrow-dark', 320, 'dark'],
  ] as const) {
    document.documentElement.style.colorScheme = scheme;
    await page.viewport(width, 800);
    await page.screenshot({ path: `../../../test-results/between/bring-${name}.png` });
    const { violations } = await axe.run(document.body);
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
  }
  document.documentElement.style.colorScheme = '';
  await dialog.getByRole('button', { name: 'Bring it in' }).click();
  await vi.waitFor(async () =>
    expect(await inSpace()).toEqual(['m-bo: Send the aims page', 'm-chen: Ask for the room']),
  );
  await vi.waitFor(() => expect(offer().query()).toBeNull());
  expect((await database().circles.get(local))?.continuedIn).toBe(space);
});

test('nothing is written before the last press, and a circle of other people is not offered', async () => {
  await show();
  await offer().click();
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(await inSpace()).toEqual([]);
  await expect.element(offer()).toBeVisible();
  await database().circles.update(local, { name: 'Writing group', seriesKeys: [], codes: [] });
  await database().members.where('circleId').equals(local).modify({ email: '', name: 'Someone' });
  await vi.waitFor(() => expect(offer().query()).toBeNull());
});

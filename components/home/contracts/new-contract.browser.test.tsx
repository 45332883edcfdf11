import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCircle } from '@/lib/circle/commands';
import { archiveCircle } from '@/lib/circle/edit';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { mountAtHome } from '@/test/gallery/mount';
import { ContractsPage } from './ContractsPage.tsx';

let shown: Awaited<ReturnType<typeof mountAtHome>>;

const circle = (id: string, name: string) => {
  const member = (who: string, isMe: boolean) => ({ id: who, name: who, email: '', guide: null, isMe });
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [], links: [] };
  const members = [member(`me-${id}`, true), member(`bo-${id}`, false)];
  return append(database(), createCircle({ id, name, ...how, members }, 0, '2026-01-01'));
};
const field = () => page.getByRole('textbox', { name: 'New contract' });
const choice = () => page.getByRole('combobox', { name: 'Circle', exact: true }).first();
const rows = () => database().contracts.toArray();

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  await circle('t', 'Thursday circle');
  shown = await mountAtHome(<ContractsPage />);
  await field().fill('For Thursday only');
});
afterEach(() => shown.remove());

test('what is typed stays for its circle when one that is listed before it appears', async () => {
  await circle('a', 'Another circle');
  await expect.element(choice()).toHaveValue('t');
  await field().click();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () =>
    expect(await rows()).toMatchObject([{ text: 'For Thursday only', circleId: 't', memberId: 'me-t' }]),
  );
});

test('when its circle goes away, nothing is saved until another one is chosen, though only one is left', async () => {
  await circle('a', 'Another circle');
  await append(database(), [archiveCircle('t', 'me-t', true, [])]);
  await expect.element(page.getByText(/^You no longer write in the circle this was for/)).toBeVisible();
  await expect.element(choice()).toHaveValue('');
  await field().click();
  await userEvent.keyboard('{Enter}');
  await expect.element(choice()).toHaveFocus();
  expect(await rows()).toEqual([]);
  await choice().selectOptions('Another circle');
  await field().click();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () =>
    expect(await rows()).toMatchObject([{ text: 'For Thursday only', circleId: 'a', memberId: 'me-a' }]),
  );
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCircle } from '@/lib/circle/commands';
import { makeContract } from '@/lib/contract/commands';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { accountTables } from '@/test/builders/stored-account';
import { mount } from '../../test/gallery/mount.tsx';
import { readCircles } from '../home/circles/use-circles.ts';
import type { UnsentContract } from '../home/contracts/NewContract.tsx';
import { Popup } from './Popup.tsx';

let shown: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
});

afterEach(() => shown.remove());

/** A circle of two; `isMine`: whether I am one of them. */
async function circle(isMine: boolean) {
  const member = (id: string, isMe: boolean) => ({ id, name: id, email: '', guide: null, isMe });
  const members = [member('amira', isMine), member('bo', false)];
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [], links: [] };
  await append(
    database(),
    createCircle({ id: 'c', name: 'Thursday circle', ...how, members }, 0, '2026-11-05'),
  );
}

const open = async (typed: string, unsent: UnsentContract | null = null) => {
  const circles = await readCircles();
  shown = await mount(<Popup failure={null} lastCircle="" circles={circles} unsent={unsent} typed={typed} />);
};

test('goes on where a hurried hand began', async () => {
  await circle(true);
  await open('Wri');
  await userEvent.keyboard('te');
  await expect.element(page.getByRole('textbox', { name: 'New contract' })).toHaveValue('Write');
});

test('what was written for a circle that is gone goes to no other one', async () => {
  await circle(true);
  await open(' now', { circleId: 'gone', onlyMe: true, draft: { text: 'Ask Ruth' } });
  const field = page.getByRole('textbox', { name: 'New contract' });
  await expect.element(field).toHaveValue('Ask Ruth now');
  await userEvent.keyboard('{Enter}');
  const choice = page.getByRole('combobox', { name: 'Circle' });
  await expect.element(choice).toHaveFocus();
  expect(await database().contracts.count()).toBe(0);
  await choice.selectOptions('Thursday circle');
  await field.click();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () =>
    expect(await database().contracts.toArray()).toMatchObject([
      { text: 'Ask Ruth now', circleId: 'c', isPrivate: true },
    ]),
  );
});

test('keeps the keyboard near an open contract that was answered', async () => {
  await circle(true);
  const contract = { circleId: 'c', memberId: 'amira', meetingId: null, isPrivate: false };
  await append(database(), [
    makeContract({ ...contract, id: 'k1', text: 'Ask Ruth' }, 'amira', 1),
    makeContract({ ...contract, id: 'k2', text: 'Write a page' }, 'amira', 2),
  ]);
  await open('');
  const kept = page.getByRole('button', { name: 'Kept' });
  await expect.element(kept.first()).toBeVisible();
  kept.first().element().focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(kept.elements()).toHaveLength(1));
  await vi.waitFor(() => expect(document.activeElement?.localName).toBe('section'));
});

test('leads somebody who has not said who they are to where that is asked', async () => {
  await circle(false);
  await open('');
  const link = page.getByRole('link', { name: 'Tell Circlekeeper which member you are' });
  await expect.element(link).toHaveAttribute('href', '/home.html#/circles/c');
  expect(page.getByRole('textbox', { name: 'New contract' }).query()).toBeNull();
});

test('says that a calendar account waits, which nobody would look for where it is mended', async () => {
  await circle(true);
  const [account] = accountTables(0).accounts;
  if (!account) throw new Error('no account');
  await database().accounts.put({ ...account, problem: null });
  await open('');
  await expect.element(page.getByRole('region', { name: 'Next meeting' })).toBeVisible();
  const link = page.getByRole('link', { name: 'Google Calendar asks you to sign in again' });
  expect(link.query()).toBeNull();
  await database().accounts.update(account.id, { problem: { reason: 'expired', code: null, since: 0 } });
  await expect.element(link).toHaveAttribute('href', '/home.html#/calendars');
});

test('says what happened, what was kept and what to do when the data cannot be opened', async () => {
  shown = await mount(<Popup failure="blocked" lastCircle="" circles={[]} unsent={null} typed="" />);
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract, reportContract } from '@/lib/contract/commands';
import { sayAbout } from '@/lib/contract/thread';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { lookAt } from '@/test/builders/look-at';
import { bring, comeIn, sharedCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { ContractsPage } from './ContractsPage.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

let shown: Awaited<ReturnType<typeof mount>>;
let ada: Awaited<ReturnType<typeof sharedCircle>>;
let space = '';

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  ada = await sharedCircle();
  ({ space } = ada);
  await comeIn(ada.db, db, space, 'm-bo');
  const of = { circleId: space, memberId: 'm-bo', meetingId: null };
  await append(db, [
    makeContract({ ...of, id: 'open', text: 'Send the aims page', isPrivate: false }, 'm-bo', 1),
    makeContract({ ...of, id: 'mine', text: 'Leave at five', isPrivate: true }, null, 2),
  ]);
  await bring(db, ada.db, space);
  await append(ada.db, [
    sayAbout({ id: 'open', circleId: space, isPrivate: false }, 'How far are you?', 'm-ada', Date.now()),
  ]);
  await bring(ada.db, db, space);
  shown = await mount(
    <ToastProvider>
      <main>
        <ContractsPage />
      </main>
    </ToastProvider>,
  );
});
afterEach(() => shown.remove());

const menu = async (of: string, item: string) => {
  await page.getByRole('button', { name: `More for: ${of}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const picture = (name: string) => lookAt(`../../../test-results/between/${name}`);
const thread = async (db = database()) =>
  (await db.contracts.get([space, 'open']))?.thread?.map((one) => one.text);
const list = () => page.getByRole('list', { name: 'Contracts' });

test('members talk about a contract: others’ words are read, one’s own said, changed and taken away', async () => {
  const toggle = page.getByRole('button', { name: '1 message' });
  await toggle.click();
  await expect.element(page.getByText('How far are you?')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Say something' });
  await expect.element(field).toHaveFocus();
  await field.fill('Half of it');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () => expect(await thread()).toEqual(['How far are you?', 'Half of it']));
  await expect.element(field).toHaveValue('');
  expect(page.getByRole('button', { name: 'More for: How far are you?' }).query()).toBeNull();
  await picture('thread');
  await menu('Half of it', 'Change the words');
  await page.getByRole('textbox', { name: 'What you said' }).fill('Two thirds');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () => expect(await thread()).toEqual(['How far are you?', 'Two thirds']));
  await menu('Two thirds', 'Take away');
  await page.getByRole('button', { name: 'Take away' }).click();
  await vi.waitFor(async () => expect(await thread()).toEqual(['How far are you?']));
  await bring(database(), ada.db, space);
  expect(await thread(ada.db)).toEqual(['How far are you?']);
  await userEvent.keyboard('{Escape}');
});

test('a private contract is shared after saying who will see it, and withdrawn with what was told meanwhile', async () => {
  await menu('Leave at five', 'Share with the circle…');
  await expect.element(page.getByText(/Ada will see it at once/)).toBeVisible();
  await picture('share');
  await page.getByRole('button', { name: 'Share it' }).click();
  await expect.element(page.getByText('Shared with the circle.')).toBeVisible();
  await expect.element(page.getByText('2 contracts · 2 open')).toBeVisible();
  await expect.element(list().getByText(/Only you see this/)).not.toBeInTheDocument();
  await bring(database(), ada.db, space);
  const theirs = async () => (await ada.db.contracts.toArray()).filter((row) => row.text === 'Leave at five');
  const [copy] = await theirs();
  expect(copy).toMatchObject({ isPrivate: false, memberId: 'm-bo', log: space });
  if (!copy) return;
  await append(database(), [
    reportContract(copy, { meetingId: null, outcome: 'partly', text: 'Twice' }, 'm-bo', Date.now()),
  ]);
  await menu('Leave at five', 'Stop sharing…');
  await expect.element(page.getByText(/may have kept it/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect.element(list().getByText(/Only you see this · /)).toBeVisible();
  await bring(database(), ada.db, space);
  expect(await theirs()).toEqual([]);
  const facts = await ada.db.facts.where('[log+entity]').equals([space, copy.id]).toArray();
  expect(facts.filter((fact) => JSON.stringify(fact.body).includes('five'))).toEqual([]);
  expect(await database().contracts.get(['me', 'mine'])).toMatchObject({ outcome: 'partly', open: 1 });
});

test('sharing is undone by taking the words back from everybody, not only from the lists', async () => {
  await menu('Leave at five', 'Share with the circle…');
  await page.getByRole('button', { name: 'Share it' }).click();
  await expect.element(page.getByText('Shared with the circle.')).toBeVisible();
  await bring(database(), ada.db, space);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(list().getByText(/Only you see this · /)).toBeVisible();
  await bring(database(), ada.db, space);
  const facts = await ada.db.facts.where('log').equals(space).toArray();
  expect(facts.filter((fact) => JSON.stringify(fact.body).includes('five'))).toEqual([]);
  expect(await database().contracts.get(['me', 'mine'])).toMatchObject({ text: 'Leave at five', open: 1 });
});

test('of another’s contract nothing is offered that would not hold', async () => {
  const of = { circleId: space, memberId: 'm-ada', meetingId: null, isPrivate: false };
  await append(ada.db, [makeContract({ ...of, id: 'adas', text: 'Ask the dean' }, 'm-ada', 3)]);
  const theirs = { id: 'adas', circleId: space, isPrivate: false, reports: [] };
  await bring(ada.db, database(), space);
  const more = page.getByRole('button', { name: 'More for: Ask the dean' });
  const offered = async () => {
    await more.click();
    await expect.element(page.getByRole('menu')).toBeVisible();
    const items = page.getByRole('menuitem').elements();
    const words = items.map((item) => item.textContent);
    await userEvent.keyboard('{Escape}');
    return words;
  };
  // Bo may write for her between meetings, until she tells herself.
  expect(await offered()).toEqual(['Report', 'Renegotiate…', 'Say something']);
  await append(ada.db, [
    reportContract(theirs, { meetingId: null, outcome: 'partly', text: 'Twice' }, 'm-ada', 4),
  ]);
  await bring(ada.db, database(), space);
  await expect.element(list().getByText(/Twice/)).toBeVisible();
  expect(await offered()).toEqual(['Say something']);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract, reportContract } from '@/lib/contract/commands';
import { writeContract } from '@/lib/contract/write-contract';
import { ME } from '@/lib/fact/fact';
import { writeMyGoal } from '@/lib/goal/goal-commands';
import { shareGoal } from '@/lib/goal/shared-goal';
import { isoDay } from '@/lib/platform/iso-day';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { listGoals, sharedGoals } from '@/lib/store/goals';
import { openDatabase } from '@/lib/store/open';
import { lookAt } from '@/test/builders/look-at';
import { bring, comeIn, sharedCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { readCircles } from '../circles/use-circles.ts';
import { GoalsPage } from './GoalsPage.tsx';
import { SharedGoals } from './SharedGoals.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

const DAY = 86_400_000;
let shown: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  await page.viewport(900, 900);
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
});
afterEach(() => shown.remove());

const show = async (goalId: string | null = null) => {
  shown = await mount(
    <ToastProvider>
      <main>
        <GoalsPage goalId={goalId} />
      </main>
    </ToastProvider>,
  );
};
const picture = (name: string) => lookAt(`../../../test-results/goals/${name}`, { all: true, height: 1100 });
const day = (days: number) => isoDay(Date.now() + days * DAY);
const goal = (id: string, text: string, from = day(-30), until = day(150)) =>
  append(database(), [
    writeMyGoal(
      id,
      { text, question: false, focus: 'grants', stage: 'middle', from, until },
      null,
      Date.now() - 30 * DAY,
    ),
  ]);

test('somebody with nothing yet has a first goal in a minute: a stage, a beginning, Enter', async () => {
  await show();
  await page.getByRole('radio', { name: 'Early' }).click();
  await picture('empty');
  await page.getByRole('button', { name: /Be heard beyond my group/ }).click();
  const field = page.getByRole('textbox', { name: 'In six months I would like to …' });
  await expect.element(field).toHaveFocus();
  await field.fill('Be heard beyond my group, with a talk at the spring meeting');
  await userEvent.keyboard('{Enter}');
  const link = page.getByRole('link', { name: /Be heard beyond/ });
  await expect.element(link).toBeVisible();
  const [kept] = await listGoals(database());
  expect(kept).toMatchObject({ stage: 'early', question: false, state: 'open', from: day(0) });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(link).not.toBeInTheDocument();
});

test('a goal is reached, taken up again and put aside; six months later it asks gently what became of it', async () => {
  await goal('g', 'Hand in the career grant');
  await goal('old', 'Find out whether I want to lead', day(-190), day(-5));
  await show();
  await picture('list');
  const more = page.getByRole('button', { name: 'More for: Hand in the career grant' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Reached' }).click();
  await expect.element(page.getByRole('region', { name: 'Reached' })).toBeVisible();
  await more.click();
  await page.getByRole('menuitem', { name: 'Take up again' }).click();
  await expect.element(page.getByRole('region', { name: 'Reached' })).not.toBeInTheDocument();
  const back = page.getByRole('article', { name: /^Look back/ });
  await back.getByRole('textbox', { name: 'What has become of it?' }).fill('I led one, and liked it');
  await back.getByRole('button', { name: 'Six more months' }).click();
  await expect.element(back).not.toBeInTheDocument();
  const kept = (await listGoals(database())).find((one) => one.id === 'old');
  expect(kept).toMatchObject({ state: 'open', lookBacks: [{ text: 'I led one, and liked it' }] });
  expect((kept?.until ?? '') > day(170)).toBe(true);
});

test('a goal’s page: the line to its contracts, a next step that serves it, and sharing with a look before', async () => {
  const db = database();
  const ada = await sharedCircle();
  const { space } = ada;
  await comeIn(ada.db, db, space, 'm-bo');
  await goal('g', 'Hand in the career grant');
  const of = { circleId: space, memberId: 'm-bo', meetingId: null, isPrivate: false };
  const served = { know: null, ifThen: null, obstacle: null, goal: 'g', nudge: null, isShown: false };
  await append(db, [
    ...writeContract({ ...of, id: 'aims', text: 'Send the aims page' }, served, 'm-bo', Date.now() - 9 * DAY),
    makeContract({ ...of, id: 'other', text: 'Say no to one committee' }, 'm-bo', Date.now()),
  ]);
  const aims = await db.contracts.get([space, 'aims']);
  if (!aims) throw new Error('no contract');
  const report = { meetingId: null, outcome: 'kept' as const, text: '' };
  await append(db, [reportContract(aims, report, 'm-bo', Date.now())]);
  await show('g');
  const line = page.getByRole('list', { name: 'The way so far' });
  await expect.element(line.getByText('Send the aims page')).toBeVisible();
  expect(line.getByText('Say no to one committee').query()).toBeNull();

  await page.getByRole('textbox', { name: 'New contract' }).fill('Ask Ruth to read it');
  await userEvent.keyboard('{Enter}');
  await expect.element(line.getByText('Ask Ruth to read it')).toBeVisible();
  await picture('goal');

  await page.getByRole('button', { name: 'Share with Thursday circle…' }).click();
  await expect.element(page.getByText(/Ada and Chen will see these words/)).toBeVisible();
  await picture('share');
  await page.getByRole('button', { name: 'Share it' }).click();
  await expect.element(page.getByText('Thursday circle sees it')).toBeVisible();
  await bring(db, ada.db, space);
  expect(await sharedGoals(ada.db, space)).toMatchObject([
    { text: 'Hand in the career grant', memberId: 'm-bo' },
  ]);
  // What serves it, and its own id, are nobody else's: neither stands in the circle's log.
  const theirs = await ada.db.facts.filter((fact) => fact.log === space).toArray();
  expect(theirs.filter((fact) => JSON.stringify(fact.body).includes('"g"'))).toEqual([]);
  expect(theirs.filter((fact) => fact.kind.startsWith('aside.'))).toEqual([]);
  expect(await db.facts.filter((fact) => fact.kind === 'aside.written' && fact.log !== ME).count()).toBe(0);

  await page.getByRole('button', { name: 'Stop sharing with Thursday circle' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop sharing' }).click();
  await expect.element(page.getByText('Only you.')).toBeVisible();
  await bring(db, ada.db, space);
  expect(await sharedGoals(ada.db, space)).toEqual([]);
  const words = await ada.db.facts.filter((fact) => JSON.stringify(fact.body).includes('career')).count();
  expect(words).toBe(0);
});

test('sharing a goal is undone by taking its words back from everybody', async () => {
  const db = database();
  const ada = await sharedCircle();
  await comeIn(ada.db, db, ada.space, 'm-bo');
  await goal('g', 'Hand in the career grant');
  await show('g');
  await page.getByRole('button', { name: 'Share with Thursday circle…' }).click();
  await page.getByRole('button', { name: 'Share it' }).click();
  await expect.element(page.getByText('Thursday circle sees it')).toBeVisible();
  await bring(db, ada.db, ada.space);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('Only you.')).toBeVisible();
  await bring(db, ada.db, ada.space);
  expect(await ada.db.facts.filter((fact) => JSON.stringify(fact.body).includes('career')).count()).toBe(0);
});

test('what members show each other stands on the circle’s page, and follows the goal', async () => {
  const db = database();
  const ada = await sharedCircle();
  await comeIn(ada.db, db, ada.space, 'm-bo');
  await goal('g', 'Hand in the career grant');
  const [mine] = await listGoals(db);
  if (!mine) throw new Error('no goal');
  await append(db, shareGoal(mine, ada.space, 'copy', 'm-bo', Date.now()));
  await show();
  await page.getByRole('button', { name: 'More for: Hand in the career grant' }).click();
  await page.getByRole('menuitem', { name: 'Reached' }).click();
  await vi.waitFor(async () => expect((await sharedGoals(db, ada.space))[0]?.reachedOn).toBe(day(0)));
  const [view] = await readCircles();
  if (!view) throw new Error('no circle');
  await shown.show(<SharedGoals view={view} />);
  const list = page.getByRole('list', { name: 'Goals and questions' });
  await expect.element(list.getByText(/^Bo · reached on/)).toBeVisible();
});

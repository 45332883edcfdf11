import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { createCircle } from '@/lib/circle/commands';
import { makeContract } from '@/lib/contract/commands';
import { isoDay } from '@/lib/platform/iso-day';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { lookAt } from '@/test/builders/look-at';
import { mount } from '../../test/gallery/mount.tsx';
import { ContractsPage } from '../home/contracts/ContractsPage.tsx';
import { Nudges } from '../home/settings/Nudges.tsx';
import '../home/settings/settings.css';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

const DAY = 86_400_000;
let shown: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  await page.viewport(900, 900);
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  const member = (id: string, isMe: boolean) => ({ id, name: `Name ${id}`, email: '', guide: null, isMe });
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [], links: [] };
  await append(
    db,
    createCircle(
      { id: 'c', name: 'Thursday circle', ...how, members: [member('me', true), member('bo', false)] },
      0,
      '2026-01-01',
    ),
  );
});
afterEach(() => shown.remove());

const show = async () => {
  shown = await mount(
    <ToastProvider>
      <main>
        <ContractsPage />
      </main>
    </ToastProvider>,
  );
};
const picture = (name: string) => lookAt(`../../test-results/contracts/${name}`, { all: true, height: 1100 });
const field = () => page.getByRole('textbox', { name: 'New contract' });
const rows = () => database().contracts.toArray();
const make = (
  id: string,
  text: string,
  due: string | null = null,
  outcome: 'kept' | 'notYet' | null = null,
) =>
  append(database(), [
    makeContract(
      { id, circleId: 'c', memberId: 'me', meetingId: null, text, due, isPrivate: false },
      'me',
      Date.now() - DAY,
    ),
    ...(outcome
      ? [
          {
            log: 'c',
            by: 'me',
            entity: id,
            kind: 'contract.reported',
            v: 1,
            body: { meeting: null, outcome, text: '', at: Date.now(), replaces: [] },
          },
        ]
      : []),
  ]);

test('a contract is still written with its words and Enter; what stands behind "More" stays mine until I show it', async () => {
  await show();
  await field().fill('Send the aims page by Tuesday');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () => expect(await rows()).toHaveLength(1));
  expect(await database().asides.count()).toBe(0);

  await field().fill('Ask Ruth by Friday');
  await page.getByRole('button', { name: 'More for this contract' }).click();
  await page.getByRole('textbox', { name: 'How will you know it is done?' }).fill('She has answered');
  await page.getByRole('textbox', { name: 'If …', exact: true }).fill('I put it off');
  await page.getByRole('textbox', { name: '… then I …' }).fill('ring her');
  await expect.element(page.getByText(/stay with you alone|stays? with you alone/)).toBeVisible();
  await picture('more');
  await page.getByRole('button', { name: 'Add contract' }).click();
  await expect.element(page.getByText('Done when: She has answered')).toBeVisible();
  await expect.element(page.getByText('If I put it off, then ring her')).toBeVisible();
  const facts = await database()
    .facts.filter((fact) => fact.log === 'c')
    .toArray();
  expect(facts.filter((fact) => JSON.stringify(fact.body).includes('answered'))).toEqual([]);

  await page.getByRole('button', { name: 'More for: Ask Ruth by Friday' }).click();
  await page.getByRole('menuitem', { name: 'Change the words' }).click();
  await page.getByRole('button', { name: 'More for this contract' }).last().click();
  await page.getByRole('checkbox', { name: 'Show the circle how it is to go' }).last().click();
  await page.getByRole('button', { name: 'Save' }).click();
  await vi.waitFor(async () =>
    expect((await rows()).find((row) => row.text.startsWith('Ask'))?.details?.know).toBe('She has answered'),
  );
});

test('suggestions wait until the hand rests, are one press each, can be undone, and can be switched off', async () => {
  await show();
  await field().fill('Work on the grant');
  expect(page.getByRole('group', { name: 'Suggestions' }).query()).toBeNull();
  const step = page.getByRole('button', { name: 'A first step you can finish in 30 minutes?' });
  await expect.element(step).toBeVisible();
  expect(step.element().closest('[aria-live], [role="status"], [role="alert"]')).toBeNull();
  await picture('suggestions');
  await step.click();
  await expect.element(field()).toHaveValue('First 30 minutes: work on the grant');
  await expect.element(field()).toHaveFocus();
  await page.getByRole('group', { name: 'Suggestions' }).getByRole('button', { name: 'Undo' }).click();
  await expect.element(field()).toHaveValue('Work on the grant');

  await field().fill('Write the abstract and send it to Ruth');
  await page.getByRole('button', { name: 'Make 2 contracts of it?' }).click();
  await expect.element(field()).toHaveValue('Write the abstract');
  await page.getByRole('button', { name: /^By / }).first().click();
  await userEvent.keyboard('{Enter}');
  await expect.element(field()).toHaveValue('Send it to Ruth');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () =>
    expect((await rows()).map((row) => [row.text, row.due !== null]).sort()).toEqual([
      ['Send it to Ruth', false],
      ['Write the abstract', true],
    ]),
  );
  await field().fill('Call Bo');
  await page.getByRole('button', { name: 'No suggestions, please' }).click();
  await expect.element(page.getByRole('group', { name: 'Suggestions' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.element(page.getByRole('group', { name: 'Suggestions' })).toBeVisible();
});

test('what was split once can be split again, and all of its parts come one after the other', async () => {
  await show();
  await field().fill('Write the intro and send it to Ruth; call the dean');
  const split = page.getByRole('button', { name: 'Make 2 contracts of it?' });
  await split.click();
  await expect.element(field()).toHaveValue('Write the intro and send it to Ruth');
  await split.click();
  for (const part of ['Write the intro', 'Send it to Ruth', 'Call the dean']) {
    await expect.element(field()).toHaveValue(part);
    await userEvent.keyboard('{Enter}');
  }
  await expect.element(field()).toHaveValue('');
  expect((await rows()).map((row) => row.text).sort()).toEqual([
    'Call the dean',
    'Send it to Ruth',
    'Write the intro',
  ]);
});

test('three open ones get a kind word and no block; near its day a contract is renegotiated, and its way is told', async () => {
  await make('a', 'Send the aims page', isoDay(Date.now() + DAY));
  await make('b', 'Say no to one committee');
  await make('d', 'Leave at five');
  await show();
  await field().fill('Call Bo today');
  await expect.element(page.getByText(/You have 3 open here already/)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () => expect(await rows()).toHaveLength(4));

  await page.getByRole('button', { name: 'Renegotiate before it ends' }).click();
  await picture('anew');
  const words = page.getByRole('textbox', { name: 'What will you do instead?' });
  await words.fill('Send half of the aims page');
  await page.getByRole('textbox', { name: 'What changed (if you like)' }).fill('The clinic was full');
  await page.getByLabelText('By when now').fill(isoDay(Date.now() + 10 * DAY));
  await page.getByRole('button', { name: 'Save' }).click();
  await vi.waitFor(async () =>
    expect((await rows()).find((row) => row.follows === 'a')).toMatchObject({
      text: 'Send half of the aims page',
      due: isoDay(Date.now() + 10 * DAY),
      open: 1,
    }),
  );
  expect((await rows()).find((row) => row.id === 'a')).toMatchObject({ outcome: 'renegotiated', open: 0 });
  await page.getByRole('button', { name: 'How it came to this' }).first().click();
  await expect.element(page.getByText(/Send the aims page · until/)).toBeVisible();
  await picture('chain');
});

test('my own patterns claim nothing from a few contracts, and tell me alone what they show of many', async () => {
  for (let i = 0; i < 4; i++) await make(`k${i}`, `Send page ${i}`, '2026-12-01', 'kept');
  await show();
  const toggle = page.getByRole('button', { name: 'My own patterns' });
  await toggle.click();
  await expect.element(page.getByText(/So far there are 4\./)).toBeVisible();
  for (let i = 4; i < 8; i++) await make(`k${i}`, `Send page ${i}`, '2026-12-01', 'kept');
  for (let i = 8; i < 14; i++) await make(`k${i}`, `Read page ${i}`, null, i === 8 ? 'kept' : 'notYet');
  const list = page.getByRole('list', { name: 'My own patterns' });
  await expect.element(list.getByText('With a day in them: 8 of 8 kept; without: 1 of 6 kept')).toBeVisible();
  await picture('patterns');
});

test('a nudge between meetings is chosen for each circle, with its time', async () => {
  shown = await mount(
    <main className="settings-card">
      <Nudges />
    </main>,
  );
  await page.getByRole('combobox', { name: 'Thursday circle' }).selectOptions('3 days before it meets');
  const time = page.getByLabelText('At what time for Thursday circle');
  await expect.element(time).toHaveValue('09:00');
  await time.fill('18:30');
  await expect.element(time).toHaveValue('18:30');
  await picture('nudges');
});

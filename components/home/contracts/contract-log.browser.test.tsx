import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { createCircle } from '@/lib/circle/commands';
import { makeContract, reportContract } from '@/lib/contract/commands';
import type { ContractRow } from '@/lib/contract/contract';
import { append } from '@/lib/store/append';
import { database, type InLog } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { mount } from '../../../test/gallery/mount.tsx';
import { useCircles } from '../circles/use-circles.ts';
import { ContractLog } from './ContractLog.tsx';
import { ContractsPage } from './ContractsPage.tsx';
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
  await append(
    db,
    createCircle(
      {
        id: 'c',
        name: 'Thursday circle',
        formatId: 'pmc',
        everyDays: 14,
        lengthMin: 90,
        agreement: [],
        links: [],
        members: [member('me', true), member('bo', false)],
      },
      0,
      '2016-01-01',
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

/** The log as a circle's page has it. */
function InCircle() {
  const circles = useCircles();
  return (
    <ToastProvider>
      <main>{circles ? <ContractLog circles={circles} circleId="c" /> : null}</main>
    </ToastProvider>
  );
}

const items = () => page.getByRole('list', { name: 'Contracts' }).getByRole('listitem');
const make = (id: string, text: string, isPrivate = false) =>
  append(database(), [
    makeContract({ id, circleId: 'c', memberId: 'me', meetingId: null, text, isPrivate }, 'me', Date.now()),
  ]);

/** Ten years of a circle, as rows: what the log reads. */
const tenYears = (count: number): InLog<ContractRow>[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `k${at}`,
    log: 'c',
    isPrivate: false,
    circleId: 'c',
    memberId: at % 2 ? 'bo' : 'me',
    meetingId: `m${Math.floor(at / 16)}`,
    text: `Contract ${at}: write to the ${at % 97} people I met, and send the page`,
    kind: 'action',
    due: null,
    madeAt: at * DAY,
    follows: null,
    open: at > count - 20 ? 1 : 0,
    outcome: at > count - 20 ? null : 'kept',
    reports: [],
    reportedIn: [],
    history: [],
    wordingFacts: [],
    sameAs: [],
    writtenBy: null,
    byScribe: false,
    newer: 0,
  }));

test('a log of ten years is one list: drawn where one looks, found while typing', async () => {
  await database().contracts.bulkAdd(tenYears(5_000));
  await show();
  await page.getByRole('combobox', { name: 'Whose' }).selectOptions('Everyone’s');
  await expect.element(page.getByText('5,000 contracts · 19 open')).toBeVisible();
  const drawn = items().elements();
  expect(drawn.length).toBeGreaterThan(5);
  expect(drawn.length).toBeLessThan(60);
  expect(drawn[0]?.getAttribute('aria-posinset')).toBe('1');
  expect(drawn[0]?.getAttribute('aria-setsize')).toBe('5000');
  // The focus is not lost with the item it is in.
  const menu = page.getByRole('button', { name: /^More for: Contract 4999:/ });
  menu.element().focus();
  // Items get their real height as they are drawn, so that the end moves a little until one is there.
  await vi.waitFor(() => {
    window.scrollTo(0, document.body.scrollHeight);
    expect(items().elements().at(-1)?.getAttribute('aria-posinset')).toBe('5000');
  });
  await expect.element(page.getByText(/^Contract 0: write to/)).toBeVisible();
  expect(document.activeElement).toBe(menu.element());
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('contract 4321');
  await vi.waitFor(() => expect(items().elements().length).toBe(1));
  await expect.element(page.getByText(/^Contract 4321: write to/)).toBeVisible();
  await search.fill('');
  await expect.element(page.getByText(/^Contract 4999: write to/)).toBeVisible();
});

test('what was typed into a form of the log is there after scrolling away and back, also with another contract above it', async () => {
  // Written down by me for whoever they are of, so that I may change their words.
  await database().contracts.bulkAdd(tenYears(200).map((row) => ({ ...row, byScribe: true })));
  await show();
  await page.getByRole('combobox', { name: 'Whose' }).selectOptions('Everyone’s');
  await page.getByRole('button', { name: /^More for: Contract 199:/ }).click();
  await page.getByRole('menuitem', { name: 'Change the words' }).click();
  const words = page.getByRole('textbox', { name: 'Contract', exact: true });
  await words.fill('Long words I typed');
  (words.element() as HTMLElement).blur();
  await vi.waitFor(() => {
    window.scrollTo(0, document.body.scrollHeight);
    expect(items().elements().at(-1)?.getAttribute('aria-posinset')).toBe('200');
  });
  expect(items().elements()[0]?.getAttribute('aria-posinset')).toBe('1');
  expect(items().elements().length).toBeLessThan(60);
  await make('new', 'Made meanwhile');
  await expect.element(page.getByText('201 contracts · 20 open')).toBeInTheDocument();
  window.scrollTo(0, 0);
  await expect.element(words).toBeVisible();
  await expect.element(words).toHaveValue('Long words I typed');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await vi.waitFor(() => {
    window.scrollTo(0, document.body.scrollHeight);
    expect(items().elements()[0]?.getAttribute('aria-posinset')).not.toBe('1');
  });
});

test('a form stays with its words while one searches, filters or orders the log for others, also on a circle’s page', async () => {
  await database().contracts.bulkAdd(tenYears(200).map((row) => ({ ...row, byScribe: true })));
  const words = page.getByRole('textbox', { name: 'Contract', exact: true });
  const others = async (count: string) => {
    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.fill('contract 190');
    await expect.element(page.getByText(/^Contract 190: write to/)).toBeVisible();
    await expect.element(page.getByText('2 contracts · ', { exact: false })).toBeVisible();
    await page.getByRole('combobox', { name: 'Order' }).selectOptions('By meeting');
    await search.fill('');
    await page.getByRole('combobox', { name: 'Order' }).selectOptions('Open ones first');
    await expect.element(page.getByText(count)).toBeVisible();
    await expect.element(words).toHaveValue('Long words I typed');
    // Once it is closed it is found, or not, like all others.
    await search.fill('contract 190');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByText('1 contract · 1 open')).toBeVisible();
    await vi.waitFor(() => expect(items().elements().length).toBe(1));
  };
  const write = async (name: RegExp) => {
    await page.getByRole('button', { name }).click();
    await page.getByRole('menuitem', { name: 'Change the words' }).click();
    await words.fill('Long words I typed');
  };

  await show();
  await page.getByRole('combobox', { name: 'Whose' }).selectOptions('Everyone’s');
  await write(/^More for: Contract 199:/);
  await page.getByRole('combobox', { name: 'Whose' }).selectOptions('Mine');
  await expect.element(page.getByText('101 contracts · 10 open')).toBeVisible();
  await expect.element(words).toHaveValue('Long words I typed');
  await page.getByRole('combobox', { name: 'Whose' }).selectOptions('Everyone’s');
  await others('200 contracts · 19 open');
  await shown.remove();

  shown = await mount(<InCircle />);
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByRole('button', { name: 'Show more' }).click();
  await write(/^More for: Contract 165:/);
  await others('200 contracts · 19 open');
});

test('a private contract is marked by a lock and by words, and axe finds nothing', async () => {
  await make('p', 'Say no to one committee', true);
  await make('s', 'Send the aims page');
  await show();
  await expect.element(page.getByText(/Only you see this · since/)).toBeVisible();
  const { violations } = await axe.run(document.body);
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
});

test('an outcome taken by mistake is undone from the toast, and the focus comes back to the contract', async () => {
  await make('s', 'Send the aims page');
  await show();
  const menu = page.getByRole('button', { name: 'More for: Send the aims page' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Report' }).click();
  await page.getByRole('radio', { name: 'Kept' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText('1 contract · 0 open')).toBeVisible();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('More for: Send the aims page');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('1 contract · 1 open')).toBeVisible();
});

test('renegotiating asks for the words that follow, and both stay to be read', async () => {
  await make('s', 'Write daily');
  await show();
  await page.getByRole('button', { name: 'More for: Write daily' }).click();
  await page.getByRole('menuitem', { name: 'Report' }).click();
  await page.getByRole('radio', { name: 'Renegotiated' }).click();
  const next = page.getByRole('textbox', { name: 'What will you do instead?' });
  await next.fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText('Write the new contract in a few words.')).toBeVisible();
  await next.fill('Write on Mondays');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(items().elements().length).toBe(2));
  await expect.element(items().first().getByText('Write on Mondays')).toBeVisible();
  await expect
    .element(
      items()
        .first()
        .getByText(/goes on from an earlier contract/),
    )
    .toBeVisible();
  expect((await database().contracts.get(['c', 's']))?.open).toBe(0);
});

test('who presses Enter twice renegotiates once', async () => {
  await make('s', 'Write daily');
  await show();
  await page.getByRole('button', { name: 'More for: Write daily' }).click();
  await page.getByRole('menuitem', { name: 'Renegotiate…' }).click();
  const next = page.getByRole('textbox', { name: 'What will you do instead?' });
  await next.fill('Write on Mondays');
  const form = next.element().closest('form');
  form?.requestSubmit();
  form?.requestSubmit();
  await vi.waitFor(() => expect(next.query()).toBeNull());
  // A second one would have been on its way to the disk by now.
  await new Promise((done) => setTimeout(done, 300));
  expect((await database().contracts.toArray()).map(({ text }) => text).toSorted()).toEqual([
    'Write daily',
    'Write on Mondays',
  ]);
});

test('a word more about a renegotiated contract opens no second contract in its place', async () => {
  await make('s', 'Write daily');
  const told = { meetingId: null, outcome: 'renegotiated', text: '' } as const;
  const about = { id: 's', circleId: 'c', isPrivate: false, reports: [] };
  await append(database(), [reportContract(about, told, 'me', Date.now())]);
  await show();
  await page.getByRole('button', { name: 'More for: Write daily' }).click();
  await page.getByRole('menuitem', { name: 'Change the outcome' }).click();
  await page.getByRole('textbox', { name: 'Report', exact: true }).fill('Mondays are enough');
  await page.getByRole('button', { name: 'Save' }).click();
  await vi.waitFor(async () =>
    expect((await database().contracts.get(['c', 's']))?.reports).toMatchObject([
      { outcome: 'renegotiated', text: 'Mondays are enough' },
    ]),
  );
  expect(await database().contracts.count()).toBe(1);
});

test('a finger too long on the year of a day loses neither the day nor the words', async () => {
  await make('s', 'Write daily');
  await show();
  await page.getByRole('button', { name: 'More for: Write daily' }).click();
  await page.getByRole('menuitem', { name: 'Change the words' }).click();
  await page.getByRole('textbox', { name: 'Contract', exact: true }).fill('Write on Mondays');
  const due = items().first().getByLabelText('Until, if there is a day');
  (due.element() as HTMLInputElement).focus();
  await userEvent.keyboard('1201202666');
  await page.getByRole('button', { name: 'Save' }).click();
  await vi.waitFor(async () =>
    expect((await database().contracts.get(['c', 's']))?.text).toBe('Write on Mondays'),
  );
  expect((await database().contracts.get(['c', 's']))?.due).toMatch(/^\d{4}-12-01$/);
});

test('Escape leaves an edit without changing anything', async () => {
  await make('s', 'Send the aims page');
  await show();
  await page.getByRole('button', { name: 'More for: Send the aims page' }).click();
  await page.getByRole('menuitem', { name: 'Change the words' }).click();
  await page.getByRole('textbox', { name: 'Contract', exact: true }).fill('Something else');
  await userEvent.keyboard('{Escape}');
  await vi.waitFor(() =>
    expect(page.getByRole('textbox', { name: 'Contract', exact: true }).query()).toBeNull(),
  );
  expect((await database().contracts.get(['c', 's']))?.text).toBe('Send the aims page');
});

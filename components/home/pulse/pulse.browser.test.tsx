import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { answerPulse, feelMeeting } from '@/lib/pulse/answer';
import { append } from '@/lib/store/append';
import type { Database } from '@/lib/store/database';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { listAnswers, loadRounds } from '@/lib/store/pulse';
import { lookAt } from '@/test/builders/look-at';
import { pulsePeople } from '@/test/builders/pulse-people';
import { bring, comeIn, localCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { useCircles } from '../circles/use-circles.ts';
import { PulsePage } from './PulsePage.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../circles/circles.css';
import '../page.css';

const DAY = 86_400_000;
let shown: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
});
afterEach(() => shown.remove());

function Here() {
  const view = useCircles()?.[0];
  return <main style={{ padding: 16 }}>{view ? <PulsePage view={view} now={Date.now()} /> : null}</main>;
}
const show = async () => {
  shown = await mount(
    <ToastProvider>
      <Here />
    </ToastProvider>,
  );
};

const picture = (name: string) => lookAt(`../../../test-results/pulse/${name}`, { height: 1500 });

/** Answers all seven by keyboard: into each group, and right or left to its number. */
async function answerByKeyboard(items: readonly number[]) {
  const first = document.querySelector<HTMLElement>('.pulse-form [role="radiogroup"] input');
  first?.focus();
  for (const [i, item] of items.entries()) {
    if (i > 0) await userEvent.keyboard('{Tab}');
    await userEvent.keyboard(' ');
    for (let step = 1; step < item; step += 1) await userEvent.keyboard('{ArrowRight}');
  }
}

test('a circle that is only here shows one’s own curve: answered by keyboard, kept for oneself, erased for good', async () => {
  const circle = await localCircle(database());
  const at = Date.now();
  await append(database(), [
    answerPulse(
      { id: 'a', circleId: circle, round: null, items: [3, 5, 3, 4, 4, 5, 5] },
      null,
      at - 200 * DAY,
    ),
    answerPulse(
      { id: 'b', circleId: circle, round: null, items: [2, 6, 3, 5, 2, 6, 5] },
      null,
      at - 90 * DAY,
    ),
    feelMeeting({ id: 'm1', circleId: circle, step: 3, words: '' }, null, at - 40 * DAY),
    feelMeeting(
      { id: 'm2', circleId: circle, step: 5, words: 'Bo asked the right thing' },
      null,
      at - 26 * DAY,
    ),
    feelMeeting({ id: 'm3', circleId: circle, step: 4, words: '' }, null, at - 12 * DAY),
  ]);
  await show();
  await page.getByRole('button', { name: 'Answer the seven questions' }).click();
  await picture('form');
  await page.getByRole('button', { name: 'Keep my answers' }).click();
  await expect.element(page.getByText(/^7 are still open/)).toBeVisible();
  await answerByKeyboard([1, 7, 1, 7, 1, 7, 6]);
  await page.getByRole('button', { name: 'Keep my answers' }).click();
  await vi.waitFor(async () => expect(await listAnswers(database(), circle)).toHaveLength(3));
  expect((await listAnswers(database(), circle)).at(-1)?.items).toEqual([1, 7, 1, 7, 1, 7, 6]);
  await expect.element(page.getByRole('img', { name: /How safe it felt/ })).toBeVisible();
  expect(document.querySelectorAll('.curve-line circle')).toHaveLength(6);
  await picture('own');
  await page.getByText('As a table').first().click();
  await expect.element(page.getByRole('cell', { name: '6.9' })).toBeVisible();
  await page.getByText('Your own answers').click();
  await page
    .getByRole('button', { name: /^Erase my answers of/ })
    .last()
    .click();
  await page.getByRole('alertdialog').getByRole('button').last().click();
  await vi.waitFor(async () => expect(await listAnswers(database(), circle)).toHaveLength(2));
});

test('a round of a shared circle: begun, answered here, added up by five devices, and only the mean is shown', async () => {
  const start = Date.now() - 65 * DAY;
  const town = await pulsePeople(start);
  const all = [...town.people.keys()];
  const earlier = await town.open('m-ada');
  for (const member of all) await town.answer(member, earlier);
  await town.settleDown();
  town.pass(65);
  const mine = database();
  const ada = town.dbOf('m-ada');
  await comeIn(ada, mine, town.space, 'm-bo');
  const others: Database[] = all.filter((member) => member !== 'm-bo').map(town.dbOf);
  const exchange = async () => {
    for (const db of [...others, mine]) await bring(db, ada, town.space);
    for (const db of [...others, mine]) await bring(ada, db, town.space);
  };
  await exchange();
  const own = { id: earlier, circleId: town.space, round: earlier, items: [3, 5, 3, 4, 4, 5, 5] };
  await append(mine, [answerPulse(own, null, start)]);
  await show();
  await expect.element(page.getByText(/^The mean of 5 people’s answers/)).toBeVisible();
  await page.getByRole('button', { name: 'Start a pulse' }).click();
  await expect.element(page.getByText(/^0 of 5 have answered/)).toBeVisible();
  await exchange();
  const round = (await loadRounds(ada, town.space))?.rounds.at(-1);
  if (!round) throw new Error('no round came');
  for (const member of ['m-ada', 'm-chen']) await town.answer(member, round.id);
  await exchange();
  await expect.element(page.getByText('2 of 5 have answered. So far: Ada and Chen.')).toBeVisible();
  await answerByKeyboard([2, 6, 2, 6, 2, 6, 6]);
  await page.getByRole('button', { name: 'Hand in my answers' }).click();
  await expect.element(page.getByText(/^3 of 5 have answered/)).toBeVisible();
  await expect.element(page.getByText(/^You have answered/)).toBeVisible();
  await picture('waiting');
  for (const member of ['m-dana', 'm-eve']) await town.answer(member, round.id);
  await exchange();
  await expect.element(page.getByText('Waiting for: Ada, Chen, Dana, and Eve.')).toBeVisible();
  await picture('closing');
  const { tendPulse } = await import('@/lib/store/tend-pulse');
  for (let i = 0; i < 3; i += 1) {
    for (const db of others) await tendPulse(db, town.space);
    await exchange();
    // What is left to do gets less each time; with others beside it a look alone may take a second.
    await vi.waitFor(async () => expect(await tendPulse(mine, town.space)).toBe(0), { timeout: 15_000 });
  }
  // 46 + 42 + 7 + 39 + 49 points of five people.
  const last = page.getByRole('region', { name: 'The last pulse' });
  await expect.element(last.getByText('5.2')).toBeVisible();
  await expect.element(page.getByText(/^The next pulse is possible from/)).toBeVisible();
  await picture('result');
  // Nothing of what anybody else answered is here.
  const facts = await mine.facts.toArray();
  const answered = facts.filter((fact) => fact.kind === 'pulse.answered');
  expect(answered).toHaveLength(2);
  expect(answered.every((fact) => fact.log === 'me')).toBe(true);
});

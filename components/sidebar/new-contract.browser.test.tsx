import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useRecord } from '@/components/card/use-record';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { database } from '@/lib/store/database';
import { noNewLog } from '@/lib/store/disk-room';
import { openDatabase } from '@/lib/store/open';
import { loadRoom } from '@/lib/store/room';
import { localCircle } from '@/test/builders/sharing';
import { mount } from '../../test/gallery/mount.tsx';
import { NewContract } from './NewContract.tsx';
import { type Stage, StageProvider } from './stage.ts';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './sidebar.css';

let shown: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
});
afterEach(() => shown.remove());

function Foot({
  stage,
  small = false,
}: {
  readonly stage: Omit<Stage, 'record' | 'problem'>;
  readonly small?: boolean;
}) {
  const { record, problem } = useRecord();
  return (
    <StageProvider value={{ ...stage, record, problem }}>
      <main className="foot">
        {problem}
        <NewContract turn={stage.me} small={small} />
      </main>
    </StageProvider>
  );
}

/** Where Ada writes in a circle of three. */
async function stageOfThree(): Promise<Omit<Stage, 'record' | 'problem'>> {
  const circleId = await localCircle(database());
  const room = await loadRoom(database(), circleId, null, Date.now());
  if (!room) throw new Error('no room');
  const slot = { circleId, meetingId: 'm1', originalStart: 1, start: 1, lengthMin: 90, adhoc: true };
  const names = { cards: new Map(), short: new Map() };
  return { room, acting: { slot, row: null, by: 'm-ada' }, me: 'm-ada', ...names };
}

test('a press on what lies above is not lost, since the form closes when the pointer is up again', async () => {
  shown = await mount(
    <ToastProvider>
      <button type="button">End meeting</button>
      <Foot stage={await stageOfThree()} small />
    </ToastProvider>,
  );
  const [field, member] = [page.getByRole('textbox'), page.getByRole('combobox', { name: 'Member' })];
  await field.click();
  await expect.element(member).toBeVisible();
  const end = page.getByRole('button', { name: 'End meeting' }).element() as HTMLElement;
  end.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  end.focus();
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  expect(member.elements()).toHaveLength(1);
  end.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  await expect.element(member).not.toBeInTheDocument();
  // By the keyboard there is no press to wait for.
  await field.click();
  await expect.element(member).toBeVisible();
  end.focus();
  await expect.element(member).not.toBeInTheDocument();
});

test('beside a call a contract is words and Enter; More and its suggestions come after the button, and scroll', async () => {
  shown = await mount(
    <ToastProvider>
      <Foot stage={await stageOfThree()} />
    </ToastProvider>,
  );
  const field = page.getByRole('textbox', { name: 'New contract' });
  await field.fill('Work on the grant');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.textContent).toBe('Add');
  await expect.element(page.getByRole('button', { name: /first step/ })).toBeVisible();
  await page.getByRole('button', { name: /^By / }).first().click();
  await expect.element(page.getByRole('button', { name: /take the day away/ })).toBeVisible();
  await page.getByRole('button', { name: 'More for this contract' }).click();
  await page.getByRole('checkbox', { name: 'Standing: it holds for months' }).click();
  for (const [width, scheme] of [
    [360, 'light'],
    [320, 'dark'],
  ] as const) {
    document.documentElement.style.colorScheme = scheme;
    await page.viewport(width, 640);
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
    await page.screenshot({ path: `../../test-results/contracts/sidebar-${width}-${scheme}.png` });
    const { violations } = await axe.run(document.body);
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
  document.documentElement.style.colorScheme = '';
  await field.click();
  await userEvent.keyboard('{Enter}');
  const made = async () => (await database().contracts.toArray())[0];
  await vi.waitFor(async () => expect(await made()).toMatchObject({ kind: 'standing', meetingId: 'm1' }));
  expect((await made())?.due).not.toBeNull();
});

test('a full disk is said where one wrote, the words stay, and one press saves them when there is room', async () => {
  shown = await mount(
    <ToastProvider>
      <Foot stage={await stageOfThree()} />
    </ToastProvider>,
  );
  const full = vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 1_000, quota: 2_000 });
  // What was looked at a moment ago, on the real disk, counts no more.
  noNewLog(new DOMException('no room', 'QuotaExceededError'));
  await page.getByRole('textbox', { name: 'New contract' }).fill('Send the page of aims');
  await page.getByRole('button', { name: 'Add contract' }).click();
  await expect.element(page.getByText(/the disk of this computer is full/)).toBeVisible();
  await expect
    .element(page.getByRole('textbox', { name: 'New contract' }))
    .toHaveValue('Send the page of aims');
  expect(await database().contracts.count()).toBe(0);
  full.mockRestore();
  await page.getByRole('button', { name: 'Add contract' }).click();
  await expect.poll(() => database().contracts.count()).toBe(1);
  await expect.poll(() => page.getByRole('alert').elements()).toHaveLength(0);
});

test('the rest of a contract that was split is for me alone, as its beginning was', async () => {
  shown = await mount(
    <ToastProvider>
      <Foot stage={await stageOfThree()} />
    </ToastProvider>,
  );
  const field = page.getByRole('textbox', { name: 'New contract' });
  const onlyMe = page.getByRole('checkbox', { name: 'Only me' });
  await field.fill('Call the clinic and ask my boss for leave');
  await onlyMe.click();
  await page.getByRole('button', { name: 'Make 2 contracts of it?' }).click();
  for (const part of ['Call the clinic', 'Ask my boss for leave']) {
    await expect.element(field).toHaveValue(part);
    await field.click();
    await userEvent.keyboard('{Enter}');
  }
  await expect.element(field).toHaveValue('');
  await expect.element(onlyMe).not.toBeChecked();
  await expect
    .poll(async () => (await database().contracts.toArray()).map((one) => one.isPrivate))
    .toEqual([true, true]);
});

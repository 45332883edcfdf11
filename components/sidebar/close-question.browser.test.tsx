import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useRecord } from '@/components/card/use-record';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { loadFelt } from '@/lib/store/pulse';
import { loadRoom } from '@/lib/store/room';
import { localCircle } from '@/test/builders/sharing';
import { mount } from '../../test/gallery/mount.tsx';
import { CloseQuestion } from './CloseQuestion.tsx';
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

function Closing({ stage }: { readonly stage: Omit<Stage, 'record' | 'problem'> }) {
  const { record, problem } = useRecord();
  return (
    <StageProvider value={{ ...stage, record, problem }}>
      <main>
        <CloseQuestion />
      </main>
    </StageProvider>
  );
}

async function atTheClose() {
  const circleId = await localCircle(database());
  const room = await loadRoom(database(), circleId, null, Date.now());
  if (!room) throw new Error('no room');
  const slot = { circleId, meetingId: 'm1', originalStart: 1, start: 1, lengthMin: 90, adhoc: true };
  const stage = {
    room,
    acting: { slot, row: null, by: 'm-ada' },
    me: 'm-ada',
    cards: new Map(),
    short: new Map(),
  };
  shown = await mount(
    <ToastProvider>
      <Closing stage={stage} />
    </ToastProvider>,
  );
}

const group = () => page.getByRole('radiogroup', { name: 'How was this meeting for you?' });

test('one press says how the meeting was, for oneself alone, with a word if one likes; it can be changed', async () => {
  await atTheClose();
  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme;
    await page.viewport(320, 400);
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
    await page.screenshot({ path: `../../test-results/pulse/close-${scheme}.png` });
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  document.documentElement.style.colorScheme = '';
  await group().getByRole('radio', { name: 'Good', exact: true }).click();
  await vi.waitFor(async () => expect((await loadFelt(database(), 'm1'))?.step).toBe(4));
  await page.getByRole('textbox', { name: 'A word for yourself' }).fill('Bo asked the right thing');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(async () =>
    expect(await loadFelt(database(), 'm1')).toMatchObject({ step: 4, words: 'Bo asked the right thing' }),
  );
  await group().getByRole('radio', { name: 'Very good' }).click();
  await vi.waitFor(async () =>
    expect(await loadFelt(database(), 'm1')).toMatchObject({ step: 5, words: 'Bo asked the right thing' }),
  );
  await page.screenshot({ path: '../../test-results/pulse/close-said.png' });
  const facts = (await database().facts.toArray()).filter((fact) => fact.kind === 'pulse.felt');
  expect(facts.map((fact) => fact.log)).toEqual(['me', 'me', 'me']);
});

test('whoever does not want to be asked says so once', async () => {
  await atTheClose();
  await page.getByRole('button', { name: 'Don’t ask in this circle' }).click();
  await vi.waitFor(() => expect(group().elements()).toHaveLength(0));
});

import axe from 'axe-core';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useRecord } from '@/components/card/use-record';
import { MilestonesHere } from '@/components/sidebar/MilestonesHere';
import { cardMembers } from '@/components/sidebar/people';
import { type Stage, StageProvider } from '@/components/sidebar/stage';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract } from '@/lib/contract/commands';
import type { Draft } from '@/lib/fact/fact';
import { reachMilestone } from '@/lib/milestone/commands';
import { foldMilestone } from '@/lib/milestone/milestone';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { ingest } from '@/lib/store/ingest';
import { openDatabase } from '@/lib/store/open';
import { loadRoom } from '@/lib/store/room';
import { space } from '../../../../test/builders/space.ts';
import { THURSDAY, thursdayCircle } from '../../../../test/builders/thursday.ts';
import { mount } from '../../../../test/gallery/mount.tsx';
import { LogItem } from '../../contracts/LogItem.tsx';
import { Part, PartLinks } from '../CircleParts.tsx';
import { TogetherSections } from '../together/TogetherSections.tsx';
import { type CircleView, readCircles } from '../use-circles.ts';
import { MilestoneCard } from './MilestoneCard.tsx';
import { MilestonesPage } from './MilestonesPage.tsx';
import { peopleOfView } from './people-of-view.ts';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../circles.css';

const NOW = Date.UTC(2026, 10, 16, 9);
const ASHA = 'm-asha';
const CHEN = 'm-chen';

let shown: Awaited<ReturnType<typeof mount>>;

const show = async (what: ReactNode) => {
  shown = await mount(
    <ToastProvider>
      <main>{what}</main>
    </ToastProvider>,
  );
};

afterEach(() => shown.remove());

async function circleOf(): Promise<CircleView> {
  const view = (await readCircles()).find((one) => one.circle.id === THURSDAY);
  if (!view) throw new Error('no circle');
  return view;
}

async function sound(): Promise<void> {
  // A card that was just written comes in gently; what it looks like then is what is judged.
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html}`))).toEqual([]);
}

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  await page.viewport(320, 900);
  await ingest(database(), thursdayCircle(NOW).facts);
});

test('a milestone is on the wall in seconds, and only what each let go is on the sheet for outside', async () => {
  await show(<MilestonesPage view={await circleOf()} />);
  await page.getByRole('button', { name: 'Add a milestone' }).click();
  await page.getByRole('radio', { name: 'Grant' }).click();
  await page.getByRole('textbox', { name: 'In a line' }).fill('The five-year grant');
  await page.getByRole('combobox', { name: 'Whose' }).selectOptions('Asha Sen');
  await page.getByRole('checkbox', { name: 'Bea Ortiz' }).click();
  await page.getByRole('textbox', { name: 'What did Bea Ortiz do? (if you like)' }).fill('read three drafts');
  await sound();
  await page.getByRole('button', { name: 'Add milestone' }).click();
  const card = page.getByRole('article', { name: 'The five-year grant' });
  await expect.element(card.getByText('read three drafts')).toBeVisible();
  await sound();

  const outside = page.getByRole('button', { name: 'What may be told outside' });
  const back = page.getByRole('button', { name: 'Back to the wall' });
  await outside.click();
  await expect.element(page.getByText('Nothing may be told outside so far.', { exact: false })).toBeVisible();
  expect(page.getByRole('button', { name: 'Copy for outside' }).elements()).toHaveLength(0);
  await back.click();

  await card.getByText('Stays in the circle').first().click();
  await card.getByRole('radio', { name: 'May be told outside, with Asha Sen’s name' }).click();
  await outside.click();
  await expect
    .element(page.getByText('Grant: The five-year grant – Asha Sen', { exact: true }))
    .toBeVisible();
  expect(document.querySelector('.milestone-sheet')?.textContent).not.toContain('Bea');
  await back.click();
  await card.getByText('May be told outside, with Asha Sen’s name').first().click();
  await card.getByRole('checkbox', { name: 'Bea Ortiz’s name may be told as one who helped' }).click();
  await outside.click();
  const line = 'Grant: The five-year grant – Asha Sen, with the help of Bea Ortiz (read three drafts)';
  await expect.element(page.getByText(line, { exact: true })).toBeVisible();
  await sound();
});

test('what another wrote down for me in a shared circle asks for my word, and offers nobody’s consent but mine', async () => {
  const view = await circleOf();
  const circle = space();
  const one = {
    id: 's',
    circleId: circle.id,
    kind: 'award',
    title: 'The prize',
    memberId: CHEN,
    on: '2026-11-01',
    credit: [{ memberId: ASHA }],
    meetingId: null,
  } as const;
  const fact = circle.sealed('asha-1', reachMilestone(one, ASHA, NOW));
  const row = foldMilestone('s', [fact]);
  if (!row) throw new Error('lost');
  const people = { ...peopleOfView(view), circleId: circle.id, isShared: true };
  const record = vi.fn(async (_drafts: readonly Draft[]) => null);
  await show(<MilestoneCard row={row} people={people} record={record} isFresh={false} />);
  await expect.element(page.getByText('Asha Sen wrote this down for you. Was it so?')).toBeVisible();
  await page.getByRole('button', { name: 'Yes, so it was' }).click();
  expect(record.mock.calls[0]?.[0]).toMatchObject([{ kind: 'milestone.confirmed', by: CHEN }]);
  shown.remove();
  await show(<MilestoneCard row={{ ...row, confirmed: true }} people={people} record={record} isFresh />);
  await page.getByText('Stays in the circle').first().click();
  expect(page.getByRole('radio').elements()).toHaveLength(3);
  expect(page.getByRole('checkbox').elements()).toHaveLength(0);
});

function AtTheMeeting({ stage }: { readonly stage: Omit<Stage, 'record' | 'problem'> }) {
  const { record, problem } = useRecord();
  return (
    <StageProvider value={{ ...stage, record, problem }}>
      <MilestonesHere />
    </StageProvider>
  );
}

test('in the phase that asks for milestones one is written down beside the call, and shows as one of today', async () => {
  const room = await loadRoom(database(), THURSDAY, null, NOW);
  if (!room) throw new Error('no room');
  const slot = {
    circleId: THURSDAY,
    meetingId: 'now',
    originalStart: 1,
    start: 1,
    lengthMin: 150,
    adhoc: true,
  };
  await show(
    <AtTheMeeting
      stage={{
        room,
        acting: { slot, row: null, by: CHEN },
        me: CHEN,
        cards: cardMembers(room.members),
        short: new Map(),
      }}
    />,
  );
  await page.getByRole('button', { name: 'Add a milestone' }).click();
  await page.getByRole('radio', { name: 'Talk' }).click();
  await page.getByRole('textbox', { name: 'In a line' }).fill('The keynote');
  await sound();
  await page.getByRole('button', { name: 'Add milestone' }).click();
  await expect.element(page.getByText('The keynote', { exact: false }).first()).toBeVisible();
  expect(await database().milestones.toArray()).toMatchObject([{ meetingId: 'now', memberId: CHEN }]);
});

test('a contract that has just become kept asks once whether it is a milestone; a private one does not', async () => {
  const view = await circleOf();
  const write = (id: string, isPrivate: boolean) =>
    makeContract(
      { id, circleId: THURSDAY, memberId: CHEN, meetingId: null, text: `Words of ${id}`, isPrivate },
      CHEN,
      NOW,
    );
  await append(database(), [write('open', false), write('mine', true)]);
  const rows = (await database().contracts.toArray()).filter((row) => ['open', 'mine'].includes(row.id));
  const items = (outcome: 'kept' | null) => (
    <ToastProvider>
      {rows.map((row) => (
        <LogItem key={row.id} contract={{ ...row, outcome }} circle={view} nameCircle={false} aside={null} />
      ))}
    </ToastProvider>
  );
  shown = await mount(items(null));
  expect(page.getByText('Is this a milestone?').elements()).toHaveLength(0);
  await shown.show(items('kept'));
  await expect.element(page.getByText('Is this a milestone?')).toBeVisible();
  expect(page.getByText('Is this a milestone?').elements()).toHaveLength(1);
  await page.getByRole('button', { name: 'Yes, write it down as a milestone: Words of open' }).click();
  await page.getByRole('radio', { name: 'Paper' }).click();
  await page.getByRole('button', { name: 'Add milestone' }).click();
  await vi.waitFor(async () =>
    expect(await database().milestones.toArray()).toMatchObject([
      { title: 'Words of open', contract: 'open', memberId: CHEN },
    ]),
  );
  await expect.element(page.getByText('Is this a milestone?')).not.toBeInTheDocument();
});

test('a part of the circle’s page is one press away, with the focus there and the address as it was', async () => {
  await show(
    <>
      <PartLinks circleId={THURSDAY} without={['next']} />
      <div style={{ height: '2000px' }} />
      <Part part="setUp">
        <p>How we meet</p>
      </Part>
    </>,
  );
  const before = location.href;
  expect(page.getByRole('link', { name: 'Next' }).elements()).toHaveLength(0);
  await page.getByRole('link', { name: 'Set-up' }).click();
  await expect.element(page.getByRole('region', { name: 'Set-up' })).toHaveFocus();
  await expect.element(page.getByText('How we meet')).toBeInViewport();
  expect(location.href).toBe(before);
});

test('offers meet wishes; whom the circle lacks is parked, named, and kept as a tie in my own log alone', async () => {
  await show(<TogetherSections view={await circleOf()} />);
  await page.getByRole('button', { name: 'Add something shared' }).click();
  await page.getByRole('radio', { name: 'Where we stand' }).click();
  await page.getByRole('textbox', { name: 'What do you share?' }).fill('Between two grants');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Between two grants')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Add an offer or a wish' }).click();
  const words = page.getByRole('textbox', { name: 'In a few words' });
  await words.fill('Reading grant drafts');
  await userEvent.keyboard('{Enter}');
  await expect.element(words).toHaveValue('');
  await page.getByRole('combobox', { name: 'Whose' }).selectOptions('Asha Sen');
  await page.getByRole('combobox', { name: 'What', exact: true }).selectOptions('Looks for');
  await words.fill('A reader for my grants');
  await userEvent.keyboard('{Enter}');
  const hint = 'Asha Sen looks for: A reader for my grants · you offer: Reading grant drafts';
  await expect.element(page.getByText(hint)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Add whom you lack' }).click();
  await page.getByRole('textbox', { name: 'Who would help?' }).fill('A programme officer');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Park it for a meeting: A programme officer' }).click();
  await expect.element(page.getByText('Parked for a meeting')).toBeVisible();
  expect(await database().parked.toArray()).toMatchObject([
    { text: 'Whom we lack: A programme officer', open: 1 },
  ]);
  await page.getByRole('button', { name: 'Somebody comes to mind for: A programme officer' }).click();
  await page.getByRole('textbox', { name: 'Who?' }).fill('Ruth Amsel');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'Keep in touch with Ruth Amsel' }).click();
  await expect.element(page.getByText('In your network')).toBeVisible();
  const ties = (await database().facts.toArray()).filter((fact) => fact.kind === 'tie.written');
  expect(ties.map(({ log }) => log)).toEqual(['me']);
  await sound();
});

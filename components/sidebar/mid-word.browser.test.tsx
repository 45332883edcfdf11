import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract } from '@/lib/contract/commands';
import { type Acting, startMeeting } from '@/lib/meeting/commands';
import { endMeeting, moveTo } from '@/lib/meeting/course';
import { PMC } from '@/lib/meeting/format';
import { MINUTE_MS, planMeeting } from '@/lib/meeting/plan';
import { viewMeeting } from '@/lib/meeting/view';
import { clock } from '@/lib/platform/clock';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { localCircle } from '@/test/builders/sharing';
import { mount } from '../../test/gallery/mount.tsx';
import '@/test/gallery/bare-browser';
import { RoomScreen } from './RoomScreen.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './sidebar.css';

let shown: Awaited<ReturnType<typeof mount>>;
let circleId: string;

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  circleId = await localCircle(database());
  const contract = { id: 'k1', circleId, memberId: 'm-ada', meetingId: null, text: 'Aims', isPrivate: false };
  await append(database(), [makeContract(contract, 'm-ada', 1)]);
});
afterEach(() => shown.remove());

async function open() {
  shown = await mount(
    <ToastProvider>
      <RoomScreen
        circleId={circleId}
        meetingId={null}
        inPage={false}
        onCover={() => {}}
        onLeave={undefined}
      />
    </ToastProvider>,
  );
  await expect.element(page.getByRole('button', { name: 'Start meeting' })).toBeVisible();
}

const held = async () => (await database().meetings.toArray())[0] ?? null;

/** Who acts on the meeting of the screen, from another window. */
async function other(): Promise<Acting> {
  const row = await held();
  if (!row) throw new Error('no meeting is prepared');
  const { id: meetingId, originalStart, start, lengthMin, adhoc } = row;
  return { slot: { circleId, meetingId, originalStart, start, lengthMin, adhoc }, row, by: 'm-ada' };
}

/** Somebody has told who is away, so that there is a meeting others can begin. */
async function prepare() {
  await page.getByRole('checkbox', { name: 'Bo' }).click();
  await expect.poll(held).not.toBeNull();
}

async function othersStart() {
  const at = clock.now();
  const lengthMs = 90 * MINUTE_MS;
  const present = ['m-ada', 'm-chen'];
  const { steps } = planMeeting({ format: PMC, lengthMs, present, asked: new Map() });
  await append(
    database(),
    startMeeting(await other(), { at, endsAt: at + lengthMs, format: PMC, plan: steps }),
  );
  await expect.element(page.getByRole('timer')).toBeVisible();
}

/** Somebody presses Next, until (or past) a step of this kind. */
async function othersGoOn(until: (kind: string) => boolean) {
  for (;;) {
    const row = await held();
    const view = row && viewMeeting(row, clock.now());
    if (view?.phase !== 'running' || !view.running.next) throw new Error('there is no such step');
    await append(database(), moveTo(await other(), view.running.next.id, clock.now()));
    if (until(view.running.next.kind)) return;
  }
}

const note = () => page.getByRole('textbox', { name: /note/i });
const openNote = () => page.getByText('Private note', { exact: true }).click();

test('one writes on in the private note while others begin and end the meeting', async () => {
  await open();
  await prepare();
  await openNote();
  await note().click();
  await userEvent.keyboard('Ask Bo');
  await othersStart();
  await userEvent.keyboard(' about');
  await append(database(), endMeeting(await other(), clock.now()));
  await expect.element(page.getByRole('button', { name: 'Hold another meeting' })).toBeVisible();
  await userEvent.keyboard(' the panel');
  await expect.element(note()).toHaveValue('Ask Bo about the panel');
  await userEvent.keyboard('{Tab}');
  const meetingId = (await held())?.id ?? '';
  await expect.poll(async () => (await database().notes.get(meetingId))?.text).toBe('Ask Bo about the panel');
});

test('what one wrote of a meeting stays with it when another one is to be held', async () => {
  await open();
  await prepare();
  await othersStart();
  await append(database(), endMeeting(await other(), clock.now()));
  await openNote();
  await note().fill('Ask Bo');
  await page.getByRole('button', { name: 'Hold another meeting' }).click();
  await expect.element(page.getByRole('button', { name: 'Start meeting' })).toBeVisible();
  await openNote();
  await expect.element(note()).toHaveValue('');
  await note().fill('Thank Chen');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(async () => (await database().notes.toArray()).map(({ text }) => text).sort())
    .toEqual(['Ask Bo', 'Thank Chen']);
});

test('a private note that is taken off the screen in mid-word is saved', async () => {
  await open();
  await prepare();
  await openNote();
  await note().click();
  await userEvent.keyboard('Ask Bo');
  await shown.show(null);
  const meetingId = (await held())?.id ?? '';
  await expect.poll(async () => (await database().notes.get(meetingId))?.text).toBe('Ask Bo');
});

test('a report is saved when others go on in mid-word', async () => {
  await open();
  await prepare();
  await othersStart();
  await othersGoOn((kind) => kind === 'reports');
  await page.getByRole('textbox', { name: 'Report' }).click();
  await userEvent.keyboard('Two pages');
  await othersGoOn((kind) => kind !== 'reports');
  await expect
    .poll(async () => (await database().contracts.get([circleId, 'k1']))?.reports)
    .toMatchObject([{ text: 'Two pages' }]);
  expect((await database().facts.toArray()).filter(({ kind }) => kind === 'contract.reported')).toHaveLength(
    1,
  );
});

test('a contract being corrected stays as it is typed when others begin the meeting', async () => {
  await open();
  await prepare();
  await page.getByRole('button', { name: /Aims/ }).click();
  await page.getByRole('menuitem', { name: 'Change the words' }).click();
  const field = page.getByRole('textbox', { name: 'The contract in other words' });
  await field.fill('Aims and goals');
  await othersStart();
  await expect.element(field).toHaveValue('Aims and goals');
});

test('a correction and a thought to park wait where one was writing them while others go on', async () => {
  await open();
  await prepare();
  await page.getByText('Parking lot', { exact: true }).click();
  const thought = page.getByRole('textbox', { name: 'Park a thought' });
  await thought.fill('A second reader');
  await othersStart();
  await expect.element(thought).toHaveValue('A second reader');
  await page.getByRole('button', { name: /Aims/ }).click();
  await page.getByRole('menuitem', { name: 'Change the words' }).click();
  const field = page.getByRole('textbox', { name: 'The contract in other words' });
  await field.fill('Aims and goals');
  await othersGoOn((kind) => kind === 'reports');
  await expect.element(field).not.toBeInTheDocument();
  await othersGoOn((kind) => kind !== 'reports');
  await expect.element(field).toHaveValue('Aims and goals');
  await expect.element(thought).toBeVisible();
  await page.getByRole('button', { name: 'Park', exact: true }).click();
  await expect
    .poll(async () => (await database().parked.toArray()).map(({ text }) => text))
    .toEqual(['A second reader']);
  await expect.element(thought).toBeVisible();
  await expect.element(thought).toHaveValue('');
});

test('whose field is gone when others begin types on without pressing Next', async () => {
  await open();
  await prepare();
  await page.getByRole('spinbutton').first().click();
  await userEvent.keyboard('1');
  await othersStart();
  expect(document.activeElement?.matches('button')).toBe(false);
});

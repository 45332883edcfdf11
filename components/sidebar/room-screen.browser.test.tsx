import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { type Acting, startMeeting } from '@/lib/meeting/commands';
import { endMeeting } from '@/lib/meeting/course';
import { PMC } from '@/lib/meeting/format';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { MINUTE_MS, planMeeting } from '@/lib/meeting/plan';
import { clock } from '@/lib/platform/clock';
import { append } from '@/lib/store/append';
import { COPY_ALL } from '@/lib/store/copy-source';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { shareCircle } from '@/lib/store/share-circle';
import { localCircle } from '@/test/builders/sharing';
import { mount } from '../../test/gallery/mount.tsx';
import '@/test/gallery/bare-browser';
import { RoomScreen } from './RoomScreen.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './sidebar.css';

const HOUR = 60 * MINUTE_MS;
let shown: Awaited<ReturnType<typeof mount>>;
let circleId: string;

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  circleId = await localCircle(database());
});
afterEach(() => {
  shown.remove();
  clock.move(0);
});

const screen = (circle = circleId) => (
  <ToastProvider>
    <RoomScreen circleId={circle} meetingId={null} inPage={false} onCover={() => {}} onLeave={undefined} />
  </ToastProvider>
);
const meetings = (): Promise<MeetingRow[]> => database().meetings.toArray();
const start = () => page.getByRole('button', { name: 'Start meeting' });

/** Somebody else begins a meeting, or this one. */
async function begin(meetingId: string): Promise<Acting> {
  const now = clock.now();
  const row = (await database().meetings.get([circleId, meetingId])) ?? null;
  const slot = { circleId, meetingId, originalStart: now, start: now, lengthMin: 90, adhoc: true };
  const present = ['m-ada', 'm-bo', 'm-chen'];
  const lengthMs = 90 * MINUTE_MS;
  const { steps } = planMeeting({ format: PMC, lengthMs, present, asked: new Map() });
  const acting = { slot, row, by: 'm-ada' };
  await append(
    database(),
    startMeeting(acting, { at: now, endsAt: now + lengthMs, format: PMC, plan: steps }),
  );
  return { ...acting, row: (await database().meetings.get([circleId, meetingId])) ?? null };
}

async function tickSomebodyOff(): Promise<void> {
  await page.getByRole('checkbox', { name: 'Bo' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'Bo' })).not.toBeChecked();
}

test('a window left open after a meeting without a date begins another one, not that one anew', async () => {
  shown = await mount(screen());
  await tickSomebodyOff();
  await expect.poll(meetings).toHaveLength(1);
  const first = (await meetings())[0]?.id ?? '';
  const acting = await begin(first);
  await append(database(), endMeeting(acting, clock.now()));
  await expect.element(page.getByRole('button', { name: 'Hold another meeting' })).toBeVisible();
  clock.move(4 * HOUR);
  await start().click();
  await expect
    .poll(async () => (await meetings()).map(({ phase }) => phase).sort())
    .toEqual(['ended', 'running']);
  expect((await meetings()).find(({ id }) => id === first)?.phase).toBe('ended');
});

test('a window that was opened in the morning prepares a meeting of the afternoon', async () => {
  shown = await mount(screen());
  await expect.element(start()).toBeVisible();
  clock.move(7 * HOUR);
  await expect.element(start()).toBeVisible();
  await tickSomebodyOff();
  await expect.element(page.getByText(/is away/)).toBeVisible();
  expect(Math.abs(((await meetings())[0]?.start ?? 0) - clock.now())).toBeLessThan(HOUR);
});

test('after “Hold another meeting” a meeting that somebody else begins is the one that is shown', async () => {
  shown = await mount(screen());
  const acting = await begin('one');
  await append(database(), endMeeting(acting, clock.now()));
  await page.getByRole('button', { name: 'Hold another meeting' }).click();
  await expect.element(start()).toBeVisible();
  await begin('two');
  await expect.element(page.getByRole('timer')).toBeVisible();
});

test('going to another circle, nothing of it is written into the one before', async () => {
  const other = await localCircle(database(), 'n');
  shown = await mount(screen());
  await expect.element(start()).toBeVisible();
  await shown.show(screen(other));
  await expect.element(start()).toBeVisible();
  await tickSomebodyOff();
  await expect.poll(meetings).toHaveLength(1);
  expect((await meetings())[0]?.circleId).toBe(other);
});

test('a circle that is shared while its window stands open goes on there, and what is written is the shared one’s', async () => {
  shown = await mount(screen());
  await expect.element(start()).toBeVisible();
  const shared = await shareCircle(database(), circleId, COPY_ALL);
  if (!shared.ok) throw new Error(shared.reason);
  await expect.element(page.getByText('Only on your screen')).not.toBeInTheDocument();
  await page.getByRole('textbox', { name: 'New contract' }).fill('Ask for a day a week');
  await page.getByRole('button', { name: 'Add contract' }).click();
  await expect
    .poll(async () => (await database().contracts.toArray()).map((one) => one.circleId))
    .toEqual([shared.circleId]);
});

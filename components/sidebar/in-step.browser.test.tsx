import { useLiveQuery } from 'dexie-react-hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useRecord } from '@/components/card/use-record';
import { ToastProvider } from '@/components/ui/ToastProvider';
import type { Acting } from '@/lib/meeting/commands';
import { startMeeting } from '@/lib/meeting/commands';
import { loseThread, moveTo } from '@/lib/meeting/course';
import { PMC } from '@/lib/meeting/format';
import { MINUTE_MS, planMeeting } from '@/lib/meeting/plan';
import { viewMeeting } from '@/lib/meeting/view';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { loadRoom, type Room } from '@/lib/store/room';
import { localCircle } from '@/test/builders/sharing';
import { mount } from '../../test/gallery/mount.tsx';
import { StrokesRound } from './StrokesRound.tsx';
import { StageProvider } from './stage.ts';
import { Thread } from './Thread.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './sidebar.css';

let shown: Awaited<ReturnType<typeof mount>>;
let room: Room;
const PEOPLE = ['m-ada', 'm-bo', 'm-chen'];

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
  const circleId = await localCircle(database());
  const loaded = await loadRoom(database(), circleId, null, Date.now());
  if (!loaded) throw new Error('no room');
  room = loaded;
});
afterEach(() => shown.remove());

const slot = () => ({
  circleId: room.circle.id,
  meetingId: 'm1',
  originalStart: 1,
  start: 1,
  lengthMin: 90,
  adhoc: true,
});
const row = async () => (await database().meetings.get([room.circle.id, 'm1'])) ?? null;
const acting = async (): Promise<Acting> => ({ slot: slot(), row: await row(), by: 'm-ada' });

/** What a running meeting shows of its step, followed as it goes on. */
function Step() {
  const { record, problem } = useRecord();
  const held = useLiveQuery(row, []);
  const view = held && viewMeeting(held, Date.now());
  if (!held?.run || view?.phase !== 'running') return null;
  const named = PEOPLE.map((id, hue): [string, { name: string; initials: string; hue: number }] => [
    id,
    { name: id, initials: id.slice(2, 4), hue },
  ]);
  const stage = {
    room,
    acting: { slot: slot(), row: held, by: 'm-ada' },
    me: 'm-ada',
    cards: new Map(named),
    short: new Map(PEOPLE.map((id) => [id, id])),
    record,
    problem,
  };
  return (
    <StageProvider value={stage}>
      <main>
        <input aria-label="Elsewhere" />
        <Thread run={held.run} running={view.running}>
          {null}
        </Thread>
        <StrokesRound row={held} />
      </main>
    </StageProvider>
  );
}

/** A meeting that runs, in its first step from which one can drift. */
async function begin(): Promise<void> {
  const lengthMs = 90 * MINUTE_MS;
  const { steps } = planMeeting({ format: PMC, lengthMs, present: PEOPLE, asked: new Map() });
  const at = Date.now();
  await append(
    database(),
    startMeeting(await acting(), { at, endsAt: at + lengthMs, format: PMC, plan: steps }),
  );
  await goOn(/reports/);
  shown = await mount(
    <ToastProvider>
      <Step />
    </ToastProvider>,
  );
}

/** Somebody presses Next, until a step of this kind. */
async function goOn(kind: RegExp): Promise<void> {
  for (;;) {
    const held = await row();
    const view = held && viewMeeting(held, Date.now());
    if (view?.phase !== 'running' || !view.running.next) throw new Error('there is no such step');
    await append(database(), moveTo(await acting(), view.running.next.id, Date.now()));
    if (kind.test(view.running.next.kind)) return;
  }
}

test('a double click in the round of strokes is one, with a way back', async () => {
  await begin();
  const said = page.getByRole('button', { name: /has said it/ });
  await said.dblClick();
  await expect.poll(async () => (await row())?.stroked.length).toBe(1);
  await new Promise((done) => setTimeout(done, 300));
  expect((await row())?.stroked).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await row())?.stroked).toEqual([]);
});

test('a lost thread that somebody else says takes no keyboard away, and offers to take back no press but one’s own', async () => {
  await begin();
  await page.getByRole('button', { name: 'We lost the thread' }).click();
  await expect.element(page.getByRole('button', { name: /slip/ })).toBeVisible();
  await goOn(/./);
  await expect.element(page.getByRole('button', { name: /slip/ })).not.toBeInTheDocument();

  await page.getByRole('textbox', { name: 'Elsewhere' }).click();
  await append(database(), loseThread(await acting(), Date.now() + 60_000));
  await expect.element(page.getByRole('button', { name: 'We are back' })).toBeVisible();
  await userEvent.keyboard('still here');
  await expect.element(page.getByRole('textbox', { name: 'Elsewhere' })).toHaveValue('still here');
  expect(page.getByRole('button', { name: /slip/ }).elements()).toEqual([]);
});

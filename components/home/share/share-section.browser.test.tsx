import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { loadCircle } from '@/lib/store/circles';
import { COPY_ALL } from '@/lib/store/copy-source';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { shareCircle } from '@/lib/store/share-circle';
import { setRelays } from '@/lib/store/space-settings';
import { lookAt } from '@/test/builders/look-at';
import { letIn, localCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { type CircleView, viewCircle } from '../circles/use-circles.ts';
import { ShareSection } from './ShareSection.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';

let shown: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
});
afterEach(() => {
  vi.restoreAllMocks();
  shown.remove();
});

/** A circle of mine that is shared with Bo, as its page has it. */
async function sharedWithBo() {
  const db = database();
  const shared = await shareCircle(db, await localCircle(db), COPY_ALL);
  if (!shared.ok) throw new Error(shared.reason);
  const space = shared.circleId;
  await setRelays(db, space, []);
  await letIn(db, space, 'm-bo');
  const loaded = await loadCircle(db, space);
  if (!loaded) throw new Error('no circle');
  return { db, space, view: viewCircle(loaded) };
}
const section = (view: CircleView) => (
  <ToastProvider>
    <main>
      <ShareSection view={view} />
    </main>
  </ToastProvider>
);

test('a circle that depends on one computer says so to its steward and to the others, until it has a second steward', async () => {
  const { db, space, view } = await sharedWithBo();
  const bo = view.members.find(({ id }) => id === 'm-bo');
  if (!bo) throw new Error('nobody');
  const mine = page.getByText(/^Make a second member a steward/);
  const others = page.getByText(/^Only Ada can invite\. Ask them to make a second member/);
  shown = await mount(section(view));
  await expect.element(mine).toBeVisible();
  await expect.element(others).not.toBeInTheDocument();
  await shown.show(section({ ...view, me: bo }));
  await expect.element(others).toBeVisible();
  await expect.element(mine).not.toBeInTheDocument();
  await shown.show(section(view));
  await page.getByRole('button', { name: 'More about Bo and sharing' }).click();
  await page.getByRole('menuitem', { name: 'Make a steward' }).click();
  await expect.element(mine).not.toBeInTheDocument();
  await shown.show(section({ ...view, me: bo }));
  await expect.element(others).not.toBeInTheDocument();
  expect((await db.rights.get(space))?.stewards).toHaveLength(2);
});

test('a member who is no steward can begin the circle anew, should nobody be left who invites; a steward need not', async () => {
  const { db, space, view } = await sharedWithBo();
  const joined = await letIn(db, space, 'm-chen');
  const there = await loadCircle(joined.db, space);
  const gone = page.getByText('Is nobody left who can invite?');
  shown = await mount(section(view));
  await expect.element(page.getByText(/^Make a second member a steward/)).toBeVisible();
  await expect.element(gone).not.toBeInTheDocument();
  if (!there) throw new Error('no circle');
  await shown.show(section(viewCircle(there)));
  await gone.click();
  await expect.element(page.getByText(/^Then agree on one of you/)).toBeVisible();
  await lookAt('../../../test-results/between/share-gone');
  await page.getByRole('button', { name: 'Begin it anew' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Begin Thursday circle anew' })).toBeVisible();
});

test('who could not be taken out is said to be in still, and is out the next time', async () => {
  const { db, space, view } = await sharedWithBo();
  shown = await mount(section(view));
  const stop = async () => {
    await page.getByRole('button', { name: 'More about Bo and sharing' }).click();
    await page.getByRole('menuitem', { name: 'Stop sharing with Bo' }).click();
    await page.getByRole('button', { name: 'Stop sharing' }).click();
  };
  const isIn = async () =>
    (await db.rights.get(space))?.devices.some(({ member, last }) => member === 'm-bo' && last === null);
  // Writing alone: what the page shows is read as before.
  const real = db.transaction.bind(db) as (mode: string, ...rest: unknown[]) => Promise<unknown>;
  const broken = vi
    .spyOn(db, 'transaction')
    .mockImplementation(((mode: string, ...rest: unknown[]) =>
      mode.startsWith('rw') ? Promise.reject(new Error('broken')) : real(mode, ...rest)) as never);
  await stop();
  await expect.element(page.getByText('That could not be saved.')).toBeVisible();
  expect(await isIn()).toBe(true);
  broken.mockRestore();
  await stop();
  await vi.waitFor(async () => expect(await isIn()).toBe(false));
  await expect.element(page.getByText('That could not be saved.')).not.toBeInTheDocument();
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract } from '@/lib/contract/commands';
import { append } from '@/lib/store/append';
import { exportEverything, importEverything } from '@/lib/store/backup';
import { listCircles, loadCircle } from '@/lib/store/circles';
import { openContracts } from '@/lib/store/contracts';
import { COPY_ALL } from '@/lib/store/copy-source';
import { database } from '@/lib/store/database';
import { eraseCircle } from '@/lib/store/erasures';
import { openDatabase } from '@/lib/store/open';
import { shareCircle } from '@/lib/store/share-circle';
import { lookAt } from '@/test/builders/look-at';
import { localCircle, sharedCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { viewCircle } from '../circles/use-circles.ts';
import { Joined } from './Joined.tsx';
import { ShareSection } from './ShareSection.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../circles/circles.css';

let shown: Awaited<ReturnType<typeof mount>>;

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
});
afterEach(() => shown.remove());

const picture = (name: string) => lookAt(`../../../test-results/between/${name}`);

test('a circle that came back by a backup says that this browser is not in it, and offers nothing that cannot be', async () => {
  const ada = await sharedCircle();
  expect(await importEverything(database(), await exportEverything(ada.db))).toMatchObject({ ok: true });
  const loaded = await loadCircle(database(), ada.space);
  if (!loaded) throw new Error('no circle');
  shown = await mount(
    <ToastProvider>
      <main>
        <h1>Thursday circle</h1>
        <ShareSection view={viewCircle(loaded)} />
      </main>
    </ToastProvider>,
  );
  await expect.element(page.getByText('This browser is not in this circle')).toBeVisible();
  expect(
    page
      .getByRole('button')
      .elements()
      .filter((one) => one.checkVisibility()),
  ).toEqual([]);
  await picture('share-outside');
});

test('where nobody is left who could invite, the circle begins anew from the copy, and others’ contracts only if ticked', async () => {
  const ada = await sharedCircle();
  const contract = { circleId: ada.space, meetingId: null, isPrivate: false };
  await append(ada.db, [
    makeContract({ ...contract, id: 'k1', memberId: 'm-ada', text: 'Aims' }, 'm-ada', 1),
    makeContract({ ...contract, id: 'k2', memberId: 'm-bo', text: 'Call Eve' }, 'm-ada', 2),
  ]);
  const db = database();
  expect(await importEverything(db, await exportEverything(ada.db))).toMatchObject({ ok: true });
  const loaded = await loadCircle(db, ada.space);
  if (!loaded) throw new Error('no circle');
  shown = await mount(
    <ToastProvider>
      <main>
        <h1>Thursday circle</h1>
        <ShareSection view={viewCircle(loaded)} />
      </main>
    </ToastProvider>,
  );
  await page.getByText('Is nobody there who could invite you?').click();
  await picture('share-anew');
  await page.getByRole('button', { name: 'Begin it anew' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Begin Thursday circle anew' })).toBeVisible();
  await expect
    .element(page.getByRole('checkbox', { name: 'My contracts in the circle’s log: 1' }))
    .toBeChecked();
  await expect.element(page.getByRole('checkbox', { name: /^Contracts of others: 1/ })).not.toBeChecked();
  await picture('share-anew-dialog');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('radio', { name: 'By files, sent by hand' }).click();
  await page.getByRole('button', { name: 'Share now' }).click();
  await expect
    .poll(async () => (await listCircles(db)).map(({ circle }) => circle.id === ada.space))
    .toEqual([false]);
  expect((await openContracts(db)).map(({ text }) => text)).toEqual(['Aims']);
});

test('who is let in again to a circle erased here for good is told so, and does not wait for it', async () => {
  const db = database();
  const shared = await shareCircle(db, await localCircle(db), COPY_ALL);
  if (!shared.ok) throw new Error('not shared');
  await eraseCircle(db, shared.circleId);
  shown = await mount(
    <main>
      <h1>Join a circle</h1>
      <Joined space={shared.circleId} isByHand={false} onClose={() => {}} />
    </main>,
  );
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(page.getByText('You erased this circle for good in this browser')).toBeVisible();
  await picture('share-erased');
});

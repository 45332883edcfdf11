import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { makeContract } from '@/lib/contract/commands';
import { writeSpaceFile } from '@/lib/share/by-file';
import { append } from '@/lib/store/append';
import { loadCircle } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { keepSecret, shareStore } from '@/lib/store/share-store';
import { relaysOf } from '@/lib/store/space-settings';
import { lookAt } from '@/test/builders/look-at';
import { comeIn, sharedCircle } from '@/test/builders/sharing';
import { mount } from '../../../test/gallery/mount.tsx';
import { viewCircle } from '../circles/use-circles.ts';
import { ShareSection } from './ShareSection.tsx';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../circles/circles.css';
import '../circles/new-circle.css';

let shown: Awaited<ReturnType<typeof mount>>;
let ada: Awaited<ReturnType<typeof sharedCircle>>;
let space = '';

/** A circle that travels by files; here it is Bo’s, with the rights of a steward or without. */
beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  ada = await sharedCircle();
  ({ space } = ada);
  await comeIn(ada.db, db, space, 'm-bo');
  for (const { epoch, id, secret } of await ada.db.secrets.toArray())
    await keepSecret(db, space, { epoch, id, secret });
  const loaded = await loadCircle(db, space);
  if (!loaded) throw new Error('no circle');
  shown = await mount(
    <ToastProvider>
      <main>
        <h1>Thursday circle</h1>
        <ShareSection view={viewCircle(loaded)} />
      </main>
    </ToastProvider>,
  );
});
afterEach(() => shown.remove());

const picture = (name: string) => lookAt(`../../../test-results/between/${name}`);

test('what somebody wrote comes in by a pasted text; a cut one says so and changes nothing', async () => {
  await append(ada.db, [
    makeContract(
      {
        id: 'k',
        circleId: space,
        memberId: 'm-ada',
        meetingId: null,
        text: 'Send the aims page',
        isPrivate: false,
      },
      'm-ada',
      1,
    ),
  ]);
  const file = (await writeSpaceFile(shareStore(ada.db), space)) ?? '';
  await picture('by-file');
  await page.getByRole('button', { name: 'Take in a file or pasted text' }).click();
  const field = page.getByRole('textbox', { name: 'Or paste the text' });
  const go = page.getByRole('button', { name: 'Take in the text' });
  await field.fill(file.slice(0, -40));
  await go.click();
  await expect.element(page.getByRole('alert').getByText(/The end is missing/)).toBeVisible();
  expect(await database().contracts.count()).toBe(0);
  await picture('take-in');
  await field.fill(file);
  await go.click();
  await vi.waitFor(async () =>
    expect((await database().contracts.toArray()).map((row) => row.text)).toEqual(['Send the aims page']),
  );
  await go.click();
  await vi.waitFor(() =>
    expect(page.getByRole('dialog').element().textContent).toContain('Nothing in it is new'),
  );
});

test('another relay is chosen on this device, after saying that the others have to do the same', async () => {
  await page.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change how it travels' });
  await expect.element(dialog.getByRole('radio', { name: 'By files, sent by hand' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'By a relay' }).click();
  await dialog.getByLabelText('Address of the relay').fill('ws://relay.example');
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await vi.waitFor(() => expect(dialog.element().querySelector('[aria-invalid=true]')).not.toBeNull());
  await picture('change');
  await dialog.getByLabelText('Address of the relay').fill('wss://relay.invalid/mqtt');
  await dialog.getByLabelText('Password').fill('spring rain');
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await vi.waitFor(async () =>
    expect(await relaysOf(database(), space)).toEqual([
      { kind: 'mqtt', address: 'wss://:spring%20rain@relay.invalid/mqtt' },
    ]),
  );
  // What is shown names the relay and not its password; going back begins from what is there.
  await vi.waitFor(() => expect(document.body.textContent).toContain('Travels by: relay.invalid'));
  await page.getByRole('button', { name: 'Change' }).click();
  await expect.element(dialog.getByLabelText('Address of the relay')).toHaveValue('wss://relay.invalid/mqtt');
  await expect.element(dialog.getByLabelText('Password')).toHaveValue('spring rain');
  await dialog.getByRole('radio', { name: 'By files, sent by hand' }).click();
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await vi.waitFor(async () => expect(await relaysOf(database(), space)).toEqual([]));
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { database } from '@/lib/store/database';
import { LOCK_ROW } from '@/lib/store/lock/lock-record';
import { newLock } from '@/lib/store/lock/passphrase';
import { openDatabase } from '@/lib/store/open';
import { mount } from '../../../test/gallery/mount.tsx';
import { ChangePassphrase } from './ChangePassphrase.tsx';
import { setPassphrase } from './lock-actions.ts';

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
});
afterEach(() => vi.restoreAllMocks());

test('a passphrase that cannot be stored is not changed, and the form says so', async () => {
  const db = database();
  const { record } = await newLock('blue kettle on Thursday', null, 1_000);
  await db.meta.put({ key: LOCK_ROW, value: JSON.stringify(record) });
  const shown = await mount(
    <main>
      <ChangePassphrase onClose={() => undefined} />
    </main>,
  );
  vi.spyOn(db.meta, 'put').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
  await page.getByLabelText('Passphrase now').fill('blue kettle on Thursday');
  await page.getByLabelText('New passphrase', { exact: true }).fill('green kettle on Friday');
  await page.getByLabelText('New passphrase again').fill('green kettle on Friday');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText('It could not be done')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  expect((await db.meta.get(LOCK_ROW))?.value).toBe(JSON.stringify(record));
  shown.remove();
});

test('says that another page is at work, where that one does not let go of the database', async () => {
  const other = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open(database().name);
    opening.onsuccess = () => done(opening.result);
  });
  // The fifteen seconds it is waited for.
  const later = window.setTimeout.bind(window);
  vi.spyOn(window, 'setTimeout').mockImplementation(((task: () => void, ms?: number) =>
    later(task, ms === 15_000 ? 50 : ms)) as typeof setTimeout);
  expect(await setPassphrase('blue kettle on Thursday', null, () => undefined)).toBe('busy');
  other.close();
  await expect.poll(() => database().isOpen()).toBe(true);
});

import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { noteEntity } from '@/lib/me/me';
import { writeNote } from '@/lib/me/write-note';
import { append } from '@/lib/store/append';
import { exportEverything } from '@/lib/store/backup';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { mount } from '../../../test/gallery/mount.tsx';
import { EditNote } from './EditNote.tsx';

const meeting = { id: 'm1', circleId: 'c' };

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
});

test('a note is erased with all its wordings, after asking, and may be written anew', async () => {
  const db = database();
  await append(db, [writeNote(meeting, 'first words', null, 1)]);
  await append(db, [writeNote(meeting, 'second words', (await db.notes.get('m1')) ?? null, 2)]);
  const note = await db.notes.get('m1');
  const onDone = vi.fn();
  await mount(
    <ToastProvider>
      <EditNote meeting={meeting} note={note} onDone={onDone} />
    </ToastProvider>,
  );
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect.element(page.getByRole('alertdialog', { name: 'Erase this note for good?' })).toBeVisible();
  expect(await exportEverything(db)).toContain('first words');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Erase for good' }).click();
  await vi.waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(await exportEverything(db)).not.toMatch(/first words|second words/);
  expect(await db.notes.count()).toBe(0);
  const facts = await db.facts
    .where('[log+entity]')
    .equals(['me', noteEntity('m1')])
    .toArray();
  expect(facts.map((fact) => fact.kind)).toContain('erased');
  await append(db, [writeNote(meeting, 'third words', null, 3)]);
  expect((await db.notes.get('m1'))?.text).toBe('third words');
});

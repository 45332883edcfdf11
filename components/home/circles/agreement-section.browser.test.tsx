import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createCircle } from '@/lib/circle/commands';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { mountAtHome } from '@/test/gallery/mount';
import { AgreementSection } from './AgreementSection.tsx';
import { readCircles } from './use-circles.ts';

let shown: Awaited<ReturnType<typeof mountAtHome>>;

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  const member = (id: string, isMe: boolean) => ({ id, name: id, email: '', guide: null, isMe });
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: ['peers'], links: [] };
  const members = [member('me', true), member('bo', false)];
  await append(db, createCircle({ id: 'c', name: 'Thursday circle', ...how, members }, 0, '2026-01-01'));
  const [view] = await readCircles();
  if (!view) throw new Error('no circle');
  shown = await mountAtHome(<AgreementSection view={view} />);
});
afterEach(() => shown.remove());

test('a rule in one’s own words is saved with the others, also where nobody pressed "Add"', async () => {
  await page.getByRole('button', { name: 'Change: What you agreed on' }).click();
  await page.getByRole('textbox', { name: 'In your own words' }).fill('Cameras on');
  await page.getByRole('button', { name: 'Save' }).click();
  await vi.waitFor(async () =>
    expect((await database().circles.get('c'))?.agreement).toEqual(['peers', 'Cameras on']),
  );
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createCircle } from '@/lib/circle/commands';
import { archiveCircle, closeCircle } from '@/lib/circle/edit';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { mountAtHome } from '@/test/gallery/mount';
import { CircleDetail } from './CircleDetail.tsx';
import { readCircles } from './use-circles.ts';

// It asks the browser for its permissions, which a page of a test has not.
vi.mock('../TeamsOffer.tsx', () => ({ TeamsOffer: () => null }));

let shown: Awaited<ReturnType<typeof mountAtHome>>;

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
});
afterEach(() => shown.remove());

test('a closed circle that the menu takes out of the archive is closed no more', async () => {
  const db = database();
  const member = (id: string, isMe: boolean) => ({ id, name: id, email: '', guide: null, isMe });
  const how = { formatId: 'pmc', everyDays: 14, lengthMin: 90, agreement: [], links: [] };
  const members = [member('me', true), member('bo', false)];
  await append(db, createCircle({ id: 'c', name: 'Thursday circle', ...how, members }, 0, '2016-01-01'));
  await append(db, [closeCircle('c', 'me', '2020-05-04', []), archiveCircle('c', 'me', true, [])]);
  const circles = await readCircles();
  const [view] = circles;
  if (!view) throw new Error('no circle');
  shown = await mountAtHome(<CircleDetail view={view} circles={circles} />);
  await page.getByRole('button', { name: 'More for Thursday circle' }).click();
  await page.getByRole('menuitem', { name: 'Take out of the archive' }).click();
  await vi.waitFor(async () => expect((await db.circles.get('c'))?.archived).toBe(false));
  expect((await db.circles.get('c'))?.closedOn).toBeUndefined();
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { makeContract } from '@/lib/contract/commands';
import { sharePrivate } from '@/lib/contract/private-copy';
import { recordMeeting } from '@/lib/meeting/commands';
import { append } from '@/lib/store/append';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { comeIn, sharedCircle } from '@/test/builders/sharing';
import { mountAtHome } from '@/test/gallery/mount';
import { PastMeetings } from './PastMeetings.tsx';
import { readCircles } from './use-circles.ts';

let shown: Awaited<ReturnType<typeof mountAtHome>>;

beforeEach(async () => {
  await database().delete();
  expect(await openDatabase(database())).toBeNull();
});
afterEach(() => shown.remove());

test('a private contract that was shared later counts once at the meeting where it was made', async () => {
  const db = database();
  const { db: adas, space } = await sharedCircle();
  await comeIn(adas, db, space, 'm-bo');
  const start = Date.UTC(2026, 10, 12, 17);
  const end = start + 90 * 60_000;
  const slot = {
    circleId: space,
    meetingId: 'held',
    originalStart: start,
    start,
    lengthMin: 90,
    adhoc: false,
  };
  const of = { circleId: space, memberId: 'm-bo', meetingId: 'held' };
  await append(db, [
    ...recordMeeting({ slot, row: null, by: 'm-bo' }, { start, end, present: ['m-ada', 'm-bo'] }),
    makeContract({ ...of, id: 'a', text: 'Send the aims page', isPrivate: false }, 'm-bo', start),
    makeContract({ ...of, id: 'b', text: 'Leave at five', isPrivate: true }, null, start),
  ]);
  const mine = await db.contracts.get(['me', 'b']);
  if (!mine) throw new Error('no contract');
  await append(db, sharePrivate(mine, 'copy', 'm-bo', end));
  const [view] = await readCircles();
  if (!view) throw new Error('no circle');
  shown = await mountAtHome(<PastMeetings view={view} now={end} />);
  await expect.element(page.getByText(/ · 2 contracts made$/)).toBeVisible();
});

import { expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { meetingRoom, PEOPLE } from '@/test/builders/meeting-room';
import type { CircleRow } from '../../circle/circle.ts';
import { PMC } from '../../meeting/formats/pmc.ts';
import { meetingRuns } from './meeting-runs.ts';

const HOUR_MS = 3_600_000;

it('knows that a meeting runs, and that one nobody ended is over the next day', async () => {
  const { db } = await freshDatabase();
  const room = meetingRoom(PMC);
  await db.circles.put({ id: 'c1', codes: [], seriesKeys: [] } as unknown as CircleRow);
  expect(await meetingRuns(db, room.now)).toBe(false);
  room.start(PEOPLE.slice(0, 4));
  const row = room.row();
  if (row) await db.meetings.put({ ...row, log: 'c1' });
  expect(await meetingRuns(db, room.now + HOUR_MS)).toBe(true);
  expect(await meetingRuns(db, room.now + 24 * HOUR_MS)).toBe(false);
});

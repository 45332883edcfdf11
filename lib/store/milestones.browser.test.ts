import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { consentTo, reachMilestone } from '../milestone/commands.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import { eraseCircle, eraseEntity } from './erasures.ts';
import { allMilestones, circleMilestones, milestonesOfContract } from './milestones.ts';
import { rebuild } from './projections.ts';

const reached = (id: string, circleId: string, on: string, contract?: string) =>
  reachMilestone(
    {
      id,
      circleId,
      on,
      kind: 'paper',
      title: `words of ${id}`,
      memberId: 'ada',
      credit: [],
      meetingId: null,
      ...(contract === undefined ? {} : { contract }),
    },
    'ada',
    1,
  );
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('stored milestones', () => {
  it('are each circle’s own, the latest first, also after a rebuild, and go with their circle', async () => {
    const { db } = await freshDatabase();
    await append(db, [
      reached('old', 'a', '2025-01-01', 'k1'),
      reached('new', 'a', '2026-01-01'),
      reached('other', 'b', '2025-06-01'),
    ]);
    expect(ids(await circleMilestones(db, 'a'))).toEqual(['new', 'old']);
    expect(ids(await allMilestones(db))).toEqual(['new', 'other', 'old']);
    expect(ids(await milestonesOfContract(db, 'a', 'k1'))).toEqual(['old']);
    await rebuild(db);
    expect(ids(await circleMilestones(db, 'a'))).toEqual(['new', 'old']);
    await eraseCircle(db, 'a');
    expect(ids(await allMilestones(db))).toEqual(['other']);
  });

  it('are erased for good, with a consent that still arrives', async () => {
    const [one, two] = [await freshDatabase(), await freshDatabase()];
    await append(one.db, [reached('s', 'a', '2026-01-01')]);
    await importEverything(two.db, await exportEverything(one.db));
    const [row] = await circleMilestones(two.db, 'a');
    if (row) await append(two.db, [consentTo(row, 'ada', 'named', 'ada', 2)]);
    await eraseEntity(one.db, 'a', 's', 'ada');
    await importEverything(one.db, await exportEverything(two.db));
    expect(await circleMilestones(one.db, 'a')).toEqual([]);
    expect(await exportEverything(one.db)).not.toContain('words of s');
  });
});

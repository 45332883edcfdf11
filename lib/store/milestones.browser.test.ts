import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { bring, letIn, sharedCircle } from '@/test/builders/sharing';
import { sayTogether } from '../circle/together.ts';
import { confirmMilestone, consentTo, editMilestone, reachMilestone } from '../milestone/commands.ts';
import { scopeOf } from '../milestone/milestone.ts';
import { tellOutside } from '../milestone/outside.ts';
import { append } from './append.ts';
import { exportEverything, importEverything } from './backup.ts';
import { loadCircle } from './circles.ts';
import type { Database } from './database.ts';
import { eraseCircle, eraseEntity } from './erasures.ts';
import { allMilestones, circleMilestones, milestonesOfContract } from './milestones.ts';
import { rebuild } from './projections.ts';
import { togetherOf } from './together.ts';

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

describe('milestones of a shared circle', () => {
  /** Bo wrote Ada's paper down, thanking Chen; all of it reached both. */
  async function suggested() {
    const ada = await sharedCircle();
    const bo = await letIn(ada.db, ada.space, 'm-bo');
    const one = {
      id: 's',
      circleId: ada.space,
      kind: 'paper',
      title: 'The first paper',
      memberId: 'm-ada',
      on: '2026-10-20',
      credit: [{ memberId: 'm-bo' }],
      meetingId: null,
    } as const;
    await append(bo.db, [reachMilestone(one, 'm-bo', 1)]);
    const both = async () => {
      await bring(bo.db, ada.db, ada.space);
      await bring(ada.db, bo.db, ada.space);
    };
    await both();
    const row = async (db: Database) => {
      const [found] = await circleMilestones(db, ada.space);
      if (!found) throw new Error('no milestone');
      return found;
    };
    return { ada: ada.db, bo: bo.db, space: ada.space, both, row };
  }

  it('travel, wait for their member’s word, and are told outside with whose names their own devices gave', async () => {
    const { ada, bo, space, both, row } = await suggested();
    expect((await row(ada)).confirmed).toBe(false);
    expect(await allMilestones(ada)).toEqual([]);
    await append(ada, [confirmMilestone(await row(ada), 'm-ada', 2)]);
    // Each tries to speak for the other, and says something for themselves.
    await append(bo, [consentTo(await row(bo), 'm-ada', 'named', 'm-bo', 3)]);
    await append(ada, [consentTo(await row(ada), 'm-bo', 'named', 'm-ada', 3)]);
    await append(ada, [consentTo(await row(ada), 'm-ada', 'outside', 'm-ada', 4)]);
    await both();
    expect(await row(ada)).toEqual(await row(bo));
    const people = (await loadCircle(bo, space))?.members ?? [];
    expect(tellOutside([await row(bo)], people).told).toMatchObject([{ name: null, thanks: [] }]);
    await append(bo, [consentTo(await row(bo), 'm-bo', 'named', 'm-bo', 5)]);
    await both();
    expect(tellOutside([await row(ada)], people).told).toMatchObject([
      { name: null, thanks: [{ name: 'Bo' }] },
    ]);
    // Other words by who wrote it down: what was said of the old ones holds no more.
    await append(bo, [editMilestone(await row(bo), { ...(await row(bo)), title: 'Was late' }, 'm-bo', 6)]);
    await both();
    expect(scopeOf(await row(ada), 'm-ada')).toBe('circle');
    await eraseEntity(ada, space, 's', 'm-ada');
    await both();
    expect(await circleMilestones(bo, space)).toEqual([]);
    expect(await exportEverything(bo)).not.toContain('The first paper');
  });

  it('let nobody take another’s offer away or put words in its place', async () => {
    const { ada, bo, space, both } = await suggested();
    const offer = {
      id: 'o',
      circleId: space,
      part: 'offer',
      memberId: 'm-ada',
      text: 'Reads grants',
    } as const;
    await append(ada, [sayTogether(offer, 'm-ada', 1)]);
    await both();
    await eraseEntity(bo, space, 'o', 'm-bo');
    await both();
    expect((await togetherOf(ada, space)).map((row) => row.text)).toEqual(['Reads grants']);
    expect((await togetherOf(bo, space)).map((row) => row.text)).toEqual(['Reads grants']);
  });
});

import type { MilestoneRow } from '../milestone/milestone.ts';
import { latestFirst } from '../milestone/wall.ts';
import { continuedCircles } from './circles.ts';
import type { Database } from './database.ts';

/** A circle's milestones, the latest first, those that somebody only suggests among them (`confirmed`: false). */
export async function circleMilestones(db: Database, circleId: string): Promise<MilestoneRow[]> {
  return (await db.milestones.where('circleId').equals(circleId).toArray()).sort(latestFirst);
}

/** Those of all circles that count, the latest first; without those of circles that go on in another. */
export async function allMilestones(db: Database): Promise<MilestoneRow[]> {
  const hidden = await continuedCircles(db);
  const rows = await db.milestones.filter((row) => row.confirmed && !hidden.has(row.circleId)).toArray();
  return rows.sort(latestFirst);
}

/** Milestones that a contract led to: for not asking twice. */
export async function milestonesOfContract(
  db: Database,
  circleId: string,
  contractId: string,
): Promise<MilestoneRow[]> {
  return (await circleMilestones(db, circleId)).filter((row) => row.contract === contractId);
}

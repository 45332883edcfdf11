import { callCode } from '../circle/circle.ts';
import type { Database } from './database.ts';
import { rowsOf } from './rows-of.ts';

const TEAMS = callCode('teams', '');

/** Whether a circle's meetings are held in Microsoft Teams: by its own link, or by its calendar's. */
export async function meetsInTeams(db: Database, circleId: string): Promise<boolean> {
  const circle = await db.circles.get(circleId);
  if (!circle || circle.archived) return false;
  if (circle.codes.some((code) => code.startsWith(TEAMS))) return true;
  const series = await rowsOf(db.series, 'key', circle.seriesKeys);
  return series.some((row) => row.code?.startsWith(TEAMS));
}

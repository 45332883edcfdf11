import type { ParkingRow } from '../circle/parking.ts';
import type { Database } from './database.ts';

/** What stands in a circle's parking lot, the oldest first. */
export async function openParked(db: Database, circleId: string): Promise<ParkingRow[]> {
  const rows = await db.parked.where('[circleId+open]').equals([circleId, 1]).toArray();
  return rows.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

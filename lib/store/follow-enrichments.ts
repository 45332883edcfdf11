import { liveQuery } from 'dexie';
import type { Database } from './database.ts';
import { allEnrichments } from './enrichment-rows.ts';
import { eventPlans } from './event-plan.ts';

/**
 * Calls `changed` at first, where a circle's agenda is written into its event, and whenever what is to stand there may be
 * another, in any page. It does not wake a sleeping worker. Returns how to stop.
 */
export function followEnrichments(db: Database, changed: () => void): () => void {
  let last = '[]';
  const wanted = async () => {
    const rows = await allEnrichments(db);
    return JSON.stringify(
      await Promise.all(rows.map(async ({ circleId, on }) => [on, await eventPlans(db, circleId, db.now())])),
    );
  };
  const subscription = liveQuery(wanted).subscribe({
    next: (now) => {
      if (now !== last) changed();
      last = now;
    },
    // A database that cannot be read is said by the screens.
    error: () => undefined,
  });
  return () => subscription.unsubscribe();
}

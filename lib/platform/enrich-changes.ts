import { liveQuery } from 'dexie';
import type { Database } from '../store/database.ts';
import { allEnrichments } from '../store/enrichment-rows.ts';
import { eventPlans } from '../store/event-plan.ts';
import { send } from './messenger.ts';

/** A form that saves several things is one change. */
const QUIET_MS = 1000;

/**
 * In a page: has the background look after agendas in events at first and whenever something that stands in one changed,
 * also if it sleeps, which no live query would end. Returns how to stop.
 */
export function enrichAfterChanges(db: Database): () => void {
  let last = '[]';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wanted = async () => {
    const rows = await allEnrichments(db);
    return JSON.stringify(
      await Promise.all(rows.map(async ({ circleId, on }) => [on, await eventPlans(db, circleId, db.now())])),
    );
  };
  const subscription = liveQuery(wanted).subscribe({
    next: (now) => {
      if (now === last) return;
      last = now;
      clearTimeout(timer);
      timer = setTimeout(() => void send('enrich.run', { circleId: null }), QUIET_MS);
    },
    // A database that cannot be read is said by the screens.
    error: () => undefined,
  });
  return () => {
    clearTimeout(timer);
    subscription.unsubscribe();
  };
}

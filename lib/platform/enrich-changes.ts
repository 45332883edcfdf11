import type { Database } from '../store/database.ts';
import { followEnrichments } from '../store/follow-enrichments.ts';
import { send } from './messenger.ts';

/** A form that saves several things is one change. */
const QUIET_MS = 1000;

/** In a page: has the background look after agendas in events when one may have to change, also if it sleeps. */
export function enrichAfterChanges(db: Database): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = followEnrichments(db, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void send('enrich.run', { circleId: null }), QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

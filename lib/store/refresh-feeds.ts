import type { FetchTools } from '../calendar/sync/fetch-feed.ts';
import type { Database } from './database.ts';
import { keepSplits } from './decisions.ts';
import { openDatabase } from './open.ts';
import { refreshFeed } from './sources.ts';

/**
 * Reads every feed again, one after the other. A feed that cannot be read keeps what it gave and says why; where the
 * database cannot be opened nothing is done.
 */
export async function refreshFeeds(
  db: Database,
  tools: Pick<FetchTools, 'fetch' | 'allowed'>,
): Promise<void> {
  if (await openDatabase(db)) return;
  const sources = await db.sources.toArray();
  for (const source of sources) {
    if (source.kind === 'feed') await refreshFeed(db, source.id, { ...tools, now: db.now() });
  }
  await keepSplits(db);
}

import { useLiveQuery } from 'dexie-react-hooks';
import { clock } from '@/lib/platform/clock';
import type { AccountRow } from '@/lib/store/account-rows';
import { database } from '@/lib/store/database';
import { isOf } from '@/lib/store/enrich-place';
import { type EnrichTarget, enrichTargets } from '@/lib/store/enrich-targets';
import { type Enrichment, readEnrichment } from '@/lib/store/enrichment-rows';

export interface EnrichmentView {
  row: Enrichment | null;
  /** Where the circle's event is, the best place first. */
  targets: readonly EnrichTarget[];
  hasAccounts: boolean;
  /** The account that `row` writes through; undefined where it is gone. */
  account: AccountRow | undefined;
}

/** How a circle's agenda stands in its event, followed; undefined while it is being read. */
export const useEnrichment = (circleId: string): EnrichmentView | undefined =>
  useLiveQuery(async () => {
    const db = database();
    const [row, targets, accounts] = await Promise.all([
      readEnrichment(db, circleId),
      enrichTargets(db, circleId, clock.now()),
      db.accounts.toArray(),
    ]);
    const account = accounts.find((one) => row && isOf(row, one));
    return { row, targets, hasAccounts: accounts.length > 0, account };
  }, [circleId]);

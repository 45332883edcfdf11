import { demoYear } from '@/lib/demo/demo-year';
import { clock } from '@/lib/platform/clock';
import { newId } from '@/lib/platform/id';
import type { Database } from '@/lib/store/database';
import { ingest } from '@/lib/store/ingest';

/** Fills the demonstration with its year, where it is not there yet. */
export async function beginDemo(db: Database): Promise<void> {
  if ((await db.facts.count()) > 0) return;
  const { facts } = demoYear({ now: clock.now(), zone: Temporal.Now.timeZoneId(), newId });
  await ingest(db, facts);
}

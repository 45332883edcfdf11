import type { AccountWorld } from './account-client.ts';
import type { Database } from './database.ts';
import type { EnrichTrouble } from './enrich-outcome.ts';
import {
  allEnrichments,
  changeEnrichment,
  type Enrichment,
  type EnrichReason,
  readEnrichment,
  updateEnrichment,
} from './enrichment-rows.ts';
import { eventPlans } from './event-plan.ts';
import { takeOutAgenda } from './take-out-agenda.ts';
import { type EventWords, writeAgenda } from './write-agenda.ts';

/** What passes by itself is tried again after this. An event that is not there is looked for after every reading. */
const AGAIN_MS = 5 * 60_000;
const PASSES: ReadonlySet<EnrichReason> = new Set(['offline', 'busy', 'server', 'conflict']);

/**
 * Brings a circle's event to what it should hold, or takes all of it out again; one run at a time for each circle.
 * Nothing is asked of the service where all is as it was found last. How it went stands in the circle's row; a run that
 * was killed is gone on with by the next. In the background only.
 */
export function enrichCircle(
  db: Database,
  world: AccountWorld,
  words: EventWords,
  circleId: string,
): Promise<void> {
  return world.locks.request(`enrich ${circleId}`, async () => {
    const row = await readEnrichment(db, circleId);
    if (!row) return;
    const plans = row.on ? await eventPlans(db, circleId, db.now()) : null;
    // A circle that was deleted or laid aside leaves nothing behind.
    if (row.on && !plans) await updateEnrichment(db, circleId, () => ({ on: false }));
    try {
      const outcome = plans
        ? await writeAgenda(db, world, words, row, plans)
        : await takeOutAgenda(db, world, row);
      if (!outcome.ok) await noteTrouble(db, circleId, outcome);
    } catch (bug) {
      // Said like an answer that cannot be read, so that nobody waits for what does not go on.
      await noteTrouble(db, circleId, { ok: false, reason: 'server', code: 'unexpected' });
      throw bug;
    }
  });
}

const noteTrouble = (db: Database, circleId: string, { reason, code, retryAt }: EnrichTrouble) =>
  updateEnrichment(db, circleId, ({ problem }) => ({
    seen: null,
    problem: {
      reason,
      code: code ?? null,
      since: problem?.reason === reason ? problem.since : db.now(),
    },
    retryAt: PASSES.has(reason) ? (retryAt ?? db.now() + AGAIN_MS) : null,
  }));

/** Every circle's event, one after another. */
export async function enrichAll(db: Database, world: AccountWorld, words: EventWords): Promise<void> {
  const bugs: unknown[] = [];
  for (const { circleId } of await allEnrichments(db))
    await enrichCircle(db, world, words, circleId).catch((bug) => bugs.push(bug));
  if (bugs.length > 0) throw bugs[0];
}

/** Begins to take a circle's agenda out; `enrichCircle` does it, now or later. */
export const switchOff = (db: Database, circleId: string): Promise<Enrichment | null> =>
  updateEnrichment(db, circleId, () => ({ on: false, problem: null, retryAt: null }));

/** Stops without taking anything out: what was written stays in the event and is no longer ours to mind. */
export const leaveAsItIs = (db: Database, circleId: string): Promise<Enrichment | null> =>
  changeEnrichment(db, circleId, () => null);

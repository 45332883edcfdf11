import type { Database } from '../../lib/store/database.ts';
import { listGoals, sharedGoals } from '../../lib/store/goals.ts';
import { listGiven, loadInsight } from '../../lib/store/insight.ts';
import { guestsToOffer, listReflections } from '../../lib/store/network.ts';
import { listPigs, shownStrokes } from '../../lib/store/only-mine.ts';
import { listOwnFormats } from '../../lib/store/own-formats.ts';
import { listAnswers, listFelt, loadAsk, loadRounds } from '../../lib/store/pulse.ts';
import { listSpeedEvents } from '../../lib/store/speed.ts';
import { projections } from './database.ts';

/** All that screens show of facts, about a circle and of one's own: the rows, and what is folded as it is read. */
export async function shown(db: Database, circleId: string): Promise<Record<string, unknown>> {
  return {
    ...(await projections(db)),
    asides: await db.asides.toArray(),
    rights: await db.rights.toArray(),
    goals: await listGoals(db),
    sharedGoals: await sharedGoals(db, circleId),
    reflections: await listReflections(db),
    guests: await guestsToOffer(db, db.now()),
    pigs: await listPigs(db),
    strokes: await shownStrokes(db),
    formats: await listOwnFormats(db),
    speed: await listSpeedEvents(db),
    answers: await listAnswers(db, circleId),
    felt: await listFelt(db, circleId),
    ask: await loadAsk(db, circleId),
    rounds: await loadRounds(db, circleId),
    insight: await loadInsight(db, circleId),
    given: await listGiven(db, circleId),
  };
}

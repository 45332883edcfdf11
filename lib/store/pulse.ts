import type { RightsRow } from '../circle/rights.ts';
import { type Fact, type LogId, ME } from '../fact/fact.ts';
import { isSpaceId } from '../fact/space.ts';
import {
  askEntity,
  type Felt,
  feltEntity,
  foldAnswer,
  foldAsk,
  foldFelt,
  type PulseAnswer,
  pulseEntity,
} from '../pulse/answer.ts';
import { foldRounds, type Rounds } from '../pulse/rounds.ts';
import type { Database } from './database.ts';

const inLog = (db: Database, log: LogId, prefix: string): Promise<Fact[]> =>
  db.facts
    .where('[log+entity]')
    .between([log, prefix], [log, `${prefix}\uffff`])
    .toArray();

const folded = <T>(facts: readonly Fact[], fold: (entity: string, own: readonly Fact[]) => T | null): T[] =>
  [...Map.groupBy(facts, (fact) => fact.entity)].flatMap(([entity, own]) => fold(entity, own) ?? []);

/** The circle, and those that went on in it: what I said of them is of the same people. */
const withEarlier = async (db: Database, circleId: string): Promise<ReadonlySet<string>> =>
  new Set([
    circleId,
    ...(await db.circles.filter((circle) => circle.continuedIn === circleId).primaryKeys()),
  ]);

/** My own answers about a circle, the earliest first. A handful a year: folded as they are read. */
export async function listAnswers(db: Database, circleId: string): Promise<PulseAnswer[]> {
  const [circles, facts] = [await withEarlier(db, circleId), await inLog(db, ME, pulseEntity(''))];
  return folded(facts, foldAnswer)
    .filter((one) => circles.has(one.circleId))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** How meetings of a circle were for me, the earliest first. */
export async function listFelt(db: Database, circleId: string): Promise<Felt[]> {
  const [circles, facts] = [await withEarlier(db, circleId), await inLog(db, ME, feltEntity(''))];
  return folded(facts, foldFelt)
    .filter((one) => circles.has(one.circleId))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** How one meeting was for me; null when I did not say. */
export async function loadFelt(db: Database, meetingId: string): Promise<Felt | null> {
  const entity = feltEntity(meetingId);
  return foldFelt(entity, await db.facts.where('[log+entity]').equals([ME, entity]).toArray());
}

/** Whether I want the question at the close of a circle's meetings, and what said so. */
export async function loadAsk(db: Database, circleId: string): Promise<ReturnType<typeof foldAsk>> {
  return foldAsk(
    await db.facts
      .where('[log+entity]')
      .equals([ME, askEntity(circleId)])
      .toArray(),
  );
}

/** The rounds of a circle with all that was ever written of them; null where it is not shared. */
export async function loadRounds(
  db: Database,
  circleId: string,
): Promise<(Rounds & { facts: readonly Fact[]; rights: RightsRow }) | null> {
  const rights = isSpaceId(circleId) ? await db.rights.get(circleId) : undefined;
  if (!rights) return null;
  const facts = await inLog(db, circleId, pulseEntity(''));
  return { ...foldRounds(rights, facts), facts, rights };
}

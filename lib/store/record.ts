import { Dexie } from 'dexie';
import * as v from 'valibot';
import { honourErasures } from '../fact/erased.ts';
import { type Fact, isErased, type LogId, ME } from '../fact/fact.ts';
import { FACT_VERSION } from '../fact/fold.ts';
import { erasedCircleKinds } from '../me/facts.ts';
import { erasedEntity } from '../me/me.ts';
import type { Database } from './database.ts';
import { storeRow } from './projections.ts';

/**
 * Stores facts in the open transaction: those already here stay, a word that was erased does not come back (it is
 * taken off before anything is written), and every entity they speak of is folded again.
 * @returns the facts that were new here, and those whose words were.
 */
export async function record(
  db: Database,
  facts: readonly Fact[],
): Promise<{ fresh: Fact[]; filled: Fact[] }> {
  const before = await goneCircles(db);
  const gone = new Set(before);
  for (const fact of facts) for (const circle of erasedCircle(fact)) gone.add(circle);
  const newlyGone = [...gone].filter((circle) => !before.has(circle));
  for (const circle of newlyGone) await forgetCircle(db, circle);

  const groups = Map.groupBy(
    facts.filter((fact) => !gone.has(fact.log)),
    keyOf,
  );
  if (newlyGone.length > 0)
    for (const fact of await ownFacts(db))
      if (isAbout(fact, gone) && !groups.has(keyOf(fact))) groups.set(keyOf(fact), [fact]);

  const fresh: Fact[] = [];
  const filled: Fact[] = [];
  const changed: Fact[] = [];
  for (const group of groups.values()) {
    const first = group[0];
    if (!first) continue;
    const { log, entity } = first;
    const held = await db.facts.where('[log+entity]').equals([log, entity]).toArray();
    const here = new Map(held.map((fact) => [fact.hash, fact]));
    const all = new Map(here);
    for (const fact of group) {
      const known = all.get(fact.hash);
      if (!known || (isErased(known) && !isErased(fact))) all.set(fact.hash, fact);
    }
    const now = honourErasures([...all.values()], (fact) => log === ME && isAbout(fact, gone));
    for (const fact of now) {
      const known = here.get(fact.hash);
      if (!known) fresh.push(fact);
      else if (isErased(known) === isErased(fact)) continue;
      else if (isErased(known)) filled.push(fact);
      changed.push(fact);
    }
    await storeRow(db, log, entity, now);
  }
  await db.facts.bulkPut(changed);
  return { fresh, filled };
}

/** Ids of the circles that were erased here for good. */
export const goneCircles = async (db: Database): Promise<ReadonlySet<LogId>> =>
  new Set(await db.erasedCircles.toCollection().primaryKeys());

const keyOf = (fact: Fact): string => `${fact.log}\n${fact.entity}`;

/** All facts of one's own log. */
export const ownFacts = (db: Database): Promise<Fact[]> =>
  db.facts.where('[log+entity]').between([ME, Dexie.minKey], [ME, Dexie.maxKey]).toArray();

/** Whether a private fact is about one of these circles; it says so itself. A decision on a series goes too, and may then be made anew. */
export const isAbout = (fact: Fact, circles: ReadonlySet<LogId>): boolean => {
  const circle = (fact.body as { circle?: unknown } | null)?.circle;
  return typeof circle === 'string' && circles.has(circle) && fact.kind !== 'erasure.circle';
};

/** The circle a fact erases, if that is what it does. One's own log is no circle: only all of it can be erased. */
function erasedCircle(fact: Fact): LogId[] {
  if (fact.kind !== 'erasure.circle' || fact.log !== ME || fact.v !== FACT_VERSION) return [];
  const body = v.safeParse(erasedCircleKinds['erasure.circle'], fact.body);
  if (!body.success) return [];
  const { circle } = body.output;
  return circle !== ME && fact.entity === erasedEntity(circle) ? [circle] : [];
}

/** Drops a circle's whole log and every row about it. Its id is remembered by the `erasure.circle` fact. */
async function forgetCircle(db: Database, circleId: LogId): Promise<void> {
  const [first, last] = [
    [circleId, Dexie.minKey],
    [circleId, Dexie.maxKey],
  ];
  await db.facts.where('[log+entity]').between(first, last).delete();
  await db.heads.where('[log+author]').between(first, last).delete();
  await db.meta.delete(`author:${circleId}`);
  await db.circles.delete(circleId);
  for (const table of [db.members, db.meetings, db.contracts, db.parked] as const)
    await table.where('[log+id]').between(first, last).delete();
}

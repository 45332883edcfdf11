import { Dexie } from 'dexie';
import * as v from 'valibot';
import type { RightsRow } from '../circle/rights.ts';
import { isRightsFact } from '../circle/rights-facts.ts';
import { honourErasures } from '../fact/erased.ts';
import { type Fact, isErased, type LogId, ME } from '../fact/fact.ts';
import { FACT_VERSION } from '../fact/fold.ts';
import { isSpaceId } from '../fact/space.ts';
import { erasedCircleKinds } from '../me/facts.ts';
import { erasedEntity } from '../me/me.ts';
import type { Database } from './database.ts';
import { foldRows, saysOfCircle, storeRows } from './projections.ts';
import { calmSpaces, honourInSpace, MANY, needsLog, spacesOf } from './spaces.ts';

/** What stands here of the entities that facts speak of, asked for in one go: each question costs a way to the disk's process and back. */
export interface Ahead {
  gone: ReadonlySet<LogId>;
  rights: ReadonlyMap<LogId, RightsRow>;
  /** By {@link keyOf}; of other entities, and where there are many, it is asked for later. */
  held: ReadonlyMap<string, Fact[]>;
}

/** Reads what {@link record} begins with. Inside the transaction that records, and before it changes anything. */
export async function readAhead(
  db: Database,
  facts: readonly Pick<Fact, 'log' | 'entity'>[],
): Promise<Ahead> {
  const entities = new Map(facts.map(({ log, entity }) => [keyOf({ log, entity }), [log, entity] as const]));
  const spaces = [...new Set(facts.map(({ log, entity }) => (log === ME ? entity : log)).filter(isSpaceId))];
  const asked = entities.size < MANY ? [...entities] : [];
  const [gone, rights, ...held] = await Promise.all([
    goneCircles(db),
    db.rights.bulkGet(spaces),
    ...asked.map(([, key]) =>
      db.facts
        .where('[log+entity]')
        .equals([...key])
        .toArray(),
    ),
  ]);
  return {
    gone,
    rights: new Map(rights.flatMap((row): [LogId, RightsRow][] => (row ? [[row.id, row]] : []))),
    held: new Map(asked.map(([key], i) => [key, held[i] ?? []])),
  };
}

/**
 * Stores facts in the open transaction: those already here stay, a word that was erased does not come back (it is
 * taken off before anything is written), and every entity they speak of is folded again; of a shared circle whose rights
 * change, every entity.
 * @param also what else the transaction writes about the facts that were new, on the same way to the disk.
 * @returns the facts that were new here, those whose words (or signature) were, and those not taken: they came without
 * words, and nothing shows that anybody erased them.
 */
export async function record(
  db: Database,
  facts: readonly Fact[],
  ahead?: Ahead,
  also: (fresh: readonly Fact[]) => readonly PromiseLike<unknown>[] = () => [],
): Promise<Recorded> {
  const { gone: before, rights: rightsBefore, held: heldBefore } = ahead ?? (await readAhead(db, facts));
  const gone = new Set(before);
  for (const fact of facts) for (const circle of erasedCircle(fact)) gone.add(circle);
  const newlyGone = [...gone].filter((circle) => !before.has(circle));
  for (const circle of newlyGone) await forgetCircle(db, circle);

  const staying = facts.filter((fact) => !gone.has(fact.log));
  const groups = Map.groupBy(staying, keyOf);
  if (newlyGone.length > 0)
    for (const fact of await ownFacts(db))
      if (isAbout(fact, gone) && !groups.has(keyOf(fact))) groups.set(keyOf(fact), [fact]);
  const said = Map.groupBy(staying.filter(saysOfCircle), (fact) => fact.entity);
  const spoken: Fact[] = [];
  for (const circle of said.keys()) {
    const facts = db.facts.where('[log+entity]').equals([circle, circle]);
    const first = await facts.filter((fact) => !isRightsFact(fact)).first();
    if (!first || groups.has(keyOf(first))) continue;
    groups.set(keyOf(first), [first]);
    spoken.push(first);
  }
  // Nothing of it is asked, and nothing waited for, where no circle is shared.
  const inSpaces = [...staying, ...spoken].filter((fact) => isSpaceId(fact.log));
  const spaces = needsLog(inSpaces)
    ? await spacesOf(db, inSpaces, rightsBefore)
    : calmSpaces(inSpaces, rightsBefore);
  for (const { refold } of spaces.values())
    for (const fact of refold.values()) if (!groups.has(keyOf(fact))) groups.set(keyOf(fact), [fact]);

  const done: Recorded = { fresh: [], filled: [], refused: [], gone };
  const changed: Fact[] = [];
  const rows: ReturnType<typeof foldRows> = [];
  for (const group of groups.values()) {
    const first = group[0];
    if (!first) continue;
    const { log, entity } = first;
    const space = spaces.get(log);
    const held = space?.held
      ? (space.held.get(entity) ?? [])
      : (heldBefore.get(keyOf(first)) ??
        (await db.facts.where('[log+entity]').equals([log, entity]).toArray()));
    const here = new Map(held.map((fact) => [fact.hash, fact]));
    const all = new Map(here);
    for (const fact of group) {
      const known = all.get(fact.hash);
      const sig = known?.sig ?? fact.sig;
      const best = !known || (isErased(known) && !isErased(fact)) ? fact : known;
      all.set(fact.hash, best.sig === sig || sig === undefined ? best : { ...best, sig });
    }
    const { kept, refused } = space
      ? honourInSpace(space.rights, [...all.values()], here)
      : { kept: honourErasures([...all.values()], (fact) => log === ME && isAbout(fact, gone)), refused: [] };
    done.refused.push(...refused);
    const before = changed.length;
    for (const fact of kept) {
      const known = here.get(fact.hash);
      if (!known) done.fresh.push(fact);
      else if (isErased(known) === isErased(fact) && known.sig === fact.sig) continue;
      else if (isErased(known) || known.sig !== fact.sig) done.filled.push(fact);
      changed.push(fact);
    }
    // Of a large log most is here already when it comes again: what has not changed is not folded either.
    if (space && changed.length === before && !space.refold.has(entity) && !said.has(entity)) continue;
    const mine =
      log === entity
        ? [
            ...(await db.facts.where('[log+entity]').equals([ME, entity]).toArray()),
            ...(said.get(entity) ?? []),
          ]
        : [];
    rows.push(...foldRows(db, log, entity, kept, space?.rights, mine.filter(saysOfCircle)));
  }
  // All in one go; never nothing at all, for Dexie loses the transaction behind a function that asks nothing.
  await Promise.all([...storeRows(rows), db.facts.bulkPut(changed), ...also(done.fresh)]);
  return done;
}

export interface Recorded {
  fresh: Fact[];
  filled: Fact[];
  refused: Fact[];
  /** The circles that were erased here, and of which nothing is taken. */
  gone: ReadonlySet<LogId>;
}

/** Ids of the circles that were erased here for good. */
export const goneCircles = async (db: Database): Promise<ReadonlySet<LogId>> =>
  new Set(await db.erasedCircles.toCollection().primaryKeys());

const keyOf = (fact: Pick<Fact, 'log' | 'entity'>): string => `${fact.log}\n${fact.entity}`;

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
  for (const of of [`signed:${circleId}:`, `relays:${circleId}`, `invite:${circleId}:`])
    await db.meta.where('key').startsWith(of).delete();
  await db.circles.delete(circleId);
  await db.rights.delete(circleId);
  await db.keys.where('space').equals(circleId).delete();
  await db.secrets.where('space').equals(circleId).delete();
  for (const table of [db.members, db.meetings, db.contracts, db.parked, db.milestones, db.together] as const)
    await table.where('[log+id]').between(first, last).delete();
}

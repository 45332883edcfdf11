import * as v from 'valibot';
import { draft, myDraft } from '../fact/draft.ts';
import { type Draft, erase, type Fact, ME } from '../fact/fact.ts';
import { erasedCircleKinds } from '../me/facts.ts';
import { erasedEntity } from '../me/me.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';

/** The kind that erases bodies of facts of its own log; it beats every import and is honoured by all who get it. */
export const ERASED = 'erased';
const erasedSchema = v.object({ facts: v.array(v.string()) });

/**
 * Carries out the erasures among facts that were just stored, in their transaction.
 * @returns the facts whose bodies went, to be folded again.
 */
export async function honourErasures(db: Database, facts: readonly Fact[]): Promise<Fact[]> {
  const touched: Fact[] = [];
  for (const fact of facts) {
    if (fact.kind === ERASED) touched.push(...(await eraseNamed(db, fact)));
    if (fact.kind === 'erasure.circle' && fact.log === ME) {
      const body = v.safeParse(erasedCircleKinds['erasure.circle'], fact.body);
      if (body.success) await forgetCircle(db, body.output.circle);
    }
  }
  return touched;
}

async function eraseNamed(db: Database, erasure: Fact): Promise<Fact[]> {
  const body = v.safeParse(erasedSchema, erasure.body);
  if (!body.success) return [];
  await db.erased.bulkPut(body.output.facts.map((hash) => ({ hash, log: erasure.log })));
  const held = (await db.facts.bulkGet(body.output.facts)).filter((fact) => fact?.log === erasure.log);
  const blank = held.flatMap((fact) => (fact ? [erase(fact)] : []));
  await db.facts.bulkPut(blank);
  return blank;
}

/** Drops a circle's whole log and every row about it. Its id is remembered by the `erasure.circle` fact. */
async function forgetCircle(db: Database, circleId: string): Promise<void> {
  await db.facts.where('[log+entity]').between([circleId, ''], [circleId, '\uffff']).delete();
  await db.heads.where('[log+author]').between([circleId, ''], [circleId, '\uffff']).delete();
  await db.meta.delete(`author:${circleId}`);
  await db.circles.delete(circleId);
  for (const table of [db.members, db.notes] as const)
    await table.where('circleId').equals(circleId).delete();
  await db.meetings.where('[circleId+start]').between([circleId, -Infinity], [circleId, Infinity]).delete();
  await db.contracts.where('[circleId+open]').between([circleId, 0], [circleId, 1], true, true).delete();
}

/** A draft that erases all that was ever said of one entity. */
export async function erasureOf(
  db: Database,
  log: string,
  entity: string,
  by: string | null,
): Promise<Draft[]> {
  const facts = await db.facts.where('[log+entity]').equals([log, entity]).toArray();
  const held = facts.filter((fact) => fact.kind !== ERASED && fact.salt !== null);
  if (held.length === 0) return [];
  return [draft(log, by, entity, ERASED, { facts: held.map((fact) => fact.hash) })];
}

/** Erases one entry (a contract, a note, a meeting …) for good: its words are gone, also for every later import. */
export async function eraseEntity(
  db: Database,
  log: string,
  entity: string,
  by: string | null,
): Promise<void> {
  await append(db, await erasureOf(db, log, entity, by));
}

/** Erases a circle for good, with the private contracts, notes and decisions that are about it. */
export async function eraseCircle(db: Database, circleId: string): Promise<void> {
  const mine = await db.facts
    .where('[log+entity]')
    .between([ME, ''], [ME, '\uffff'])
    .filter((fact) => (fact.body as { circle?: unknown } | null)?.circle === circleId)
    .toArray();
  const entities = [...new Set(mine.map((fact) => fact.entity))];
  const drafts = await Promise.all(entities.map((entity) => erasureOf(db, ME, entity, null)));
  const at = db.now();
  await append(db, [
    ...drafts.flat(),
    myDraft(erasedEntity(circleId), 'erasure.circle', { circle: circleId, at }),
  ]);
}

/** Erases everything: the database itself. The next opening starts afresh, with a new author. */
export async function eraseEverything(db: Database): Promise<void> {
  await db.delete();
  await db.open();
}

import { Dexie } from 'dexie';
import { mayEraseWhole } from '../circle/rightful.ts';
import { asideEntity } from '../contract/aside.ts';
import type { ContractRow } from '../contract/contract.ts';
import { draft, myDraft } from '../fact/draft.ts';
import { BEGINNINGS, ERASED } from '../fact/erased.ts';
import { type Draft, type Fact, ME } from '../fact/fact.ts';
import { isSpaceId } from '../fact/space.ts';
import { erasedEntity } from '../me/me.ts';
import { DEMO_DATABASE, PRACTICE_DATABASE } from '../platform/demonstration.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { isAbout, ownFacts } from './record.ts';

/**
 * A draft that erases all that was ever said of one entity; none where nothing is left to erase. A contract or a
 * parked thought goes whole, with what may still arrive of it. Where it is another member's it stays, and so does what
 * one will say of it.
 */
export async function erasureOf(
  db: Database,
  log: string,
  entity: string,
  by: string | null,
): Promise<Draft[]> {
  const facts = await factsOf(db, log, entity);
  const held = facts.filter((fact) => fact.kind !== ERASED && fact.salt !== null);
  if (held.length === 0) return [];
  const whole = hasOwnId(facts) && (!isSpaceId(log) || mayEraseWhole(facts, by));
  return [draft(log, by, entity, ERASED, { facts: held.map((fact) => fact.hash), whole })];
}

/**
 * Drafts that erase a contract, also where two people wrote it down (`sameAs` may name anything, so it is looked at), and
 * with the private one that it is the shared copy of, and what I kept beside them.
 */
export async function contractErasure(
  db: Database,
  contract: Pick<ContractRow, 'id' | 'sameAs' | 'isPrivate' | 'circleId' | 'source'>,
  by: string | null,
): Promise<Draft[]> {
  const log = contract.isPrivate ? ME : contract.circleId;
  const drafts: Draft[] = [];
  for (const id of new Set([contract.id, ...contract.sameAs]))
    if (isContract(await factsOf(db, log, id)))
      drafts.push(...(await erasureOf(db, log, id, contract.isPrivate ? null : by)));
  const original = await originalOf(db, contract);
  if (original) drafts.push(...(await erasureOf(db, ME, original.id, null)));
  for (const id of new Set([contract.id, ...contract.sameAs, ...(original ? [original.id] : [])]))
    drafts.push(...(await erasureOf(db, ME, asideEntity(id), null)));
  return drafts;
}

/** The private contract of mine that one in a circle's log is the shared copy of. */
export async function originalOf(
  db: Database,
  { id, source }: Pick<ContractRow, 'id' | 'source'>,
): Promise<ContractRow | undefined> {
  const row = await db.contracts.get([ME, source ?? '']);
  return row?.sharedAs === id ? row : undefined;
}

const factsOf = (db: Database, log: string, entity: string): Promise<Fact[]> =>
  db.facts.where('[log+entity]').equals([log, entity]).toArray();

/** Whether facts are of one make that has an id of its own for ever; a meeting's or a note's is derived, and may be written anew. */
function hasOwnId(facts: readonly Fact[]): boolean {
  const beginning = facts.find((fact) => BEGINNINGS.has(fact.kind))?.kind;
  const make = `${beginning?.split('.', 1)[0]}.`;
  return (
    beginning !== undefined && facts.every((fact) => fact.kind.startsWith(make) || !fact.kind.includes('.'))
  );
}

const isContract = (facts: readonly Fact[]): boolean =>
  hasOwnId(facts) && facts.some((fact) => fact.kind === 'contract.made');

/** Erases one entry (a contract, a note, a meeting …) for good: its words are gone, also for every later import. */
export async function eraseEntity(
  db: Database,
  log: string,
  entity: string,
  by: string | null,
): Promise<void> {
  await append(db, await erasureOf(db, log, entity, by));
}

/**
 * Erases a circle for good, with the private contracts, notes and decisions that are about it, and with the circles that
 * went on in it: what was kept of them under the shared one would otherwise come back. Of a shared circle this erases what
 * is here (its keys too); others keep theirs.
 */
export async function eraseCircle(db: Database, circleId: string): Promise<void> {
  const earlier = await db.circles.filter((circle) => circle.continuedIn === circleId).primaryKeys();
  for (const id of earlier) await eraseCircle(db, id);
  const about = (await ownFacts(db)).filter((fact) => isAbout(fact, new Set([circleId])));
  const entities = [...new Set(about.map((fact) => fact.entity))];
  const drafts = await Promise.all(entities.map((entity) => erasureOf(db, ME, entity, null)));
  await append(db, [
    ...drafts.flat(),
    myDraft(erasedEntity(circleId), 'erasure.circle', { circle: circleId, at: db.now() }),
  ]);
}

/** Erases everything: the database itself. The next opening starts afresh, with a new author. */
export async function eraseEverything(db: Database): Promise<void> {
  await db.delete();
  for (const name of [DEMO_DATABASE, PRACTICE_DATABASE]) await Dexie.delete(name);
  await db.open();
}

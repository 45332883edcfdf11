import type { Table } from 'dexie';
import { foldCircle } from '../circle/circle.ts';
import { foldMember } from '../circle/member.ts';
import { foldContract } from '../contract/contract.ts';
import { byTime, type Fact, ME } from '../fact/fact.ts';
import { foldDecision, foldErasedCircle, foldNote, foldSelf } from '../me/me.ts';
import { foldMeeting } from '../meeting/meeting.ts';
import type { Database } from './database.ts';

interface Projection {
  table(db: Database): Table;
  fold(entity: string, facts: readonly Fact[]): { id: string } | null;
  /** The id of the row an entity has, also when nothing is left to fold. */
  rowId(entity: string): string;
}

const itself = (entity: string): string => entity;
const after =
  (prefix: string) =>
  (entity: string): string =>
    entity.slice(prefix.length);

/** First part of a fact's kind → the projection its entity belongs to. */
const PROJECTIONS: Readonly<Record<string, Projection>> = {
  circle: { table: (db) => db.circles as Table, fold: foldCircle, rowId: itself },
  member: { table: (db) => db.members as Table, fold: foldMember, rowId: itself },
  meeting: { table: (db) => db.meetings as Table, fold: foldMeeting, rowId: itself },
  contract: { table: (db) => db.contracts as Table, fold: foldContract, rowId: itself },
  note: { table: (db) => db.notes as Table, fold: (_, facts) => foldNote(facts), rowId: after('note-') },
  me: { table: (db) => db.selves as Table, fold: (_, facts) => foldSelf(facts), rowId: after('me-') },
  series: {
    table: (db) => db.decisions as Table,
    fold: (_, facts) => foldDecision(facts),
    rowId: after('series-'),
  },
  erasure: {
    table: (db) => db.erasedCircles as Table,
    fold: (_, facts) => foldErasedCircle(facts),
    rowId: after('erased-'),
  },
};

/** Kinds that only one's own log may hold, and kinds that only a circle's may. */
const MINE = new Set(['note', 'me', 'series', 'erasure']);
const SHARED = new Set(['circle', 'member', 'meeting']);

/** Changes of how rows look: stored rows of another number are rebuilt from the facts. */
export const PROJECTIONS_VERSION = 1;

function projectionOf(log: string, facts: readonly Fact[]): Projection | undefined {
  for (const fact of facts.toSorted(byTime)) {
    const name = fact.kind.split('.', 1)[0] ?? '';
    if (!Object.hasOwn(PROJECTIONS, name)) continue;
    if (log === ME ? SHARED.has(name) : MINE.has(name)) continue;
    return PROJECTIONS[name];
  }
  return undefined;
}

/** Folds one entity again and stores its row. Runs inside the transaction that changed its facts. */
export async function refold(db: Database, log: string, entity: string): Promise<void> {
  const facts = await db.facts.where('[log+entity]').equals([log, entity]).toArray();
  await storeRow(db, log, entity, facts);
}

async function storeRow(db: Database, log: string, entity: string, facts: readonly Fact[]): Promise<void> {
  const projection = projectionOf(log, facts);
  if (!projection) return;
  const row = projection.fold(entity, facts);
  const table = projection.table(db);
  const belongs = row !== null && row.id === projection.rowId(entity) && inLog(log, row);
  if (belongs) await table.put(row);
  else await table.delete(projection.rowId(entity));
}

/** A row says which circle it is of; a circle's log can only speak of its own circle. */
const inLog = (log: string, row: { id: string; circleId?: unknown }): boolean =>
  log === ME || (row.circleId ?? row.id) === log;

/** Forgets every projection and folds all facts again. */
export async function rebuild(db: Database): Promise<void> {
  await db.transaction('rw', db.factTables(), async () => {
    for (const { table } of Object.values(PROJECTIONS)) await table(db).clear();
    const facts = await db.facts.toArray();
    for (const group of Map.groupBy(facts, (fact) => `${fact.log}\n${fact.entity}`).values()) {
      const first = group[0];
      if (first) await storeRow(db, first.log, first.entity, group);
    }
    await db.meta.put({ key: 'projections', value: PROJECTIONS_VERSION });
  });
}

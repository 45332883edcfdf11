import type { Table } from 'dexie';
import { foldCircle } from '../circle/circle.ts';
import { foldMember } from '../circle/member.ts';
import { foldParking } from '../circle/parking.ts';
import { rightful } from '../circle/rightful.ts';
import { foldRights, type RightsRow } from '../circle/rights.ts';
import { foldTogether } from '../circle/together.ts';
import { asideEntity, foldAside } from '../contract/aside.ts';
import { foldContract } from '../contract/contract.ts';
import { type Fact, type LogId, ME } from '../fact/fact.ts';
import { UNDONE } from '../fact/fold.ts';
import { isSpaceId } from '../fact/space.ts';
import { foldPlan, planEntity } from '../goal/development-plan.ts';
import {
  decisionEntity,
  erasedEntity,
  foldDecision,
  foldErasedCircle,
  foldNote,
  foldSelf,
  noteEntity,
  selfEntity,
} from '../me/me.ts';
import { foldMeeting } from '../meeting/meeting.ts';
import { steered } from '../meeting/steering.ts';
import { foldMilestone } from '../milestone/milestone.ts';
import { foldTie, tieEntity } from '../network/tie.ts';
import type { Database } from './database.ts';

interface Projection {
  table(db: Database): Table;
  fold(entity: string, facts: readonly Fact[]): { id: string; circleId?: unknown } | null;
  /**
   * The id of the row an entity has, also when nothing is left to fold; null where this log cannot speak of it: an
   * entity of another make, a private kind in a circle's log, a shared one in one's own.
   */
  rowId(log: LogId, entity: string): string | null;
  /** Whether rows of several logs may have one id. */
  byLog: boolean;
}

/** What only a circle's log may hold. */
const shared = (log: LogId, entity: string): string | null => (log === ME ? null : entity);

/** What only one's own log may hold, under an id that is derived from another. */
const mine =
  (prefix: string) =>
  (log: LogId, entity: string): string | null =>
    log === ME && entity.startsWith(prefix) ? entity.slice(prefix.length) : null;

/** First part of a fact's kind → the projection its entity belongs to. */
const PROJECTIONS: Readonly<Record<string, Projection>> = {
  circle: {
    table: (db) => db.circles as Table,
    fold: foldCircle,
    rowId: (log, entity) => (log === entity ? shared(log, entity) : null),
    byLog: false,
  },
  member: { table: (db) => db.members as Table, fold: foldMember, rowId: shared, byLog: true },
  meeting: { table: (db) => db.meetings as Table, fold: foldMeeting, rowId: shared, byLog: true },
  contract: {
    table: (db) => db.contracts as Table,
    fold: foldContract,
    rowId: (_, entity) => entity,
    byLog: true,
  },
  aside: {
    table: (db) => db.asides as Table,
    fold: (entity, facts) => foldAside(entity.slice(asideEntity('').length), facts),
    rowId: mine(asideEntity('')),
    byLog: false,
  },
  parking: { table: (db) => db.parked as Table, fold: foldParking, rowId: shared, byLog: true },
  together: { table: (db) => db.together as Table, fold: foldTogether, rowId: shared, byLog: true },
  milestone: {
    table: (db) => db.milestones as Table,
    fold: foldMilestone,
    rowId: shared,
    byLog: true,
  },
  note: {
    table: (db) => db.notes as Table,
    fold: (_, facts) => foldNote(facts),
    rowId: mine(noteEntity('')),
    byLog: false,
  },
  me: {
    table: (db) => db.selves as Table,
    fold: (_, facts) => foldSelf(facts),
    rowId: mine(selfEntity('')),
    byLog: false,
  },
  series: {
    table: (db) => db.decisions as Table,
    fold: (_, facts) => foldDecision(facts),
    rowId: mine(decisionEntity('')),
    byLog: false,
  },
  tie: {
    table: (db) => db.ties as Table,
    fold: (entity, facts) => foldTie(entity.slice(tieEntity('').length), facts),
    rowId: mine(tieEntity('')),
    byLog: false,
  },
  plan: {
    table: (db) => db.plans as Table,
    fold: (entity, facts) => foldPlan(entity.slice(planEntity('').length), facts),
    rowId: mine(planEntity('')),
    byLog: false,
  },
  erasure: {
    table: (db) => db.erasedCircles as Table,
    fold: (_, facts) => foldErasedCircle(facts),
    rowId: mine(erasedEntity('')),
    byLog: false,
  },
};

/** Changes of how rows look: stored rows of another number are rebuilt from the facts. */
export const PROJECTIONS_VERSION = 6;

/** Every projection that facts of one entity speak of; usually one, whatever came first. */
function projectionsOf(facts: readonly Fact[]): Projection[] {
  const names = new Set(facts.map((fact) => fact.kind.split('.', 1)[0] ?? ''));
  return [...names].flatMap((name) => {
    const projection = Object.hasOwn(PROJECTIONS, name) ? PROJECTIONS[name] : undefined;
    return projection ? [projection] : [];
  });
}

/**
 * Whether a fact of one's own log is about a circle's own row: that I go on in another one, where I may write nothing into
 * this one's log any more. Its entity is the circle.
 */
export const saysOfCircle = ({ log, kind }: Pick<Fact, 'log' | 'kind'>): boolean =>
  log === ME && (kind === 'circle.continued' || kind === UNDONE);

/** What becomes of one row. */
interface RowWrite {
  table: Table;
  key: string | [LogId, string];
  /** Null: there is none (any more). */
  row: object | null;
}

/**
 * Folds all the facts of one entity into what is to be stored of it.
 * @param rights of a shared circle; null while nobody has any. Only what is rightful is folded there.
 * @param mine what one's own log says of the circle, where the entity is one: see {@link saysOfCircle}.
 */
export function foldRows(
  db: Database,
  log: LogId,
  entity: string,
  facts: readonly Fact[],
  rights: RightsRow | null = null,
  mine: readonly Fact[] = [],
): RowWrite[] {
  const counting = isSpaceId(log) ? (rights ? steered(rightful(rights, facts)) : []) : facts;
  return projectionsOf(facts).flatMap((projection): RowWrite[] => {
    const id = projection.rowId(log, entity);
    if (id === null) return [];
    const row = projection.fold(entity, log === entity ? [...counting, ...mine] : counting);
    const isRow = row !== null && row.id === id && inLog(log, row);
    return [
      {
        table: projection.table(db),
        key: projection.byLog ? [log, id] : id,
        row: isRow ? (projection.byLog ? { ...row, log } : row) : null,
      },
    ];
  });
}

/** Stores folded rows inside the transaction that changed their facts: all of a table at once. To be awaited together. */
export const storeRows = (writes: readonly RowWrite[]): PromiseLike<unknown>[] =>
  [...Map.groupBy(writes, (write) => write.table)].flatMap(([table, some]) => {
    const rows = some.flatMap(({ row }) => row ?? []);
    const gone = some.flatMap(({ row, key }) => (row ? [] : [key]));
    return [
      ...(gone.length > 0 ? [table.bulkDelete(gone)] : []),
      ...(rows.length > 0 ? [table.bulkPut(rows)] : []),
    ];
  });

/** A row says which circle it is of; a circle's log can only speak of its own circle. */
const inLog = (log: LogId, row: { id: string; circleId?: unknown }): boolean =>
  log === ME || (row.circleId ?? row.id) === log;

/** Forgets every projection and folds all facts again. */
export async function rebuild(db: Database): Promise<void> {
  await db.transaction('rw', db.factTables(), async () => {
    for (const { table } of Object.values(PROJECTIONS)) await table(db).clear();
    await db.rights.clear();
    const facts = await db.facts.toArray();
    const mine = Map.groupBy(facts.filter(saysOfCircle), (fact) => fact.entity);
    for (const [log, inLog] of Map.groupBy(facts, (fact) => fact.log)) {
      const rights = isSpaceId(log) ? foldRights(log, inLog) : null;
      if (rights) await db.rights.put(rights);
      const entities = Map.groupBy(inLog, (fact) => fact.entity);
      const rows = [...entities].flatMap(([entity, group]) =>
        foldRows(db, log, entity, group, rights, mine.get(entity)),
      );
      if (rows.length > 0) await Promise.all(storeRows(rows));
    }
    await db.meta.put({ key: 'projections', value: PROJECTIONS_VERSION });
  });
}

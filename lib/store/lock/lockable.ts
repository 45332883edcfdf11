import type { DBCore, DBCoreTable, Middleware } from 'dexie';
import { LOCK_ROW, LockedError } from './lock-record.ts';

/** How one opening of the database reads and writes its rows; decided once, before anything else is asked. */
export interface Opening {
  /** Null: as they are. Undefined until it is known: nothing is read or written then but whether they are sealed. */
  rows: { seal(table: DBCoreTable): DBCoreTable } | null | undefined;
}

/**
 * Stands below all that reads and writes, and lets nothing through before it is known whether rows are sealed: a row that
 * was written plain beside sealed ones would be on the disk for all to see. It belongs to one opening, so that what is
 * still under way when the store is locked cannot go on as something else.
 * @param opened hears of each opening as it begins.
 */
export const lockable = (opened: (opening: Opening) => void): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'lockable',
  // Below the one that writes rows as text.
  level: -3,
  create(core) {
    const opening: Opening = { rows: undefined };
    opened(opening);
    return { table: (name) => lockableTable(core.table(name), opening) };
  },
});

function lockableTable(table: DBCoreTable, opening: Opening): DBCoreTable {
  let sealed: DBCoreTable | undefined;
  const now = (): DBCoreTable => {
    const { rows } = opening;
    if (rows === null) return table;
    if (rows === undefined) throw new LockedError('it is not known yet whether rows are sealed');
    sealed ??= rows.seal(table);
    return sealed;
  };
  return {
    ...table,
    mutate: (request) => now().mutate(request),
    get: (request) => (table.name === 'meta' && request.key === LOCK_ROW ? table : now()).get(request),
    getMany: (request) => now().getMany(request),
    query: (request) => now().query(request),
    openCursor: (request) => now().openCursor(request),
    count: (request) => now().count(request),
  };
}

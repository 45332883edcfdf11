import type { DBCoreTable } from 'dexie';
import { LOCK_ROW } from './lock-record.ts';
import { BrokenSealError, type Sealer } from './sealer.ts';
import { BLINDED, OPEN_TABLES } from './visible.ts';

type Row = Readonly<Record<string, unknown>>;
type KeyPath = string | readonly string[] | null | undefined;

/** Under this name the sealed part of a row stands. */
const SEALED = '$sealed';

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** Whether a row on the disk is sealed. */
export const isSealedRow = (value: unknown): boolean => isRow(value) && value[SEALED] instanceof Uint8Array;

const namesIn = (keyPath: KeyPath): readonly string[] =>
  typeof keyPath === 'string' ? [keyPath] : (keyPath ?? []);

/** The rows of one table as the disk has them. */
export interface RowSeal {
  /** Whether rows of this table are sealed at all. */
  seals(row: unknown): boolean;
  toDisk(row: unknown): unknown;
  /** A row that was not sealed comes back as it is. @throws {BrokenSealError} */
  fromDisk(row: unknown): unknown;
  /** A key, or part of one, of a key path. */
  keyToDisk(keyPath: KeyPath, key: unknown): unknown;
  keyFromDisk(keyPath: KeyPath, key: unknown): unknown;
}

type Shape = Pick<DBCoreTable, 'name'> & {
  schema: {
    primaryKey: { keyPath?: KeyPath };
    indexes: readonly { keyPath?: KeyPath }[];
  };
};

/** Seals what no key and no index needs, and blinds in those what is foreign. */
export function rowSeal(table: Shape, sealer: Sealer): RowSeal {
  const { name, schema } = table;
  const primary = schema.primaryKey.keyPath;
  const fields = [...new Set([primary, ...schema.indexes.map((one) => one.keyPath)].flatMap(namesIn))];
  const blind = BLINDED[name] ?? {};

  const field = (way: 'to' | 'from', of: string, value: unknown): unknown => {
    const by = blind[of];
    if (!by) return value;
    if (Array.isArray(value)) return value.map((one) => field(way, of, one));
    return typeof value === 'string' ? by[way](sealer, value) : value;
  };
  const key = (way: 'to' | 'from', keyPath: KeyPath, value: unknown): unknown => {
    if (typeof keyPath === 'string') return field(way, keyPath, value);
    if (!Array.isArray(value)) return value;
    return value.map((one, i) => field(way, namesIn(keyPath)[i] ?? '', one));
  };
  const place = (row: Row): string =>
    JSON.stringify([name, ...namesIn(primary).map((of) => field('to', of, row[of]))]);
  const seals = (row: unknown): row is Row =>
    isRow(row) && !OPEN_TABLES.has(name) && !(name === 'meta' && row.key === LOCK_ROW);

  return {
    seals,
    toDisk(row) {
      if (!seals(row)) return row;
      const seen = fields.flatMap((of) => (row[of] === undefined ? [] : [[of, field('to', of, row[of])]]));
      return { ...Object.fromEntries(seen), [SEALED]: sealer.seal(row, place(row)) };
    },
    fromDisk(row) {
      if (!isRow(row) || !(row[SEALED] instanceof Uint8Array)) return row;
      const at = JSON.stringify([name, ...namesIn(primary).map((of) => row[of])]);
      const opened = sealer.open(row[SEALED], at);
      if (!isRow(opened)) throw new BrokenSealError(`no row: ${at}`);
      return opened;
    },
    keyToDisk: (keyPath, value) => key('to', keyPath, value),
    keyFromDisk: (keyPath, value) => key('from', keyPath, value),
  };
}

import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';

interface TextRow {
  json: string;
}

/** How rows of one table are written as text and read again. */
export interface RowText<Row> {
  write(row: Row): string;
  read(text: string): Row;
}

const isText = (row: unknown): row is TextRow => typeof row === 'object' && row !== null && 'json' in row;

/**
 * Stores the rows of a table as text, beside the fields that its key and its indexes need. A database copies a row of
 * many small parts (a series with its dates) several times as slowly as its text. Whoever reads or writes the table
 * sees nothing of it.
 */
export const textRows = <Row>(name: string, text: RowText<Row>): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: `text rows of ${name}`,
  // Below all of Dexie's own, which look into rows.
  level: -2,
  create: (core) => ({ table: (one) => (one === name ? asText(core.table(one), text) : core.table(one)) }),
});

function asText<Row>(table: DBCoreTable, { write, read }: RowText<Row>): DBCoreTable {
  const { primaryKey, indexes } = table.schema;
  const fields = [...new Set([primaryKey, ...indexes].flatMap((index) => index.keyPath ?? []))];
  // Dexie does not know what its rows are.
  const pack = (row: Readonly<Record<string, unknown>>) => ({
    ...Object.fromEntries(fields.map((field) => [field, row[field]])),
    json: write(row as Row),
  });
  /** A row as it was put, also one that the first version of the schema stored as it is. */
  const unpack = (row: unknown): unknown => (isText(row) ? read(row.json) : row);
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map(pack) }
          : request,
      ),
    get: (request) => table.get(request).then(unpack),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(unpack)),
    query: (request) =>
      table
        .query(request)
        .then((found) => (request.values ? { ...found, result: found.result.map(unpack) } : found)),
    openCursor: (request) => table.openCursor(request).then((cursor) => cursor && unpacking(cursor, unpack)),
  };
}

const unpacking = (cursor: DBCoreCursor, unpack: (row: unknown) => unknown): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => unpack(cursor.value) },
  });

import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';

interface TextRow {
  json: string;
}

const isText = (row: unknown): row is TextRow => typeof row === 'object' && row !== null && 'json' in row;
/** A row as it was put, also one that the first version of the schema stored as it is. */
const unpack = (row: unknown): unknown => (isText(row) ? JSON.parse(row.json) : row);

/**
 * Stores the rows of a table as text, beside the fields that its key and its indexes need. A database copies a row of
 * many small parts (a series with its dates) several times as slowly as its text. Whoever reads or writes the table
 * sees nothing of it.
 */
export const textRows = (name: string): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: `text rows of ${name}`,
  // Below all of Dexie's own, which look into rows.
  level: -2,
  create: (core) => ({ table: (one) => (one === name ? asText(core.table(one)) : core.table(one)) }),
});

function asText(table: DBCoreTable): DBCoreTable {
  const { primaryKey, indexes } = table.schema;
  const fields = [...new Set([primaryKey, ...indexes].flatMap((index) => index.keyPath ?? []))];
  const pack = (row: Readonly<Record<string, unknown>>) => ({
    ...Object.fromEntries(fields.map((field) => [field, row[field]])),
    json: JSON.stringify(row),
  });
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
    openCursor: (request) => table.openCursor(request).then((cursor) => cursor && unpacking(cursor)),
  };
}

const unpacking = (cursor: DBCoreCursor): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => unpack(cursor.value) },
  });

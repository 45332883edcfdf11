import type { DBCoreCursor, DBCoreIndex, DBCoreKeyRange, DBCoreTable } from 'dexie';
import { rowSeal } from './seal-rows.ts';
import type { Sealer } from './sealer.ts';

/**
 * A table whose rows are sealed on the disk. Whoever reads or writes it sees nothing of that, but for one thing: blinded
 * fields can be asked for by equality and by nothing else. @throws where they are asked for otherwise.
 */
export function sealedTable(table: DBCoreTable, sealer: Sealer): DBCoreTable {
  const seal = rowSeal(table, sealer);
  const { primaryKey } = table.schema;
  const toKey = (key: unknown) => seal.keyToDisk(primaryKey.keyPath, key);
  const fromKey = (key: unknown) => seal.keyFromDisk(primaryKey.keyPath, key);
  const toRange = (index: DBCoreIndex, range: DBCoreKeyRange): DBCoreKeyRange => {
    const lower = seal.keyToDisk(index.keyPath, range.lower);
    const upper = seal.keyToDisk(index.keyPath, range.upper);
    if (!isSame(range.lower, range.upper) && !(isSame(lower, range.lower) && isSame(upper, range.upper)))
      throw new TypeError(`blinded keys have no order: ${table.name}`);
    return { ...range, lower, upper };
  };
  return {
    ...table,
    mutate(request) {
      switch (request.type) {
        case 'add':
        case 'put':
          return table.mutate({ ...request, values: request.values.map(seal.toDisk) }).then((done) => ({
            ...done,
            ...(done.results ? { results: done.results.map(fromKey) } : {}),
            lastResult: fromKey(done.lastResult),
          }));
        case 'delete':
          return table.mutate({ ...request, keys: request.keys.map(toKey) });
        case 'deleteRange':
          return table.mutate({ ...request, range: toRange(primaryKey, request.range) });
        default:
          return request satisfies never;
      }
    },
    get: (request) => table.get({ ...request, key: toKey(request.key) }).then(seal.fromDisk),
    getMany: (request) =>
      table
        .getMany({ ...request, keys: request.keys.map(toKey) })
        .then((rows) => rows.map((row: unknown) => seal.fromDisk(row))),
    query(request) {
      const { index, range } = request.query;
      return table.query({ ...request, query: { index, range: toRange(index, range) } }).then((found) => ({
        ...found,
        result: found.result.map((one: unknown) => (request.values ? seal.fromDisk(one) : fromKey(one))),
      }));
    },
    count: (request) =>
      table.count({
        ...request,
        query: { ...request.query, range: toRange(request.query.index, request.query.range) },
      }),
    openCursor(request) {
      const { index, range } = request.query;
      return table
        .openCursor({ ...request, query: { index, range: toRange(index, range) } })
        .then((cursor) =>
          cursor
            ? opening(cursor, {
                key: (key) => seal.keyFromDisk(index.keyPath, key),
                primaryKey: fromKey,
                value: seal.fromDisk,
              })
            : cursor,
        );
    },
  };
}

type Reads = { readonly [Part in 'key' | 'primaryKey' | 'value']: (stored: unknown) => unknown };

const opening = (cursor: DBCoreCursor, read: Reads): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => read.key(cursor.key) },
    primaryKey: { get: () => read.primaryKey(cursor.primaryKey) },
    value: { get: () => read.value(cursor.value) },
  });

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((part, i) => isSame(part, other[i]))
    : one === other;

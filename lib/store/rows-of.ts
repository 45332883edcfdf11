import { Dexie, type IndexableType, type Table } from 'dexie';

/**
 * The rows that have one of these words in an index, each once. By equality, word by word: in a sealed store the words of
 * some indexes are blinded, and have no order to walk along.
 */
export async function rowsOf<Row, Key extends IndexableType, Insert>(
  table: Table<Row, Key, Insert>,
  index: string,
  words: readonly string[],
): Promise<Row[]> {
  // Also for no word at all a question is asked: Dexie loses a live query behind a function that asks none.
  if (words.length === 0) return table.limit(0).toArray();
  const found = await Promise.all(
    [...new Set(words)].map((word) => table.where(index).equals(word).toArray()),
  );
  const { keyPath } = table.schema.primKey;
  const keyOf = (row: Row): string =>
    JSON.stringify([keyPath].flat().map((of) => Dexie.getByKeyPath(row as object, of ?? '')));
  return [...new Map(found.flat().map((row) => [keyOf(row), row])).values()];
}

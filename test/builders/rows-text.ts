import type { RightsRow } from '../../lib/circle/rights.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { foldRows } from '../../lib/store/projections.ts';

/** Every row a screen could show of a space, as text: made from the facts of each entity by the projections that ship. */
export function rowsText(
  space: string,
  byEntity: ReadonlyMap<string, ReadonlyMap<string, Fact>>,
  rights: RightsRow | null,
): string {
  const tables = new Map<string, Map<string, unknown>>();
  const db = new Proxy({}, { get: (_, name: string) => ({ name }) });
  for (const [entity, facts] of byEntity)
    for (const { table, row } of foldRows(db as never, space, entity, [...facts.values()], rights)) {
      if (row === null) continue;
      const rows = tables.get(table.name) ?? new Map<string, unknown>();
      tables.set(table.name, rows.set((row as { id: string }).id, row));
    }
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(
    sorted.map(([name, rows]) => [
      name,
      [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
    ]),
    null,
    1,
  );
}

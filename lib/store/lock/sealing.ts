import type { Opening } from './lockable.ts';
import { sealedTable } from './sealed-table.ts';
import { sealer } from './sealer.ts';

/** How rows are read and written with this data key, 32 bytes. */
export function sealing(key: Uint8Array): NonNullable<Opening['rows']> {
  const by = sealer(key);
  return { seal: (table) => sealedTable(table, by) };
}

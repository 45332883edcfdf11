import type { Opening } from './lockable.ts';
import { sealedTable } from './sealed-table.ts';
import { sealer } from './sealer.ts';

/** How rows are read and written with this data key, 32 bytes. */
export async function sealing(key: Uint8Array<ArrayBuffer>): Promise<NonNullable<Opening['rows']>> {
  const by = await sealer(key);
  return { seal: (table) => sealedTable(table, by) };
}

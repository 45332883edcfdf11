import { compile } from './compile.ts';
import type { Table } from './table-format.ts';

/** The lexicon, ready to be looked up. What people install has the result here (`scripts/lexicon-table.ts`), not its source. */
export const table = (): Table => compile();

import { useState } from 'react';
import { type Columns, guessColumns, hasHead } from '@/lib/sheet/columns';
import { type DateOrder, readDates } from '@/lib/sheet/sheet-dates';
import type { TableProblem } from './read-table.ts';

export interface Table {
  readonly name: string;
  readonly all: readonly (readonly string[])[];
  readonly withHead: boolean;
  readonly columns: Columns;
  /** Null where nobody can tell: then a person says it. */
  readonly order: DateOrder | null;
}

export type TableState =
  | { readonly at: 'none' }
  | { readonly at: 'wrong'; readonly name: string; readonly reason: TableProblem }
  | { readonly at: 'read'; readonly table: Table };

const MORE_THAN_ENOUGH = 200;

/** The lines below the head. */
export const linesOf = ({ all, withHead }: Table): readonly (readonly string[])[] =>
  withHead ? all.slice(1) : all;

/** How the dates of the table are written, by all its columns of dates. */
const orderOf = (
  lines: readonly (readonly string[])[],
  { made, due, reported }: Columns,
): DateOrder | null => {
  const cells = [made, due, reported].flatMap((at) =>
    at === undefined ? [] : lines.map((line) => line[at] ?? ''),
  );
  return cells.some((cell) => cell.trim() !== '') ? readDates(cells).order : 'ymd';
};

/** A table that was chosen, with what its columns seem to hold; a person corrects it. @param members their names. */
export function useTable(members: readonly string[]) {
  const [state, setState] = useState<TableState>({ at: 'none' });
  const propose = (name: string, all: Table['all'], withHead: boolean): Table => {
    const lines = (withHead ? all.slice(1) : all).slice(0, MORE_THAN_ENOUGH);
    const columns = guessColumns(withHead ? (all[0] ?? []) : null, lines, members);
    return { name, all, withHead, columns, order: orderOf(withHead ? all.slice(1) : all, columns) };
  };
  return {
    state,
    choose: async (file: File): Promise<void> => {
      const { MAX_TABLE_BYTES, readTable } = await import('./read-table.ts');
      // What is too large is not even read.
      const read =
        file.size > MAX_TABLE_BYTES
          ? ({ ok: false, reason: 'too-big' } as const)
          : readTable(new Uint8Array(await file.arrayBuffer()));
      if (!read.ok) return setState({ at: 'wrong', name: file.name, reason: read.reason });
      setState({ at: 'read', table: propose(file.name, read.lines, hasHead(read.lines[0] ?? [])) });
    },
    setHead: (table: Table, withHead: boolean) =>
      setState({ at: 'read', table: propose(table.name, table.all, withHead) }),
    setColumns: (table: Table, columns: Columns) =>
      setState({ at: 'read', table: { ...table, columns, order: orderOf(linesOf(table), columns) } }),
    setOrder: (table: Table, order: DateOrder) => setState({ at: 'read', table: { ...table, order } }),
    clear: () => setState({ at: 'none' }),
  };
}

import { type ReactNode, useCallback, useRef } from 'react';
import { FilePick } from '@/components/ui/FilePick';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/platform/i18n';
import { DropFiles } from '../calendars/DropFiles.tsx';
import '../calendars/calendars.css';
import type { TableProblem } from './read-table.ts';
import { type Table, useTable } from './use-table.ts';

/** A table that was read, and what can be said about it. */
export type ReadTable = Omit<ReturnType<typeof useTable>, 'state' | 'choose'> & { readonly table: Table };

const FAILURES = {
  'too-big': { title: 'sheet_fail_too_big', todo: 'sheet_fail_todo' },
  'too-long': { title: 'sheet_fail_too_long', todo: 'sheet_fail_todo' },
  workbook: { title: 'sheet_fail_workbook', todo: 'sheet_fail_workbook_todo' },
  'no-table': { title: 'sheet_fail_no_table', todo: 'sheet_fail_todo' },
  broken: { title: 'sheet_fail_broken', todo: 'sheet_fail_todo' },
} as const satisfies Record<TableProblem, { title: string; todo: string }>;

/** A file, chosen or dropped; what follows from it is drawn by `form`. @param members names of the circle's members. */
export function ChooseTable({
  members,
  form,
}: {
  readonly members: readonly string[];
  readonly form: (table: ReadTable) => ReactNode;
}) {
  const { state, choose, ...acts } = useTable(members);
  const latest = useRef(choose);
  latest.current = choose;
  const dropped = useCallback((files: readonly File[]) => {
    const [file] = files;
    if (file) void latest.current(file);
  }, []);
  return (
    <>
      <DropFiles onFiles={dropped} />
      <FilePick
        icon="note"
        label={t('sheet_file')}
        hint={state.at === 'read' ? state.table.name : t('sheet_file_hint')}
        accept=".csv,.tsv,.txt,text/csv"
        onFiles={dropped}
      />
      {state.at === 'wrong' ? (
        <Notice
          kind="problem"
          title={t(FAILURES[state.reason].title, { name: state.name })}
          kept={t('sheet_fail_kept')}
          todo={t(FAILURES[state.reason].todo)}
          onClose={acts.clear}
        />
      ) : null}
      {state.at === 'read' ? form({ ...acts, table: state.table }) : null}
    </>
  );
}

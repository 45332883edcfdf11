import { attendanceOf } from '@/lib/insight/band';
import type { Counts } from '@/lib/insight/report';
import { CELLS_OF, type CountLine, LINES } from '@/lib/insight/report';
import { t } from '@/lib/platform/i18n';
import { countWords } from './count-words.ts';

/** Columns of a file with counts: when, what, from, to. One row a kind of milestone, so that sheets can be compared. */
export async function countsCsv(
  parts: readonly { readonly when: string; readonly counts: Counts }[],
  sentence: string | null,
): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const rows = parts.flatMap(({ when, counts }) =>
    LINES.flatMap((line) => (line === 'sentence' ? [] : rowsOf(line, counts).map((row) => [when, ...row]))),
  );
  const said = sentence === null ? [] : [['', sentence, '', '']];
  const head = [t('rep_csv_when'), t('rep_csv_what'), t('rep_csv_from'), t('rep_csv_to')];
  return stringify([head, ...said, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

function rowsOf(
  line: CountLine,
  { cells, milestones }: Counts,
): [string, string | number, string | number][] {
  if (line === 'milestones')
    return Object.entries(milestones ?? {}).map(([kind, { from, to }]) => [
      countWords({ line, kinds: [kind] }),
      from,
      to,
    ]);
  if (line === 'attendance') {
    const { seats, away } = cells;
    const share = seats && away ? attendanceOf(away, seats) : null;
    return share ? [[`${countWords({ line })} (%)`, share.from, share.to]] : [];
  }
  const band = cells[CELLS_OF[line][0] ?? 'meetings'];
  return band ? [[countWords({ line }), band.from, band.to]] : [];
}

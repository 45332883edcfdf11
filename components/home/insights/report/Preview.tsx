import { Checkbox } from '@/components/ui/Checkbox';
import { type Counts, countRows, LINES, type Line } from '@/lib/insight/report';
import { t } from '@/lib/platform/i18n';
import { bandWords } from '../band-words.ts';
import { countWords } from '../count-words.ts';

/** The report as it will stand, a line each, and each can be left out. On paper only those left in are seen. */
export function Preview({
  when,
  counts,
  sentence,
  lines,
  onLines,
}: {
  readonly when: string;
  readonly counts: Counts;
  readonly sentence: string;
  readonly lines: readonly Line[];
  readonly onLines: (lines: readonly Line[]) => void;
}) {
  const rows = countRows(counts);
  const texts = LINES.flatMap((line): { line: Line; texts: string[] }[] => {
    if (line === 'sentence') return sentence === '' ? [] : [{ line, texts: [sentence] }];
    const own = rows.filter((row) => row.line === line);
    return [{ line, texts: own.map((row) => `${countWords(row)}: ${bandWords(row.band, row.unit)}`) }];
  });
  const toggle = (line: Line, on: boolean) =>
    onLines(LINES.filter((one) => (one === line ? on : lines.includes(one))));
  return (
    <section className="report-sheet" aria-labelledby="report-sheet-title">
      <h2 id="report-sheet-title">{t('rep_sheet_title')}</h2>
      <p className="report-when">{when}</p>
      <ul className="plain-list report-lines">
        {texts.map(({ line, texts: own }) => (
          <li key={line} className={lines.includes(line) ? undefined : 'is-out'}>
            <Checkbox checked={lines.includes(line)} onChange={(on) => toggle(line, on)}>
              {own.map((text) => (
                <span key={text} className="report-line">
                  {text}
                </span>
              ))}
            </Checkbox>
          </li>
        ))}
      </ul>
      <p className="report-note">{t('rep_note')}</p>
    </section>
  );
}

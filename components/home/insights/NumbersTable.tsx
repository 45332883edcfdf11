import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { useToast } from '@/components/ui/ToastProvider';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import type { TableRow } from '@/lib/insight/tables';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { numberWords } from './about-words.ts';

export interface NumbersTableProps {
  /** What it is about: the table's name. */
  readonly title: string;
  /** The first is over the row's names. */
  readonly heads: readonly string[];
  readonly rows: readonly TableRow[];
  readonly words: (about: string) => string;
}

/** The numbers a chart is drawn from, behind a disclosure, and as text for a spreadsheet. */
export function NumbersTable({ title, heads, rows, words }: NumbersTableProps) {
  const toast = useToast();
  // Two meetings of one day are two rows.
  const keyed = rows.map((row, i) => ({ ...row, key: `${row.about} ${i}` }));
  const copy = async () => {
    const lines = [
      heads,
      ...rows.map(({ about, numbers }) => [words(about), ...numbers.map((one) => one ?? '')]),
    ];
    const copied = await copyText(lines.map((line) => line.join('\t')).join('\n'));
    toast({ text: t(copied ? 'ins_copied' : 'ins_not_copied') });
  };
  return (
    <Disclosure
      title={
        <>
          {t('ins_table')}
          <VisuallyHidden>: {title}</VisuallyHidden>
        </>
      }
    >
      <div className="numbers">
        <table>
          <caption>
            <VisuallyHidden>{title}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed.map(({ key, about, numbers }) => (
              <tr key={key} data-about={about}>
                <th scope="row">{words(about)}</th>
                {numbers.map((number, at) => (
                  <td key={heads[at + 1]} data-number={number}>
                    {number === null ? '–' : numberWords(number)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="small" icon="copy" onClick={() => void copy()}>
        {t('ins_copy')}
      </Button>
    </Disclosure>
  );
}

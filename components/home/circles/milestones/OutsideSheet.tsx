import type { People } from '@/components/milestone/people';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { useToast } from '@/components/ui/ToastProvider';
import type { MilestoneRow } from '@/lib/milestone/milestone';
import { tellOutside } from '@/lib/milestone/outside';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { outsideText, outsideYears } from './outside-words.ts';
import './outside-sheet.css';

/** All that may be told outside, as it would be told: nothing else is copied or printed. */
export function OutsideSheet({
  rows,
  people,
  onBack,
}: {
  readonly rows: readonly MilestoneRow[];
  readonly people: People;
  readonly onBack: () => void;
}) {
  const toast = useToast();
  const { told, held } = tellOutside(rows, people.all);
  const years = outsideYears(told);
  const copy = async () => {
    const isDone = await copyText(outsideText(years));
    toast({ text: t(isDone ? 'milestone_copied' : 'milestone_not_copied') });
  };
  return (
    <>
      <div className="next-ways milestone-tools">
        <Button icon="arrow" className="milestone-back" onClick={onBack}>
          {t('milestone_to_wall')}
        </Button>
        {years.length > 0 ? (
          <>
            <Button icon="copy" variant="primary" onClick={() => void copy()}>
              {t('milestone_copy')}
            </Button>
            <Button icon="print" onClick={() => print()}>
              {t('milestone_print')}
            </Button>
          </>
        ) : null}
      </div>
      {held.map(({ row, names }) => (
        <Notice
          key={row.id}
          kind="info"
          title={t('milestone_held', {
            title: row.title,
            names: listFormat().format(names),
          })}
          todo={t('milestone_held_todo')}
        />
      ))}
      {years.length === 0 ? <p className="quiet">{t('milestone_out_none')}</p> : null}
      {years.length > 0 ? (
        <div className="milestone-sheet">
          <p className="milestone-sheet-title">{t('milestone_sheet_title')}</p>
          {years.map(({ year, lines }) => (
            <Section key={year} title={year}>
              <ul className="milestone-sheet-list">
                {lines.map(({ id, words }) => (
                  <li key={id}>{words}</li>
                ))}
              </ul>
            </Section>
          ))}
        </div>
      ) : null}
    </>
  );
}

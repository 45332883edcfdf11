import { EraseDialog } from '@/components/card/EraseDialog';
import type { MilestoneRow } from '@/lib/milestone/milestone';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';

/** Asks, and then erases a milestone for good. */
export function EraseMilestone({
  row,
  by,
  onDone,
}: {
  readonly row: MilestoneRow;
  readonly by: string | null;
  readonly onDone: () => void;
}) {
  return (
    <EraseDialog
      title={t('milestone_erase_title')}
      words={row.title}
      erasure={() => erasureOf(database(), row.circleId, row.id, by)}
      onDone={onDone}
    >
      <p>{t('milestone_erase_words')}</p>
    </EraseDialog>
  );
}

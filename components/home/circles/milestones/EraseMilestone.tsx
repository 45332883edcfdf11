import { useRecord } from '@/components/card/use-record';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/ToastProvider';
import type { MilestoneRow } from '@/lib/milestone/milestone';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';
import '@/components/card/erase-contract.css';

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
  const { record, problem } = useRecord();
  const toast = useToast();
  const erase = async () => {
    if (!(await record(await erasureOf(database(), row.circleId, row.id, by)))) return;
    toast({ text: t('log_erased') });
    onDone();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('milestone_erase_title')}
      confirm={t('log_erase_do')}
      onConfirm={() => void erase()}
      onCancel={onDone}
    >
      <p className="erase-words">{row.title}</p>
      <p>{t('milestone_erase_words')}</p>
      {problem}
    </ConfirmDialog>
  );
}

import { useRecord } from '@/components/card/use-record';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/ToastProvider';
import type { ContractRow } from '@/lib/contract/contract';
import { showBadge } from '@/lib/platform/badge';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { contractErasure } from '@/lib/store/erasures';
import './erase-contract.css';

/** Asks, and then erases a contract for good: the one change that has no undo. */
export function EraseContract({
  contract,
  by,
  onDone,
}: {
  readonly contract: ContractRow;
  readonly by: string | null;
  readonly onDone: () => void;
}) {
  const { record, problem } = useRecord();
  const toast = useToast();
  const erase = async () => {
    const db = database();
    // What two people wrote down is one contract: all of it goes.
    const drafts = await contractErasure(db, contract, by);
    if (!(await record(drafts))) return;
    void showBadge(db);
    toast({ text: t('log_erased') });
    onDone();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('log_erase_title')}
      confirm={t('log_erase_do')}
      onConfirm={() => void erase()}
      onCancel={onDone}
    >
      <p className="erase-words">{contract.text}</p>
      <p>{t('log_erase_words')}</p>
      {problem}
    </ConfirmDialog>
  );
}

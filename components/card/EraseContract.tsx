import { EraseDialog } from '@/components/card/EraseDialog';
import type { ContractRow } from '@/lib/contract/contract';
import { showBadge } from '@/lib/platform/badge';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { contractErasure } from '@/lib/store/erasures';

/** Asks, and then erases a contract for good. */
export function EraseContract({
  contract,
  by,
  onDone,
}: {
  readonly contract: ContractRow;
  readonly by: string | null;
  readonly onDone: () => void;
}) {
  const db = database();
  return (
    <EraseDialog
      title={t('log_erase_title')}
      words={contract.text}
      // What two people wrote down is one contract: all of it goes.
      erasure={() => contractErasure(db, contract, by)}
      onErased={() => void showBadge(db)}
      onDone={onDone}
    >
      <p>{t('log_erase_words')}</p>
    </EraseDialog>
  );
}

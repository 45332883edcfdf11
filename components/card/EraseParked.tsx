import { useRecord } from '@/components/card/use-record';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useToast } from '@/components/ui/ToastProvider';
import type { ParkingRow } from '@/lib/circle/parking';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';
import './erase-contract.css';

export interface EraseParkedProps {
  readonly item: ParkingRow;
  readonly by: string | null;
  readonly onDone: () => void;
}

/** Asks, and then erases a parked thought for good. */
export function EraseParked({ item, by, onDone }: EraseParkedProps) {
  const { record, problem } = useRecord();
  const toast = useToast();
  const erase = async () => {
    if (!(await record(await erasureOf(database(), item.circleId, item.id, by)))) return;
    toast({ text: t('log_erased') });
    onDone();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('parking_erase_title')}
      confirm={t('log_erase_do')}
      onConfirm={() => void erase()}
      onCancel={onDone}
    >
      <p className="erase-words">{item.text}</p>
      <p>{t('parking_erase_words')}</p>
      {problem}
    </ConfirmDialog>
  );
}

import { EraseDialog } from '@/components/card/EraseDialog';
import type { ParkingRow } from '@/lib/circle/parking';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { erasureOf } from '@/lib/store/erasures';

export interface EraseParkedProps {
  readonly item: ParkingRow;
  readonly by: string | null;
  readonly onDone: () => void;
}

/** Asks, and then erases a parked thought for good. */
export function EraseParked({ item, by, onDone }: EraseParkedProps) {
  return (
    <EraseDialog
      title={t('parking_erase_title')}
      words={item.text}
      erasure={() => erasureOf(database(), item.circleId, item.id, by)}
      onDone={onDone}
    >
      <p>{t('parking_erase_words')}</p>
    </EraseDialog>
  );
}

import { useEffect, useState } from 'react';
import { isDataLost, markData } from '@/lib/platform/data-mark';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { Notice } from '../ui/Notice.tsx';

/** Says that the browser has thrown away what was written here, until one has read that; mostly nothing. */
export function DataLost() {
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    // Where it cannot be told, nothing is said.
    isDataLost(database()).then(setIsLost, () => undefined);
  }, []);
  if (!isLost) return null;
  const close = () => {
    setIsLost(false);
    void markData(database());
  };
  return (
    <Notice
      kind="problem"
      title={t('data_lost')}
      kept={t('data_lost_kept')}
      todo={t('data_lost_todo')}
      actions={
        <a href="/home.html#/settings" target="_blank" rel="noreferrer">
          {t('data_lost_copy')}
        </a>
      }
      onClose={close}
    />
  );
}

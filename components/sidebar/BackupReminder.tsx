import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { clock } from '@/lib/platform/clock';
import { isDemonstration } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { followBackups, lastBackup } from '@/lib/platform/last-backup';

/** Longer than this since the last copy is worth a gentle word. */
const LONG_MS = 28 * 24 * 60 * 60 * 1000;

/** After a meeting: removing the extension deletes its data, so a copy now and then is wise. */
export function BackupReminder() {
  const [last, setLast] = useState<number | null | undefined>(undefined);
  useEffect(() => {
    const load = () => void lastBackup().then(setLast);
    load();
    return followBackups(load);
  }, []);
  // Nothing there is worth keeping.
  if (isDemonstration() || last === undefined || (last !== null && clock.now() - last < LONG_MS)) return null;
  return (
    <p className="calm-line">
      {t(last === null ? 'sidebar_backup_never' : 'sidebar_backup_long')}{' '}
      <a href={browser.runtime.getURL('/home.html#/settings')} target="_blank" rel="noreferrer">
        {t('sidebar_backup_do')}
      </a>
    </p>
  );
}

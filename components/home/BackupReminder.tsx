import { t } from '@/lib/platform/i18n';
import { momentText } from './moment-text.ts';
import { routeTo } from './route.ts';
import { useBackupState } from './settings/use-backup-state.ts';

/** A quiet line beside the sections when it is time to make a copy; nothing otherwise. */
export function BackupReminder() {
  const backup = useBackupState();
  if (backup?.state !== 'due' && backup?.state !== 'never') return null;
  return (
    <p className="home-backup">
      {backup.lastAt === null
        ? t('set_no_backup')
        : t('set_last_backup', { when: momentText(backup.lastAt) })}{' '}
      <a href={routeTo('settings')}>{t('set_make_copy')}</a>
    </p>
  );
}

import { t } from '@/lib/platform/i18n';
import { Notice } from '../ui/Notice.tsx';

/** The browser, or the member, said no to the pages of Teams. */
export function TeamsRefused({ onClose }: { readonly onClose: () => void }) {
  return (
    <Notice
      kind="problem"
      title={t('teams_refused')}
      kept={t('teams_refused_kept')}
      todo={t('teams_refused_todo')}
      onClose={onClose}
    />
  );
}

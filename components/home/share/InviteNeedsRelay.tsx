import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/platform/i18n';

/** Where one would invite into a circle that travels by files: what is not possible yet, and what is. */
export function InviteNeedsRelay({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  return (
    <Dialog open title={t('share_invite_title', { name })} onClose={onClose}>
      <Notice
        kind="info"
        title={t('share_invite_by_file', { name })}
        todo={t('share_invite_by_file_todo', { name })}
      />
    </Dialog>
  );
}

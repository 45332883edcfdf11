import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/lib/platform/i18n';
import { lockNow } from '@/lib/platform/lock-key';
import { database } from '@/lib/store/database';
import { hasSidePanel, openSidePanel } from '../home/circles/open-sidebar.ts';
import { useWindowId } from '../home/circles/use-window-id.ts';
import { routeTo } from '../home/route.ts';

/** The ways on: the full page, and the browser's side panel. */
export function PopupFoot() {
  const windowId = useWindowId();
  return (
    <footer className="popup-foot">
      <a href="/home.html" target="_blank" rel="noreferrer">
        {t('popup_home')}
      </a>
      <a href={`/home.html${routeTo('mine')}`} target="_blank" rel="noreferrer">
        {t('mine_title')}
      </a>
      {database().isSealed ? (
        <IconButton icon="lock" label={t('lock_now')} onClick={() => void lockNow()} />
      ) : null}
      {hasSidePanel() ? (
        <Button
          variant="plain"
          size="small"
          onClick={() => {
            openSidePanel(windowId);
            window.close();
          }}
        >
          {t('popup_panel')}
        </Button>
      ) : null}
    </footer>
  );
}

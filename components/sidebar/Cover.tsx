import { t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Hides everything while one shares one's screen. */
export function Cover({ onLift }: { readonly onLift: () => void }) {
  return (
    <main className="cover">
      <Icon name="cover" />
      <p>{t('sidebar_covered')}</p>
      <Button variant="primary" onClick={onLift} autoFocus>
        {t('sidebar_uncover')}
      </Button>
    </main>
  );
}

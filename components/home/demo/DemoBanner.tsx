import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import './demo.css';

const HOME = '/home.html';

/** Says on every page of the demonstration that nothing here is one's own, and takes it away with one press. */
export function DemoBanner() {
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    await database().delete();
    location.href = HOME;
  };
  return (
    <aside className="demo-banner" aria-label={t('demo_title')}>
      <p>
        <strong>{t('demo_title')}</strong> {t('demo_words')}
      </p>
      <div className="demo-acts">
        <a className="button button-quiet button-small" href={HOME}>
          {t('demo_leave')}
        </a>
        <Button icon="trash" size="small" busy={busy} onClick={() => void remove()}>
          {t('demo_remove')}
        </Button>
      </div>
    </aside>
  );
}

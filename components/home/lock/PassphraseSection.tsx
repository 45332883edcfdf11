import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { isDemonstration } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { LockOn } from './LockOn.tsx';
import { SetPassphrase } from './SetPassphrase.tsx';

/** A passphrase for what is kept on this computer: set, changed, taken off, and what it does not do. */
export function PassphraseSection() {
  const [setting, setSetting] = useState(false);
  const { isSealed } = database();
  return (
    <div className="settings-part">
      {isSealed ? <LockOn /> : <p>{t('lock_off_lead')}</p>}
      {isSealed || isDemonstration() ? null : (
        <div className="settings-actions">
          <Button icon="lock" onClick={() => setSetting(true)}>
            {t('lock_begin')}
          </Button>
        </div>
      )}
      <Disclosure title={t('lock_seen_title')}>
        <ul className="settings-goes">
          <li>{t('lock_seen_ids')}</li>
          <li>{t('lock_seen_keys')}</li>
          <li>{t('lock_seen_settings')}</li>
          <li>{t('lock_seen_old')}</li>
          <li>{t('lock_seen_open')}</li>
        </ul>
      </Disclosure>
      {setting ? <SetPassphrase onClose={() => setSetting(false)} /> : null}
    </div>
  );
}

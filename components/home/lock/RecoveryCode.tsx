import { Button } from '@/components/ui/Button';
import { t } from '@/lib/platform/i18n';
import './lock.css';

/** A recovery code, shown once, to be printed or written down. */
export function RecoveryCode({ code }: { readonly code: string }) {
  return (
    <>
      <p>{t('lock_code_words')}</p>
      <p className="lock-code" translate="no">
        {code}
      </p>
      <div className="settings-actions">
        <Button onClick={() => window.print()}>{t('lock_code_print')}</Button>
      </div>
    </>
  );
}

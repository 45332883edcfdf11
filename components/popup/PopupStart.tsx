import { EmptyState } from '@/components/ui/EmptyState';
import { t } from '@/lib/platform/i18n';
import { WELCOME_ADDRESS } from '@/lib/platform/welcome';

/** The popup of somebody without a circle: what it is for, and the first step. */
export function PopupStart() {
  return (
    <EmptyState
      icon="people"
      title={t('popup_empty_title')}
      step={
        <a className="button button-primary" href={WELCOME_ADDRESS} target="_blank" rel="noreferrer">
          {t('popup_empty_step')}
        </a>
      }
    >
      <p>{t('popup_empty_words')}</p>
    </EmptyState>
  );
}

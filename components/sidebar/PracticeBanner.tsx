import { t } from '@/lib/platform/i18n';
import './practice-banner.css';

/** Says in a meeting to try that nobody in it is real, and where to go on from it. */
export function PracticeBanner() {
  return (
    <aside className="practice-banner" aria-label={t('practice_title')}>
      <p>
        <strong>{t('practice_title')}</strong> {t('practice_words')}
      </p>
      {/* In a tab of its own: this window is as narrow as a sidebar. */}
      <a href="/home.html#/welcome" target="_blank" rel="noreferrer">
        {t('welcome_own')}
      </a>
    </aside>
  );
}

import { t } from '@/lib/platform/i18n';
import { Page } from '../Page.tsx';

/** What is kept on this computer, copies of it, and erasing it. */
export function SettingsPage() {
  return <Page title={t('home_settings')}>{null}</Page>;
}

import { t } from '@/lib/platform/i18n';
import { Page } from '../Page.tsx';

/** Calendar files and feeds, and the circles found in them. */
export function CalendarsPage() {
  return <Page title={t('home_calendars')}>{null}</Page>;
}

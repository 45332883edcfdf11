import { t } from '@/lib/platform/i18n';
import { Page } from '../Page.tsx';

/** All circles, or the one that is looked at. */
export function CirclesPage({ circleId }: { readonly circleId: string | null }) {
  return (
    <Page title={t('home_circles')}>
      <p>{circleId}</p>
    </Page>
  );
}

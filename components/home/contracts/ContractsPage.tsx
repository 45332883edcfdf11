import { t } from '@/lib/platform/i18n';
import { Page } from '../Page.tsx';

/** The contract log: mine and the circles'. */
export function ContractsPage() {
  return <Page title={t('home_contracts')}>{null}</Page>;
}

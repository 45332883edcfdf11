import { t } from '@/lib/platform/i18n';

/** What a browser calls the machine it runs on, in as few words as it has. */
interface AgentData {
  readonly platform?: unknown;
}

/** What this device is called before somebody calls it something: the machine it is, as far as the browser tells. */
export function deviceName(): string {
  const { userAgentData } = navigator as Navigator & { userAgentData?: AgentData };
  const platform = typeof userAgentData?.platform === 'string' ? userAgentData.platform : '';
  return platform === '' ? t('dev_name_any') : t('dev_name_of', { system: platform });
}

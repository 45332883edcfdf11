import { t } from '@/lib/platform/i18n';

/** What the circle sees of a round and what nobody does, before anybody answers. */
export function WhatIsSeen() {
  return (
    <ul className="pulse-seen">
      <li>{t('pulse_seen_one')}</li>
      <li>{t('pulse_seen_none')}</li>
      <li>{t('pulse_seen_four')}</li>
      <li>{t('pulse_seen_limit')}</li>
    </ul>
  );
}

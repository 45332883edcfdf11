import { useState } from 'react';
import { t } from '@/lib/platform/i18n';
import type { AccountWithCalendars } from '@/lib/store/accounts';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';
import { AccountCard } from './AccountCard.tsx';
import { syncNow } from './account-actions.ts';
import type { Connecting } from './use-connecting.ts';
import './accounts.css';

export interface AccountListProps {
  readonly accounts: readonly AccountWithCalendars[];
  readonly connecting: Connecting;
}

/** Connected accounts, each with the calendars that are looked at. */
export function AccountList({ accounts, connecting }: AccountListProps) {
  const [syncing, setSyncing] = useState(false);
  if (accounts.length === 0) return null;
  const sync = () => {
    setSyncing(true);
    void syncNow().finally(() => setSyncing(false));
  };
  return (
    <Section
      title={t('acc_title')}
      aside={
        <Button size="small" busy={syncing} onClick={sync}>
          {t('acc_sync')}
        </Button>
      }
    >
      <ul className="plain-list accounts-cards">
        {accounts.map(({ account, calendars }) => (
          <AccountCard
            key={account.id}
            account={account}
            calendars={calendars}
            waiting={connecting.waiting}
            onSignIn={() => connecting.start(account.provider, account.id)}
          />
        ))}
      </ul>
    </Section>
  );
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { PROVIDERS, type Provider } from '@/lib/calendar/sync/provider';
import { t } from '@/lib/platform/i18n';
import { listAccounts } from '@/lib/store/accounts';
import { database } from '@/lib/store/database';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { LiveRegion } from '../../../ui/LiveRegion.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AccountCard } from './AccountCard.tsx';
import { type AccountTrouble, connect, syncNow } from './account-actions.ts';
import { ClientIds } from './ClientIds.tsx';
import { serviceName, troubleText } from './trouble-text.ts';
import './accounts.css';

type Step =
  | { at: 'rest' }
  | { at: 'browser' | 'service'; provider: Provider }
  | { at: 'trouble'; provider: Provider; reason: AccountTrouble; code: string | null }
  | { at: 'connected'; provider: Provider };

const CONNECT = { google: 'acc_connect_google', microsoft: 'acc_connect_outlook' } as const;

/** Calendar accounts: connecting one, and those that are connected. */
export function Accounts() {
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const [syncing, setSyncing] = useState(false);
  const accounts = useLiveQuery(() => listAccounts(database()), []);
  const waiting = step.at === 'browser' || step.at === 'service';

  const start = (provider: Provider, accountId: string | null = null) => {
    if (waiting) return;
    setStep({ at: 'browser', provider });
    void connect(provider, accountId, () => setStep({ at: 'service', provider })).then((done) => {
      if (done.ok) setStep({ at: 'connected', provider });
      else setStep({ at: 'trouble', provider, reason: done.reason, code: done.code });
    });
  };
  const sync = () => {
    setSyncing(true);
    void syncNow().finally(() => setSyncing(false));
  };

  return (
    <div className="accounts">
      <div className="accounts-connect">
        {PROVIDERS.map((provider) => (
          <Button
            key={provider}
            busy={waiting && step.provider === provider}
            disabled={waiting && step.provider !== provider}
            onClick={() => start(provider)}
          >
            <Icon name="plus" />
            {t(CONNECT[provider])}
          </Button>
        ))}
      </div>
      <p className="calendar-hint">{t('acc_reads')}</p>
      <LiveRegion message={words(step)} />
      {waiting ? <p className="calendar-hint">{words(step)}</p> : null}
      {step.at === 'trouble' ? (
        <Trouble step={step} onAgain={() => start(step.provider)} onClose={() => setStep({ at: 'rest' })} />
      ) : null}
      {accounts && accounts.length > 0 ? (
        <div className="accounts-list">
          <div className="accounts-head">
            <h3>{t('acc_title')}</h3>
            <Button size="small" busy={syncing} onClick={sync}>
              {t('acc_sync')}
            </Button>
          </div>
          <ul className="plain-list accounts-cards">
            {accounts.map(({ account, calendars }) => (
              <AccountCard
                key={account.id}
                account={account}
                calendars={calendars}
                waiting={waiting}
                onSignIn={() => start(account.provider, account.id)}
              />
            ))}
          </ul>
        </div>
      ) : null}
      <ClientIds open={step.at === 'trouble' && step.reason === 'no-client'} />
    </div>
  );
}

function words(step: Step): string {
  switch (step.at) {
    case 'rest':
    case 'trouble':
      return '';
    case 'browser':
      return t('acc_asking_browser', { service: serviceName(step.provider) });
    case 'service':
      return t('acc_asking_service', { service: serviceName(step.provider) });
    case 'connected':
      return t('acc_connected', { service: serviceName(step.provider) });
    default:
      return step satisfies never;
  }
}

function Trouble({
  step: { provider, reason, code },
  onAgain,
  onClose,
}: {
  readonly step: Extract<Step, { at: 'trouble' }>;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const { title, todo, step } = troubleText(reason, provider, code);
  return (
    <Notice
      kind="problem"
      title={title}
      kept={t('acc_kept')}
      todo={todo}
      onClose={onClose}
      actions={
        step === 'none' || step === 'client' ? null : (
          <Button size="small" onClick={onAgain}>
            {t('acc_again')}
          </Button>
        )
      }
    />
  );
}

import { PROVIDERS } from '@/lib/calendar/sync/provider';
import { t } from '@/lib/platform/i18n';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { LiveRegion } from '../../../ui/LiveRegion.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { serviceName, signInTrouble } from './trouble-text.ts';
import type { Connecting, ConnectStep } from './use-connecting.ts';
import './accounts.css';

const CONNECT = { google: 'acc_connect_google', microsoft: 'acc_connect_outlook' } as const;

export interface ConnectAccountProps {
  readonly connecting: Connecting;
  /** There is no calendar yet: this is the first step. */
  readonly isFirst: boolean;
}

/** The doors to both services, and how the last knock went. */
export function ConnectAccount({ connecting, isFirst }: ConnectAccountProps) {
  const { step, waiting, start, dismiss } = connecting;
  const asked = step.at === 'browser' || step.at === 'service' ? step.provider : null;
  return (
    <div className="accounts-connect">
      <div className="accounts-doors">
        {PROVIDERS.map((provider) => (
          <Button
            key={provider}
            variant={isFirst ? 'primary' : 'quiet'}
            busy={asked === provider}
            disabled={asked !== null && asked !== provider}
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
        <Trouble step={step} onAgain={() => start(step.provider)} onClose={dismiss} />
      ) : null}
    </div>
  );
}

function words(step: ConnectStep): string {
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
  readonly step: Extract<ConnectStep, { at: 'trouble' }>;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}) {
  const { title, todo, step } = signInTrouble(reason, provider, code);
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

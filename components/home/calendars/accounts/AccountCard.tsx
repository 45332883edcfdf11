import { useId, useState } from 'react';
import { consentPage } from '@/lib/calendar/microsoft/consent-page';
import type { CalendarRow } from '@/lib/calendar/sync/calendar-row';
import { t } from '@/lib/platform/i18n';
import type { AccountRow } from '@/lib/store/account-rows';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { momentText } from '../../moment-text.ts';
import { allowAndSync, disconnect } from './account-actions.ts';
import { CalendarTicks } from './CalendarTicks.tsx';
import { serviceName, troubleText } from './trouble-text.ts';

export interface AccountCardProps {
  readonly account: AccountRow;
  readonly calendars: readonly CalendarRow[];
  /** A sign-in is under way. */
  readonly waiting: boolean;
  readonly onSignIn: () => void;
}

/** One connected account: whose it is, which of its calendars are looked at, how that goes. */
export function AccountCard({ account, calendars, waiting, onSignIn }: AccountCardProps) {
  const id = useId();
  const [leaving, setLeaving] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const { provider, identity, problem } = account;
  const service = serviceName(provider);
  const leave = async () => {
    setBusy(true);
    const isGone = await disconnect(account.id);
    setBusy(false);
    setFailed(!isGone);
    if (isGone) setLeaving(false);
  };
  const stay = () => {
    setLeaving(false);
    setFailed(false);
  };
  return (
    <li className="account" aria-labelledby={id}>
      <div className="account-head">
        <Icon name="calendar" />
        <div>
          <h3 id={id}>{identity.email || identity.name || service}</h3>
          <p className="calendar-hint">
            {service}
            {' · '}
            {t(account.access === 'write' ? 'acc_writes' : 'acc_only_reads')}
          </p>
        </div>
        <Button size="small" variant="plain" aria-describedby={id} onClick={() => setLeaving(true)}>
          {t('acc_disconnect')}
        </Button>
      </div>
      {problem ? (
        <Standing account={account} problem={problem} waiting={waiting} onSignIn={onSignIn} />
      ) : null}
      <CalendarTicks
        provider={provider}
        calendars={calendars}
        isListed={account.listedAt !== null}
        listProblem={account.listProblem ?? null}
        isStuck={problem !== null}
      />
      <ConfirmDialog
        open={leaving}
        title={t('acc_leave_title', { who: identity.email || service })}
        confirm={t('acc_disconnect')}
        busy={busy}
        danger
        onConfirm={() => void leave()}
        onCancel={stay}
      >
        <p>{t(provider === 'microsoft' ? 'acc_leave_words_outlook' : 'acc_leave_words', { service })}</p>
        {provider === 'microsoft' ? (
          <p>{t('acc_leave_outlook', { where: consentPage(identity).replace(/^https:\/\/|\/$/g, '') })}</p>
        ) : null}
        {failed ? (
          <Notice kind="problem" title={t('acc_leave_failed')} todo={t('acc_leave_failed_todo')} />
        ) : null}
      </ConfirmDialog>
    </li>
  );
}

function Standing({
  account,
  problem,
  waiting,
  onSignIn,
}: {
  readonly account: AccountRow;
  readonly problem: NonNullable<AccountRow['problem']>;
  readonly waiting: boolean;
  readonly onSignIn: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const { title, todo, step } = troubleText(problem.reason, account.provider, problem.code);
  const allow = () => {
    setBusy(true);
    void allowAndSync(account.provider, account.id).finally(() => setBusy(false));
  };
  return (
    <Notice
      kind="problem"
      title={title}
      kept={t('acc_kept_since', { when: momentText(problem.since) })}
      todo={todo}
      actions={
        step === 'sign-in' ? (
          <Button size="small" variant="primary" busy={waiting} onClick={onSignIn}>
            {t('acc_sign_in')}
          </Button>
        ) : step === 'allow' ? (
          <Button size="small" busy={busy} onClick={allow}>
            {t('acc_allow')}
          </Button>
        ) : null
      }
    />
  );
}

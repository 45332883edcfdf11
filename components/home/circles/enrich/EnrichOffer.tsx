import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Notice } from '@/components/ui/Notice';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { t } from '@/lib/platform/i18n';
import type { EnrichTarget } from '@/lib/store/enrich-targets';
import type { AccountTrouble } from '../../calendars/accounts/account-actions.ts';
import { serviceName, troubleText } from '../../calendars/accounts/trouble-text.ts';
import { routeTo } from '../../route.ts';
import { askToWrite, switchOn } from './enrich-actions.ts';
import type { EnrichmentView } from './use-enrichment.ts';

/** The agenda is not in the event: how it gets there. */
export function EnrichOffer({
  circleId,
  view,
}: {
  readonly circleId: string;
  readonly view: EnrichmentView;
}) {
  const open = view.targets.filter((one) => one.mayWrite);
  if (open.length > 0) return <Write circleId={circleId} targets={open} />;
  const first = view.targets[0];
  if (first) {
    const who = first.organizer?.name || first.organizer?.email;
    return <p>{who ? t('enrich_not_yours', { who }) : t('enrich_not_yours_unknown')}</p>;
  }
  return (
    <p>
      {t(view.hasAccounts ? 'enrich_nowhere' : 'enrich_no_account')}{' '}
      <a href={routeTo('calendars')}>{t('enrich_to_calendars')}</a>
    </p>
  );
}

type Step =
  | { at: 'rest' | 'browser' | 'service' | 'writing' }
  | { at: 'trouble'; reason: AccountTrouble; code: string | null };

function Write({
  circleId,
  targets,
}: {
  readonly circleId: string;
  readonly targets: readonly EnrichTarget[];
}) {
  const [chosen, setChosen] = useState(targets[0]?.calendar.id);
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const [sure, setSure] = useState(false);
  const target = targets.find((one) => one.calendar.id === chosen) ?? targets[0];
  if (!target) return null;
  const { provider } = target.account;
  const isBusy = step.at === 'browser' || step.at === 'service' || step.at === 'writing';
  const write = async () => {
    setSure(false);
    setStep({ at: 'browser' });
    const asked = await askToWrite(target.account, () => setStep({ at: 'service' }));
    if (!asked.ok) return setStep({ at: 'trouble', reason: asked.reason, code: asked.code });
    setStep({ at: 'writing' });
    const done = await switchOn(circleId, target.calendar.id, false);
    setStep(done ? { at: 'rest' } : { at: 'trouble', reason: 'unanswered', code: null });
  };
  const words = wordsOf(step, serviceName(provider));
  return (
    <>
      <p>{t('enrich_offer')}</p>
      <p className="quiet">{t('enrich_who_sees')}</p>
      {targets.length > 1 ? (
        <RadioGroup
          label={t('enrich_which')}
          value={target.calendar.id}
          options={targets.map(({ calendar, account }) => ({
            value: calendar.id,
            label: t('enrich_calendar_of', {
              calendar: calendar.name,
              service: serviceName(account.provider),
            }),
          }))}
          onChange={setChosen}
        />
      ) : null}
      <div className="next-ways">
        <Button
          variant="primary"
          busy={isBusy}
          onClick={() => (provider === 'microsoft' ? setSure(true) : void write())}
        >
          {t('enrich_write')}
        </Button>
      </div>
      {target.account.access === 'read' ? (
        <p className="quiet">{t('enrich_asks', { service: serviceName(provider) })}</p>
      ) : null}
      <LiveRegion message={words} />
      {words ? <p className="quiet">{words}</p> : null}
      {step.at === 'trouble' ? (
        <Refused {...step} provider={provider} onClose={() => setStep({ at: 'rest' })} />
      ) : null}
      <ConfirmDialog
        open={sure}
        title={t('enrich_mail_title')}
        confirm={t('enrich_mail_write')}
        onConfirm={() => void write()}
        onCancel={() => setSure(false)}
      >
        <p>{t('enrich_mail_words')}</p>
      </ConfirmDialog>
    </>
  );
}

function wordsOf({ at }: Step, service: string): string {
  switch (at) {
    case 'rest':
    case 'trouble':
      return '';
    case 'browser':
      return t('acc_asking_browser', { service });
    case 'service':
      return t('acc_asking_service', { service });
    case 'writing':
      return t('enrich_writing');
    default:
      return at satisfies never;
  }
}

function Refused({
  reason,
  code,
  provider,
  onClose,
}: {
  readonly reason: AccountTrouble;
  readonly code: string | null;
  readonly provider: EnrichTarget['account']['provider'];
  readonly onClose: () => void;
}) {
  const service = serviceName(provider);
  const isNo = reason === 'refused' || reason === 'cancelled';
  const text = isNo
    ? { title: t('enrich_refused', { service }), todo: t('enrich_refused_todo', { service }) }
    : troubleText(reason, provider, code);
  return (
    <Notice
      kind="problem"
      title={text.title}
      kept={t('enrich_refused_kept')}
      todo={text.todo}
      onClose={onClose}
    />
  );
}

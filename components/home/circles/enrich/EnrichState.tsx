import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Notice } from '@/components/ui/Notice';
import { t, tn } from '@/lib/platform/i18n';
import type { Enrichment } from '@/lib/store/enrichment-rows';
import { serviceName } from '../../calendars/accounts/trouble-text.ts';
import { momentText } from '../../moment-text.ts';
import { routeTo } from '../../route.ts';
import { askToWrite, switchOff, switchOn, tryAgain } from './enrich-actions.ts';
import { enrichTrouble } from './enrich-trouble.ts';
import type { EnrichmentView } from './use-enrichment.ts';

/** The agenda is in the event, on its way in, or on its way out. */
export function EnrichState({ row, view }: { readonly row: Enrichment; readonly view: EnrichmentView }) {
  const [busy, setBusy] = useState(false);
  const act = (work: () => Promise<unknown>) => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  const { circleId, on, writtenAt, problem, provider } = row;
  const service = serviceName(provider);
  if (problem) return <Standing row={row} problem={problem} view={view} busy={busy} act={act} />;
  const words = !on
    ? tn('enrich_leaving', row.written.length, { service })
    : writtenAt === null || row.seen === null
      ? t('enrich_writing')
      : t('enrich_is_in', { service, when: momentText(writtenAt) });
  return (
    <>
      <LiveRegion message={words} />
      <p>{words}</p>
      {on ? <p className="quiet">{t('enrich_follows')}</p> : null}
      {on && provider === 'microsoft' ? <p className="quiet">{t('enrich_mail_again')}</p> : null}
      {on ? (
        <div className="next-ways">
          <Button busy={busy} onClick={() => act(() => switchOff(circleId, false))}>
            {t('enrich_take_out')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** What keeps it from going on, what was kept, and what can be pressed. */
function Standing({
  row,
  problem,
  view,
  busy,
  act,
}: {
  readonly row: Enrichment;
  readonly problem: NonNullable<Enrichment['problem']>;
  readonly view: EnrichmentView;
  readonly busy: boolean;
  readonly act: (work: () => Promise<unknown>) => void;
}) {
  const { circleId, on, provider, retryAt } = row;
  const { title, todo, step } = enrichTrouble(problem, provider);
  const { account } = view;
  const calendarId = view.targets.find(
    ({ calendar, account: { id } }) => calendar.remoteId === row.remoteId && id === account?.id,
  )?.calendar.id;
  const ask = async (again: boolean) => {
    if (!account) return;
    if ((await askToWrite(account, () => undefined, again)).ok) await tryAgain(circleId);
  };
  return (
    <Notice
      kind="problem"
      title={title}
      kept={t(on ? 'enrich_kept' : 'enrich_kept_leaving')}
      todo={
        <>
          <p>{todo}</p>
          {retryAt ? <p>{t('enrich_retry', { when: momentText(retryAt) })}</p> : null}
          {step === 'calendars' ? <a href={routeTo('calendars')}>{t('enrich_to_calendars')}</a> : null}
        </>
      }
      actions={
        <>
          {step === 'sign-in' && account ? (
            <Button size="small" variant="primary" busy={busy} onClick={() => act(() => ask(true))}>
              {t('acc_sign_in')}
            </Button>
          ) : null}
          {step === 'allow' && account ? (
            <Button size="small" variant="primary" busy={busy} onClick={() => act(() => ask(false))}>
              {t('acc_again')}
            </Button>
          ) : null}
          {step === 'again' ? (
            <Button size="small" busy={busy} onClick={() => act(() => tryAgain(circleId))}>
              {t('acc_again')}
            </Button>
          ) : null}
          {step === 'take-over' && calendarId ? (
            <Button size="small" busy={busy} onClick={() => act(() => switchOn(circleId, calendarId, true))}>
              {t('enrich_take_over')}
            </Button>
          ) : null}
          {on ? (
            <Button size="small" onClick={() => act(() => switchOff(circleId, false))}>
              {t(row.written.length > 0 ? 'enrich_take_out' : 'enrich_stop')}
            </Button>
          ) : (
            <Button size="small" onClick={() => act(() => switchOff(circleId, true))}>
              {t('enrich_leave')}
            </Button>
          )}
        </>
      }
    />
  );
}

import { type FormEvent, useState } from 'react';
import { type AddressProblem, readFeedAddress } from '@/lib/calendar/sync/feed-address';
import { type MessageKey, t, tn } from '@/lib/platform/i18n';
import { Button } from '../../ui/Button.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type Failure, failureText } from './failure-text.ts';
import { allowAndAdd } from './feed-actions.ts';

type Step =
  | { at: 'typing' }
  | { at: 'asking' | 'reading'; host: string }
  | { at: 'address'; reason: AddressProblem }
  | { at: 'refused'; host: string }
  | { at: 'failed'; reason: Failure; host: string }
  | { at: 'added'; name: string; events: number };

const PROBLEMS = {
  empty: { title: 'cal_feed_empty', todo: 'cal_feed_where' },
  'not-an-address': { title: 'cal_feed_foreign', todo: 'cal_feed_where' },
  http: { title: 'cal_feed_http', todo: 'cal_feed_http_todo' },
  'other-scheme': { title: 'cal_feed_scheme', todo: 'cal_feed_where' },
  credentials: { title: 'cal_feed_credentials', todo: 'cal_fail_unauthorized_todo' },
} as const satisfies Record<AddressProblem, { title: MessageKey; todo: MessageKey }>;

/** A calendar by its address: asks the browser for leave to read from that one place, in the click. */
export function AddFeed() {
  const [address, setAddress] = useState('');
  const [step, setStep] = useState<Step>({ at: 'typing' });
  const busy = step.at === 'asking' || step.at === 'reading';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const read = readFeedAddress(address);
    if (!read.ok) return setStep({ at: 'address', reason: read.reason });
    const { host, url } = read;
    setStep({ at: 'asking', host });
    void allowAndAdd({ url, host }, () => setStep({ at: 'reading', host })).then((added) => {
      switch (added.kind) {
        case 'added':
          setAddress('');
          return setStep({ at: 'added', name: added.source.name, events: added.source.events });
        case 'refused':
          return setStep({ at: 'refused', host });
        case 'failed':
          return setStep({ at: 'failed', reason: added.reason, host });
        default:
          return added satisfies never;
      }
    });
  };

  return (
    <form className="calendar-feed" onSubmit={submit} noValidate>
      <div className="calendar-feed-line">
        <TextField
          label={t('cal_feed')}
          hint={t('cal_feed_hint')}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={address}
          onChange={setAddress}
        />
        <Button type="submit" busy={busy}>
          {t('cal_feed_add')}
        </Button>
      </div>
      <LiveRegion message={words(step)} />
      {busy ? <p className="calendar-hint">{words(step)}</p> : null}
      <Outcome step={step} />
    </form>
  );
}

function words(step: Step): string {
  if (step.at === 'asking') return t('cal_feed_asking', { host: step.host });
  if (step.at === 'reading') return t('cal_feed_reading', { host: step.host });
  return step.at === 'added' ? t('cal_done', { name: step.name, events: tn('cal_events', step.events) }) : '';
}

function Outcome({ step }: { readonly step: Step }) {
  switch (step.at) {
    case 'typing':
    case 'asking':
    case 'reading':
      return null;
    case 'added':
      return <Notice kind="info" title={words(step)} kept={t('cal_feed_added')} />;
    case 'address': {
      const { title, todo } = PROBLEMS[step.reason];
      return <Notice kind="problem" title={t(title)} kept={t('cal_feed_kept')} todo={t(todo)} />;
    }
    case 'refused':
      return (
        <Notice
          kind="problem"
          title={t('cal_feed_refused', { host: step.host })}
          kept={t('cal_feed_kept')}
          todo={t('cal_feed_refused_todo')}
        />
      );
    case 'failed': {
      const { title, todo } = failureText(step.reason, step.host, 'feed');
      return <Notice kind="problem" title={title} kept={t('cal_feed_kept')} todo={todo} />;
    }
    default:
      return step satisfies never;
  }
}

import { t, tn } from '@/lib/platform/i18n';
import { Notice } from '../../ui/Notice.tsx';
import { type Failure, failureText } from './failure-text.ts';
import { SkippedList } from './SkippedList.tsx';
import type { FinishedImport } from './use-file-imports.ts';

/** What came of a file. */
export function ImportNotice({
  finished: { name, result },
  onClose,
}: {
  readonly finished: FinishedImport;
  readonly onClose: () => void;
}) {
  switch (result.kind) {
    case 'done':
      break;
    case 'cancelled':
      return (
        <Notice kind="info" title={t('cal_cancelled', { name })} kept={t('cal_kept')} onClose={onClose} />
      );
    case 'unavailable':
    case 'failed':
      return <FailureNotice reason="failed" name={name} onClose={onClose} />;
    default:
      return result satisfies never;
  }
  const { outcome } = result;
  if (!outcome.ok) {
    const reason = outcome.reason === 'removed' ? 'failed' : outcome.reason;
    return <FailureNotice reason={reason} name={name} onClose={onClose} />;
  }
  const { source, replaced, found } = outcome;
  return (
    <Notice
      kind="info"
      title={t('cal_done', { name: source.name, events: tn('cal_events', source.events) })}
      kept={[
        found === 0 ? t('cal_done_none') : tn('cal_done_series', found),
        replaced ? t('cal_done_replaced') : '',
      ].join(' ')}
      todo={
        <>
          {source.truncated ? <p>{t('cal_truncated')}</p> : null}
          {source.why?.length ? <SkippedList why={source.why} /> : null}
        </>
      }
      onClose={onClose}
    />
  );
}

function FailureNotice({
  reason,
  name,
  onClose,
}: {
  readonly reason: Failure;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { title, todo } = failureText(reason, name, 'file');
  return <Notice kind="problem" title={title} kept={t('cal_kept')} todo={todo} onClose={onClose} />;
}

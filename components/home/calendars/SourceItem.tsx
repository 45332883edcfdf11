import { useId, useState } from 'react';
import { shortAddress } from '@/lib/calendar/sync/feed-address';
import { t, tn } from '@/lib/platform/i18n';
import type { Source } from '@/lib/store/database';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { momentText } from '../moment-text.ts';
import { type Failure, failureText, toFailure } from './failure-text.ts';
import { allowAgain, refreshNow } from './feed-actions.ts';
import { SkippedList } from './SkippedList.tsx';

/** One calendar: what it is, when it was read, what went wrong. */
export function SourceItem({ source, onRemove }: { readonly source: Source; readonly onRemove: () => void }) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const isFeed = source.kind === 'feed';
  const run = (work: (source: Source) => Promise<Failure | null>) => {
    setBusy(true);
    // What went wrong is stored with the source and shown from there.
    void work(source).finally(() => setBusy(false));
  };
  return (
    <li className="calendar-source" aria-labelledby={id}>
      <div className="calendar-source-head">
        <Icon name={isFeed ? 'link' : 'calendar'} />
        <div>
          <h3 id={id}>{source.name}</h3>
          <p className="calendar-hint">
            {isFeed ? shortAddress(source.url ?? '') : t('cal_kind_file')}
            {' · '}
            {source.readAt === null ? '' : t('cal_read_at', { when: momentText(source.readAt) })}
            {' · '}
            {tn('cal_events', source.events)}
          </p>
        </div>
        <div className="calendar-source-actions">
          {isFeed ? (
            <Button size="small" busy={busy} aria-describedby={id} onClick={() => run(refreshNow)}>
              {t('cal_refresh')}
            </Button>
          ) : null}
          <Button size="small" variant="plain" aria-describedby={id} onClick={onRemove}>
            {t('cal_remove')}
          </Button>
        </div>
      </div>
      {source.error ? (
        <SourceProblem
          source={source}
          reason={toFailure(source.error)}
          busy={busy}
          onAllow={() => run(allowAgain)}
        />
      ) : null}
      {source.truncated ? <p className="calendar-hint">{t('cal_truncated')}</p> : null}
      {source.skipped > 0 ? (
        <Disclosure title={tn('cal_skipped', source.skipped)}>
          <SkippedList why={source.why ?? []} />
        </Disclosure>
      ) : null}
    </li>
  );
}

function SourceProblem({
  source,
  reason,
  busy,
  onAllow,
}: {
  readonly source: Source;
  readonly reason: Failure;
  readonly busy: boolean;
  readonly onAllow: () => void;
}) {
  const host = new URL(source.url ?? 'https://calendar').hostname;
  const { title, todo } = failureText(reason, host, 'feed');
  return (
    <Notice
      kind="problem"
      title={title}
      kept={t('cal_feed_old', { when: momentText(source.readAt ?? source.addedAt) })}
      todo={todo}
      actions={
        reason === 'not-allowed' ? (
          <Button size="small" busy={busy} onClick={onAllow}>
            {t('cal_allow', { host })}
          </Button>
        ) : null
      }
    />
  );
}

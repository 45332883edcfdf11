import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Menu } from '@/components/ui/Menu';
import { useToast } from '@/components/ui/ToastProvider';
import { t } from '@/lib/platform/i18n';
import type { SpeedEvent } from '@/lib/speed/event';
import { viewSpeed } from '@/lib/speed/view';
import { database } from '@/lib/store/database';
import { eraseSpeedEvent } from '@/lib/store/speed';
import { useNow } from '../../sidebar/use-now.ts';
import { momentText } from '../moment-text.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { Afterwards } from './Afterwards.tsx';
import { Ready } from './Ready.tsx';
import { RunningEvent } from './RunningEvent.tsx';
import { eventTitle } from './speed-words.ts';
import { useSpeedHistory } from './use-speed.ts';

export interface SpeedEventPageProps {
  readonly event: SpeedEvent;
  readonly events: readonly SpeedEvent[];
}

/** One event: ready to begin, running, or over. */
export function SpeedEventPage({ event, events }: SpeedEventPageProps) {
  const now = useNow(1000);
  const history = useSpeedHistory(events, event.id);
  const view = viewSpeed(event, now);
  const title = eventTitle(event);
  return (
    <Page
      title={title}
      tabTitle={t('speed_title')}
      lead={view.phase === 'running' ? undefined : momentText(event.start)}
      aside={<EraseEvent id={event.id} title={title} />}
    >
      <p className="circle-back">
        <a href={routeTo('speed')}>{t('speed_all')}</a>
      </p>
      {view.phase === 'before' ? (
        <Ready event={event} history={history} />
      ) : view.phase === 'running' ? (
        <RunningEvent event={event} history={history} view={view} now={now} />
      ) : (
        <Afterwards event={event} now={now} />
      )}
    </Page>
  );
}

function EraseEvent({ id, title }: { readonly id: string; readonly title: string }) {
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const erase = async () => {
    setBusy(true);
    try {
      await eraseSpeedEvent(database(), id);
      location.hash = routeTo('speed');
      toast({ text: t('speed_erased', { name: title }) });
    } catch {
      toast({ text: t('set_erase_failed') });
      setBusy(false);
    }
  };
  return (
    <>
      <Menu
        label={t('speed_more', { name: title })}
        items={[{ label: t('speed_erase'), icon: 'trash', danger: true, onSelect: () => setAsking(true) }]}
      />
      <ConfirmDialog
        open={asking}
        title={t('speed_erase_title', { name: title })}
        confirm={t('speed_erase_confirm')}
        danger
        busy={busy}
        onConfirm={() => void erase()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('speed_erase_words')}</p>
      </ConfirmDialog>
    </>
  );
}

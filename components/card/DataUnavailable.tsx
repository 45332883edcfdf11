import { useEffect } from 'react';
import { t } from '@/lib/platform/i18n';
import { isDiskFull } from '@/lib/store/disk-room';
import type { OpenFailure } from '@/lib/store/open';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import '../ui/tokens.css';
import '../ui/base.css';
import './data-unavailable.css';

// Most people set no passphrase.
const Unlock = onDemand(async () => (await import('../lock/Unlock.tsx')).Unlock);

const TEXTS = {
  blocked: { title: 'data_blocked', kept: 'data_blocked_kept', todo: 'data_blocked_todo' },
  newer: { title: 'data_newer', kept: 'data_newer_kept', todo: 'data_newer_todo' },
  full: { title: 'data_full', kept: 'data_full_kept', todo: 'data_full_todo' },
  failed: { title: 'data_failed', kept: 'data_failed_kept', todo: 'data_failed_todo' },
} as const satisfies Record<Exclude<OpenFailure, 'locked'>, { title: string; kept: string; todo: string }>;

export interface DataUnavailableProps {
  /** As {@link openDatabase} gave it. */
  readonly reason: OpenFailure;
  /** Reloads the page when not given. */
  readonly onRetry?: (() => void) | undefined;
}

/** How soon it is seen that there is room again, ms. */
const LOOK_MS = 3_000;

/** Calls back as soon as a disk that was seen full has room; one that never was full does not count, or a page would reload for ever. */
function useRoomAgain(isOn: boolean, onRoom: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    let wasFull = false;
    const look = async () => {
      const isFull = await isDiskFull();
      if (wasFull && !isFull) {
        clearInterval(timer);
        onRoom();
      }
      wasFull ||= isFull;
    };
    const timer = setInterval(look, LOOK_MS);
    void look();
    return () => clearInterval(timer);
  }, [isOn, onRoom]);
}

const reload = () => location.reload();

/** In the place of a whole screen (home, popup, sidebar) when the data on this computer cannot be opened, or waits for its passphrase. */
export function DataUnavailable({ reason, onRetry = reload }: DataUnavailableProps) {
  useRoomAgain(reason === 'full', onRetry);
  if (reason === 'locked')
    return (
      <main className="unavailable">
        <Unlock />
      </main>
    );
  const { title, kept, todo } = TEXTS[reason];
  return (
    <main className="unavailable">
      <div role="alert" className="unavailable-words">
        <Icon name="lock" />
        <h1>{t(title)}</h1>
        <p>{t(kept)}</p>
        <p>{t(todo)}</p>
      </div>
      <Button variant="primary" onClick={onRetry}>
        {t('data_retry')}
      </Button>
    </main>
  );
}

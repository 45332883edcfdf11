import { useCallback, useEffect, useRef, useState } from 'react';
import { type ClockChannel, joinClocks } from '@/lib/platform/clock-channel';
import { type ClockOpened, openClockWindow } from '@/lib/platform/clock-window';
import { t } from '@/lib/platform/i18n';

export interface ClockWindow {
  readonly isOpen: boolean;
  /** No way to open one worked. */
  readonly refused: boolean;
  /** To be called in a click. */
  readonly open: () => Promise<ClockOpened>;
  readonly close: () => void;
}

/** The clock in a window of its own, as seen from the sidebar: whether there is one, wherever it was opened. */
export function useClockWindow(circleId: string): ClockWindow {
  const [isOpen, setOpen] = useState(false);
  const [refused, setRefused] = useState(false);
  const channel = useRef<ClockChannel | null>(null);
  useEffect(() => {
    const joined = joinClocks((news) => {
      if (news.kind === 'opened' || news.kind === 'here') setOpen(true);
      else if (news.kind === 'gone') setOpen(false);
    });
    channel.current = joined;
    joined.tell({ kind: 'who' });
    return () => joined.close();
  }, []);
  const open = useCallback(async () => {
    const opened = await openClockWindow({ circleId, holder: '' }, t('clock_title'), () => setOpen(false));
    setRefused(opened === 'refused');
    return opened;
  }, [circleId]);
  const close = useCallback(() => {
    channel.current?.tell({ kind: 'close' });
    setOpen(false);
  }, []);
  return { isOpen, refused, open, close };
}
